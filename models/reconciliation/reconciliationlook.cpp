#include "api/calls/reconciliation.h"
#include "models/database/database.h"
#include "models/files/work.h"
#include "models/reconciliation/reconciliationstoreprivate.h"

#include <QPointer>
#include <QTimer>

namespace models {

namespace {

bool isCompleted(const api::Reconciliation &answer)
{
    return answer.status == api::ReconciliationStatus::Completed;
}

/// Without a verdict that can be relied on the server may have taken it.
bool isUnclear(const api::ApiError &error)
{
    return error.delivery == api::Delivery::Ambiguous
        || (error.delivery == api::Delivery::Answered
            && (error.kind == api::ErrorKind::ServerError
                || error.kind == api::ErrorKind::Malformed));
}

using SubmitRequest = std::shared_ptr<api::Request<api::Done>>;

/// The body of a million UIDs is 22 MB: it is written beside the interface.
QCoro::Task<SubmitRequest> written(SubmissionRecord record)
{
    auto request = inWorker([record = std::move(record)] {
        return std::make_shared<api::Request<api::Done>>(
            api::calls::submitReconciliation(record.survey, {record.email, *record.uids}));
    });
    co_return co_await request;
}

/// Worth another try by itself.
bool isPassing(api::ErrorKind kind)
{
    return kind == api::ErrorKind::Network || kind == api::ErrorKind::Timeout
        || kind == api::ErrorKind::ServerError || kind == api::ErrorKind::RateLimited;
}

bool isOpen(const SubmissionRecord *record)
{
    return record && record->state != SubmissionState::Completed
        && record->state != SubmissionState::Rejected;
}

} // namespace

const SubmissionRecord *ReconciliationStore::Private::latestOf(const Entry &entry)
{
    for (auto i = entry.records.rbegin(); i != entry.records.rend(); ++i)
        if (i->state != SubmissionState::Rejected)
            return &*i;
    return entry.records.isEmpty() ? nullptr : &entry.records.last();
}

SubmissionRecord *ReconciliationStore::Private::latestOf(Entry &entry)
{
    const SubmissionRecord *const latest = latestOf(std::as_const(entry));
    return latest ? &entry.records[latest - entry.records.constData()] : nullptr;
}

void ReconciliationStore::Private::keep(const SubmissionRecord &record)
{
    if (record.id != 0)
        database.run([record](QSqlDatabase &connection) {
            reconciliationtable::update(connection, record);
        });
}

void ReconciliationStore::Private::write(SubmissionRecord record)
{
    database.ask(
        [account = account, record](QSqlDatabase &connection) {
            return reconciliationtable::insert(connection, account, record);
        },
        q,
        [this, record](qint64 id) {
            if (id != 0)
                return send(record, id);
            entries[record.survey].isSubmitting = false;
            Q_EMIT q->notKept(record.survey);
            tell(record.survey);
        });
}

void ReconciliationStore::Private::send(SubmissionRecord record, qint64 id)
{
    record.id = id;
    entries[record.survey].records.append(record);
    tell(record.survey);
    QCoro::connect(written(record), q, [this, record](const SubmitRequest &request) {
        QCoro::connect(client.send(*request), q,
                       [this, record](const api::Result<api::Done> &answer) {
                           answered(record.survey, record.id, answer);
                       });
    });
}

void ReconciliationStore::Private::answered(const api::SurveyId &survey, qint64 id,
                                            const api::Result<api::Done> &answer)
{
    Entry &entry = entries[survey];
    entry.isSubmitting = false;
    const auto record = std::ranges::find(entry.records, id, &SubmissionRecord::id);
    if (record == entry.records.end())
        return;
    record->answered = QDateTime::currentDateTimeUtc();
    if (answer) {
        record->state = SubmissionState::Submitted;
        record->message = answer->message;
    } else {
        const bool isOpenStill = isUnclear(answer.error());
        record->state = isOpenStill ? SubmissionState::Unknown : SubmissionState::Rejected;
        record->message = answer.error().serverMessage;
    }
    keep(*record);
    tell(survey);
    if (!answer)
        Q_EMIT q->submitFailed(survey, answer.error());
    // A conflict means that the server has one already: what it has is shown.
    if (answer || isUnclear(answer.error()) || answer.error().kind == api::ErrorKind::Conflict)
        look(survey);
}

void ReconciliationStore::Private::look(const api::SurveyId &survey)
{
    Entry &entry = entries[survey];
    entry.look.cancel();
    entry.look = api::Cancellation();
    entry.isLooking = true;
    const api::Cancellation mine = entry.look;
    const std::function<void(api::Reconciliation)> onAnswer =
        [store = QPointer(q), this, survey](const api::Reconciliation &answer) {
            if (store)
                seen(survey, answer);
        };
    auto task = api::flows::poll(client, api::calls::reconciliation(survey), isCompleted, onAnswer,
                                 mine, pauses);
    QCoro::connect(std::move(task), q,
                   [this, survey, mine](const api::Result<api::Reconciliation> &answer) {
                       if (mine.isCancelled())
                           return;
                       entries[survey].isLooking = false;
                       if (answer)
                           seen(survey, *answer);
                       else
                           failed(survey, answer.error());
                   });
    tell(survey);
}

void ReconciliationStore::Private::seen(const api::SurveyId &survey,
                                        const api::Reconciliation &answer)
{
    Entry &entry = entries[survey];
    SubmissionRecord *record = latestOf(entry);
    const bool isOurs = record && record->state != SubmissionState::Rejected;
    if (!isOurs) {
        entry.records.append(SubmissionRecord()); // made elsewhere
        record = &entry.records.last();
        record->survey = survey;
    }
    const bool wasCompleted = record->state == SubmissionState::Completed;
    record->state = isCompleted(answer) ? SubmissionState::Completed : SubmissionState::Processing;
    record->answered = QDateTime::currentDateTimeUtc();
    if (*record->accepted != answer.acceptedUids) // what is shown of them stays as it is
        record->accepted = std::make_shared<api::UidList>(answer.acceptedUids);
    keep(*record);
    tell(survey);
    heard(survey);
    if (isCompleted(answer) && isOurs && !wasCompleted)
        Q_EMIT q->completed(survey);
}

void ReconciliationStore::Private::failed(const api::SurveyId &survey, const api::ApiError &error)
{
    // That the server has none is no failure where none was submitted from here either.
    const std::optional<SubmissionRecord> record = q->latest(survey);
    const bool isExpected = error.kind == api::ErrorKind::NotFound
        && (!record || record->state == SubmissionState::Rejected);
    if (isOpen(latestOf(entries[survey])) && isPassing(error.kind))
        QTimer::singleShot(pauses.longest, q, [this, survey] {
            if (!entries[survey].isLooking && !entries[survey].isSubmitting)
                look(survey);
        });
    tell(survey);
    heard(survey);
    if (!isExpected && error.kind != api::ErrorKind::Cancelled)
        Q_EMIT q->checkFailed(survey, error);
}

void ReconciliationStore::Private::tell(const api::SurveyId &survey)
{
    if (const SubmissionRecord *const latest = latestOf(std::as_const(entries[survey])))
        summaries.insert(survey, summaryOf(*latest));
    Q_EMIT q->changed(survey);
}

void ReconciliationStore::Private::take(const api::SurveyId &survey,
                                        const QList<SubmissionRecord> &kept)
{
    Entry &entry = entries[survey];
    // The network may have been quicker: ours stand before what it made up for them.
    const QList<SubmissionRecord> early = std::exchange(entry.records, kept);
    for (const SubmissionRecord &record : early)
        if (record.id != 0 ? std::ranges::find(kept, record.id, &SubmissionRecord::id) == kept.end()
                           : kept.isEmpty())
            entry.records.append(record);
    tell(survey);
    if (isOpen(latestOf(entry)) && !entry.isLooking && !entry.isSubmitting)
        look(survey);
}

void ReconciliationStore::Private::askNext()
{
    constexpr qsizetype atOnce = 3; // the person's own calls don't wait behind these
    while (asked.size() < atOnce && !waiting.isEmpty()) {
        const api::SurveyId survey = waiting.takeFirst();
        asked.insert(survey);
        if (!entries[survey].isLooking && !entries[survey].isSubmitting)
            look(survey);
    }
}

void ReconciliationStore::Private::heard(const api::SurveyId &survey)
{
    if (asked.remove(survey))
        askNext();
}

} // namespace models
