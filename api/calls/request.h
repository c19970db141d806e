// A call as a value: everything that Client::send needs to know, and nothing about how it is sent.
#pragma once

#include "api/types/ids.h"
#include "api/types/result.h"

#include <QByteArray>
#include <QList>
#include <QUrlQuery>

#include <chrono>

namespace api {

enum class Verb { Get, Post, Patch, Put, Delete };

/// The retry matrix of reliability.md.
enum class Repeat {
    Read, ///< up to 3 tries
    SetState, ///< not sent: again; unclear: read back first (flows/)
    DetectableCreate, ///< not sent: again; unclear: read back, then ask
    Never, ///< money and people: not sent: again; unclear: never by itself
};

struct Header
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Header &) const = default;
};

/// An answer as it was received, before anything is made of it.
struct Answer
{
    int httpStatus = 0;
    QByteArray body;
    QString endpoint;
    std::optional<std::chrono::seconds> retryAfter {}; ///< the service's wish, at most a day
};

/// The part of a request that has no type: what goes over the wire.
struct WireRequest
{
    Verb verb = Verb::Get;
    QByteArray endpoint; ///< below the base URL, without a slash in front: "endpoints/get_survey"
    QUrlQuery query; ///< without the hash
    QList<Header> headers; ///< without X-Client-Id
    QByteArray body; ///< JSON, or empty for none
    Repeat repeat = Repeat::Read;
    bool isSigned = true; ///< false for getHashData only
    /// Total, over all of one try; the time that a long body takes to be sent comes on top.
    std::chrono::milliseconds deadline {60'000};
    /// How long the service may work on it before it answers; 0: Policy::inactivity.
    std::chrono::milliseconds thinkingTime {0};
    SurveyId survey; ///< whose call it is, for the journal; empty when no one survey's
};

/// A call that answers a T. `decode` is pure: it never looks at anything but the answer.
template <class T>
struct Request : WireRequest
{
    Result<T> (*decode)(const Answer &) = nullptr;
};

} // namespace api
