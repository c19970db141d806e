#include "api/codec/reconciliation.h"

#include "api/codec/payload.h"

#include <QJsonArray>
#include <QJsonDocument>

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
        else if (const auto number = integer(Found(element)))
            uids.append(QByteArray::number(*number));
        else
            return std::nullopt;
    }
    return uids;
}

ReconciliationStatus statusOf(const QString &word)
{
    if (word.compare(u"Completed", Qt::CaseInsensitive) == 0)
        return ReconciliationStatus::Completed;
    if (word.compare(u"Processing", Qt::CaseInsensitive) == 0)
        return ReconciliationStatus::Processing;
    return ReconciliationStatus::Unknown;
}

/// True when JSON needs no escape for it, as for every letter and digit.
bool isPlain(QByteArrayView uid)
{
    return std::all_of(uid.begin(), uid.end(), [](char c) {
        return uchar(c) >= 0x20 && c != '"' && c != '\\' && uchar(c) < 0x7f;
    });
}

QByteArray quoted(const QString &value)
{
    const QByteArray array = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

} // namespace

Result<Reconciliation> reconciliation(const Answer &answer)
{
    Result<UidList> uids = payload<UidList>(answer, {"accepted_uids"}, readUids);
    if (!uids)
        return tl::unexpected(uids.error());
    const Document document(answer.body);
    if (uids->isEmpty() && document.member("error"))
        return tl::unexpected(errorOf(answer));
    Reconciliation result;
    result.statusText = text(document.member("status")).value_or(QString());
    result.status = statusOf(result.statusText);
    result.resultCount = integer(document.member("result_count")).value_or(int(uids->size()));
    result.acceptedUids = std::move(*uids);
    return result;
}

QByteArray written(const Submission &submission)
{
    const UidList &uids = submission.uids;
    QByteArray body;
    body.reserve(uids.byteCount() + 3 * uids.size() + 128);
    body += R"({"contact_email":)" + quoted(submission.contactEmail) + R"(,"request_uids":[)";
    for (qsizetype i = 0; i < uids.size(); ++i) {
        const QByteArrayView uid = uids.at(i);
        if (i > 0)
            body += ',';
        if (isPlain(uid)) {
            body += '"';
            body += uid;
            body += '"';
        } else {
            body += quoted(QString::fromUtf8(uid));
        }
    }
    body += "]}";
    return body;
}

} // namespace api::codec
