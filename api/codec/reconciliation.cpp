#include "api/codec/reconciliation.h"

#include "api/codec/payload.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace api::codec {

namespace {

std::optional<UidList> readUids(const Found &value)
{
    simdjson::dom::array array;
    if (!value || value->get(array) != simdjson::SUCCESS)
        return std::nullopt;
    constexpr qsizetype usualLength = 20;
    UidList uids;
    uids.reserve(qsizetype(array.size()), qsizetype(array.size()) * usualLength);
    for (const Element element : array) {
        std::string_view uid;
        if (element.get(uid) == simdjson::SUCCESS)
            uids.append({uid.data(), qsizetype(uid.size())});
        else if (element.is_int64() || element.is_uint64())
            uids.append(text(Found(element)).value_or(QString()).toLatin1());
        else
            return std::nullopt;
    }
    return uids;
}

ReconciliationStatus reconciliationStatusOf(const QString &word)
{
    if (word.compare(u"Completed", Qt::CaseInsensitive) == 0)
        return ReconciliationStatus::Completed;
    if (word.compare(u"Processing", Qt::CaseInsensitive) == 0)
        return ReconciliationStatus::Processing;
    return ReconciliationStatus::Unknown;
}

bool isWholeNumber(std::string_view token)
{
    if (token.starts_with('-'))
        token.remove_prefix(1);
    return !token.empty()
        && std::ranges::all_of(token, [](char c) { return c >= '0' && c <= '9'; });
}

/// One UID: a text, or a whole number of any length just as its digits came.
bool takeUid(simdjson::ondemand::value element, UidList &uids)
{
    std::string_view token = element.raw_json_token();
    const size_t end = token.find_last_not_of(" \t\r\n"); // white space may follow
    token = token.substr(0, end == std::string_view::npos ? 0 : end + 1);
    if (isWholeNumber(token)) {
        uids.append({token.data(), qsizetype(token.size())});
        return true;
    }
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
        return false;
    token = token.substr(1, token.size() - 2);
    if (token.find('\\') != std::string_view::npos
        && element.get_string().get(token) != simdjson::SUCCESS)
        return false;
    uids.append({token.data(), qsizetype(token.size())});
    return true;
}

/// What reaches from one element to the next is known without a look at each letter.
bool takeUids(simdjson::ondemand::array array, UidList &uids)
{
    for (auto element : array) {
        simdjson::ondemand::value value;
        if (element.get(value) != simdjson::SUCCESS || !takeUid(value, uids))
            return false;
    }
    return true;
}

/// One member of the answer; false when it is unusual. `bytes` of the whole answer.
bool takeMember(Reconciliation &result, std::string_view key, simdjson::ondemand::value value,
                qsizetype bytes)
{
    constexpr qsizetype usualLength = 20; // bytes of a UID with its quotes and comma
    simdjson::ondemand::array array;
    std::string_view word;
    int64_t count = 0;
    if (key == "accepted_uids") {
        result.acceptedUids = {};
        result.acceptedUids.reserve(bytes / usualLength, bytes);
        return value.get_array().get(array) == simdjson::SUCCESS
            && takeUids(array, result.acceptedUids);
    }
    if (key == "status") {
        if (value.get_string().get(word) == simdjson::SUCCESS)
            result.statusText = QString::fromUtf8(word.data(), qsizetype(word.size()));
        else
            result.statusText = QString::fromUtf8(value.raw_json_token()).trimmed();
    } else if (key == "result_count") {
        if (value.get_int64().get(count) == simdjson::SUCCESS
            || value.get_int64_in_string().get(count) == simdjson::SUCCESS)
            result.resultCount =
                count < 0 || count > std::numeric_limits<int>::max() ? -1 : int(count);
    }
    return key != "error";
}

/// The body where the memory behind it is large enough for simdjson, else a copy of it.
simdjson::padded_string_view padded(const QByteArray &body, simdjson::padded_string &copy)
{
    const auto size = size_t(body.size());
    if (body.capacity() >= body.size() + qsizetype(simdjson::SIMDJSON_PADDING))
        return simdjson::padded_string_view(body.constData(), size, size_t(body.capacity()));
    copy = simdjson::padded_string(body.constData(), size);
    return copy;
}

/// The answer in its usual form, without a tree of its million elements; nothing when anything is
/// unusual, for which the liberal reading is there.
std::optional<Reconciliation> readUsual(const QByteArray &body)
{
    simdjson::padded_string copy;
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    if (parser.iterate(padded(body, copy)).get(document) != simdjson::SUCCESS
        || document.get_object().get(members) != simdjson::SUCCESS)
        return std::nullopt;
    Reconciliation result;
    result.resultCount = -1;
    bool hasUids = false;
    for (auto member : members) {
        std::string_view key;
        simdjson::ondemand::value value;
        if (member.unescaped_key().get(key) != simdjson::SUCCESS
            || member.value().get(value) != simdjson::SUCCESS
            || !takeMember(result, key, value, body.size()))
            return std::nullopt;
        hasUids = hasUids || key == "accepted_uids";
    }
    const bool isWhole = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    if (!hasUids || !isWhole)
        return std::nullopt;
    if (result.resultCount < 0)
        result.resultCount = int(result.acceptedUids.size());
    result.status = reconciliationStatusOf(result.statusText);
    return result;
}

/// True when JSON needs no escape for it, as for every letter and digit.
bool isPlain(QByteArrayView uid)
{
    bool isPlain = true;
    for (const char c : uid)
        isPlain = isPlain & (uchar(c) >= 0x20) & (c != '"') & (c != '\\') & (uchar(c) < 0x7f);
    return isPlain;
}

QByteArray quoted(const QString &value)
{
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

Result<Reconciliation> reconciliation(const Answer &answer)
{
    if (auto usual = readUsual(answer.body))
        return std::move(*usual);
    Result<UidList> uids = payload<UidList>(answer, {"accepted_uids"}, readUids);
    if (!uids)
        return tl::unexpected(uids.error());
    const Document document(answer.body);
    if (uids->isEmpty() && document.member("error"))
        return tl::unexpected(errorOf(answer));
    Reconciliation result;
    result.statusText = text(document.member("status")).value_or(QString());
    result.status = reconciliationStatusOf(result.statusText);
    result.resultCount = integer(document.member("result_count")).value_or(int(uids->size()));
    result.acceptedUids = std::move(*uids);
    return result;
}

QByteArray written(const Submission &submission)
{
    const UidList &uids = submission.uids;
    const QByteArray head =
        R"({"contact_email":)" + quoted(submission.contactEmail) + R"(,"request_uids":[)";
    QByteArray body(head.size() + uids.byteCount() + 3 * uids.size() + 2, Qt::Uninitialized);
    char *at = std::copy(head.begin(), head.end(), body.data());
    for (qsizetype i = 0; i < uids.size(); ++i) {
        const QByteArrayView uid = uids.at(i);
        if (i > 0)
            *at++ = ',';
        if (isPlain(uid)) {
            *at++ = '"';
            at = std::copy(uid.begin(), uid.end(), at);
            *at++ = '"';
        } else { // longer than was thought
            const QByteArray text = quoted(QString::fromUtf8(uid));
            const qsizetype before = at - body.data();
            body.resize(body.size() + text.size());
            at = std::copy(text.begin(), text.end(), body.data() + before);
        }
    }
    *at++ = ']';
    *at++ = '}';
    body.resize(at - body.data());
    return body;
}

} // namespace api::codec
