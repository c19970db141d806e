// Every call of the contract by name, decoding to one readable line, for tests over samples.
#pragma once

#include "api/calls/request.h"

#include <QMap>

#include <functional>

namespace support {

/// "error Kind: sentence" or a line that shows the value's parts; `isOk` tells which.
struct Rendered
{
    bool isOk = false;
    QString line;
};

/// The 28 calls by their name in contract.md.
const QMap<QString, std::function<Rendered(const api::Answer &)>> &decoders();

} // namespace support
