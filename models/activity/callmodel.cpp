#include "models/activity/callmodel.h"

#include "models/activity/curl.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

int statusOf(const CallRow &row)
{
    return row.call.error ? 1 + int(*row.call.error) : 0;
}

constexpr Column<CallRow> callColumns[] {
    {QT_TRANSLATE_NOOP("models::CallModel", "Time"),
     [](const CallRow &row) -> QVariant { return CallModel::timeText(row.call.started); },
     [](const CallRow &row) -> QVariant { return row.id; }},
    {QT_TRANSLATE_NOOP("models::CallModel", "Call"),
     [](const CallRow &row) -> QVariant { return CallModel::callName(row.call); },
     [](const CallRow &row) -> QVariant { return row.call.endpoint; }},
    {QT_TRANSLATE_NOOP("models::CallModel", "Survey"),
     [](const CallRow &row) -> QVariant { return plain(row.survey); },
     [](const CallRow &row) -> QVariant { return row.survey; }},
    {QT_TRANSLATE_NOOP("models::CallModel", "Result"),
     [](const CallRow &row) -> QVariant { return CallModel::resultName(row.call.error); },
     [](const CallRow &row) -> QVariant { return statusOf(row); }, Qt::AlignLeft,
     [](const CallRow &row) -> QVariant { return statusOf(row); }},
    {QT_TRANSLATE_NOOP("models::CallModel", "HTTP"),
     [](const CallRow &row) -> QVariant {
         return row.call.httpStatus > 0 ? plainCountText(row.call.httpStatus) : u"–"_s;
     },
     [](const CallRow &row) -> QVariant { return row.call.httpStatus; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::CallModel", "Duration"),
     [](const CallRow &row) -> QVariant { return CallModel::durationText(row.call.duration); },
     [](const CallRow &row) -> QVariant { return qlonglong(row.call.duration.count()); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::CallModel", "Tries"),
     [](const CallRow &row) -> QVariant { return countText(row.call.tries); },
     [](const CallRow &row) -> QVariant { return row.call.tries; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::CallModel", "Response"),
     [](const CallRow &row) -> QVariant {
         return QLocale().formattedDataSize(row.call.answerSize, 1);
     },
     [](const CallRow &row) -> QVariant { return row.call.answerSize; }, Qt::AlignRight},
};

} // namespace

CallModel::CallModel(QObject *parent)
    : TableModel<CallRow>(callColumns, "models::CallModel", parent)
{
}

std::span<const Column<CallRow>> CallModel::columns()
{
    return callColumns;
}

void CallModel::prepend(const CallRow &row)
{
    QList<CallRow> fresh = rows();
    fresh.prepend(row);
    if (fresh.size() > Journal::limit)
        fresh.removeLast();
    sync(std::move(fresh), &CallRow::id);
}

QString CallModel::callName(const api::CallRecord &call)
{
    return verbName(call.verb) + u' ' + call.endpoint.section(u'/', -1);
}

QString CallModel::timeText(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return local.date() == QDate::currentDate()
        ? local.time().toString(u"HH:mm:ss"_s)
        : QLocale().toString(local.date(), QLocale::ShortFormat) + u' '
            + local.time().toString(u"HH:mm:ss"_s);
}

QString CallModel::durationText(std::chrono::milliseconds duration)
{
    return duration < std::chrono::seconds(10)
        ? tr("%1 ms").arg(countText(duration.count()))
        : tr("%1 s").arg(QLocale().toString(double(duration.count()) / 1000, 'f', 1));
}

QString CallModel::resultName(const std::optional<api::ErrorKind> &error)
{
    if (!error)
        return tr("OK");
    switch (*error) {
    case api::ErrorKind::Network:
        return tr("Unreachable");
    case api::ErrorKind::Timeout:
        return tr("Timed out");
    case api::ErrorKind::Tls:
        return tr("Not safe");
    case api::ErrorKind::Cancelled:
        return tr("Cancelled");
    case api::ErrorKind::Unauthorized:
    case api::ErrorKind::HashMismatch:
        return tr("Not authorised");
    case api::ErrorKind::NotFound:
    case api::ErrorKind::Gone:
        return tr("Not found");
    case api::ErrorKind::Conflict:
    case api::ErrorKind::Rejected:
        return tr("Refused");
    case api::ErrorKind::RateLimited:
        return tr("Too many calls");
    case api::ErrorKind::ServerError:
        return tr("Server error");
    case api::ErrorKind::Malformed:
        break;
    }
    return tr("Unreadable");
}

} // namespace models
