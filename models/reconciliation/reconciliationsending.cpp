#include "models/database/database.h"
#include "models/files/work.h"
#include "models/reconciliation/reconciliationstoreprivate.h"

namespace models {

namespace {

/// Without a verdict that can be relied on the service may have taken it.
bool isUnclear(const api::ApiError &error)
{
    return error.delivery == api::Delivery::Ambiguous
        || (error.delivery == api::Delivery::Answered
            && (error.kind == api::ErrorKind::ServerError || error.kind == api::ErrorKind::Malformed
                || error.kind == api::ErrorKind::RateLimited));
}

/// The service can be asked, and has nothing to show.
bool saysNone(const api::ApiError &error)
{
    return error.kind == api::ErrorKind::NotFound || error.kind == api::ErrorKind::Conflict
        || error.kind == api::ErrorKind::Gone || error.kind == api::ErrorKind::Rejected;
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

QCoro::Task<QByteArray> marked(api::Reconciliation answer)
{
    auto mark = inWorker([answer = std::move(answer)] { return markOf(answer); });
    co_return co_await mark;
}

} // namespace

/// So that what the service has afterwards can be told from what it had already.
void ReconciliationStore::Private::seeWhatIsThere(SubmissionRecord record)
{
    const api::SurveyId survey = record.survey;
    QCoro::connect(client.send(api::calls::reconciliation(survey)), q,
                   [this, record](const api::Result<api::Reconciliation> &answer) {
                       SubmissionRecord whole = record;
                       if (answer) {
                           QCoro::connect(marked(*answer), q,
                                          [this, whole](const QByteArray &mark) {
                                              SubmissionRecord known = whole;
                                              known.before = mark;
                                              write(known);
                                          });
                           return;
                       }
                       if (api::isUnreachable(answer.error())
                           || answer.error().kind == api::ErrorKind::Cancelled
                           || answer.error().kind == api::ErrorKind::Tls
                           || answer.error().kind == api::ErrorKind::Unauthorized)
                           return giveUp(whole.survey, answer.error());
                       if (saysNone(answer.error()))
                           whole.before = markOfNone();
                       write(whole);
                   });
}

void ReconciliationStore::Private::giveUp(const api::SurveyId &survey, const api::ApiError &error)
{
    entries[survey].isSubmitting = false;
    api::ApiError unsent = error;
    unsent.delivery = api::Delivery::NotSent;
    tell(survey);
    Q_EMIT q->submitFailed(survey, unsent);
    goOnLooking(survey);
}

void ReconciliationStore::Private::write(SubmissionRecord record)
{
    database.ask(
        [file = &database, account = account, record](QSqlDatabase &connection) {
            // What is in memory is forgotten when the program ends.
            return file->report().isOpen ? reconciliationtable::insert(connection, account, record)
                                         : qint64(0);
        },
        q,
        [this, record](qint64 id) {
            if (id != 0)
                return send(record, id);
            entries[record.survey].isSubmitting = false;
            tell(record.survey);
            Q_EMIT q->notKept(record.survey);
            goOnLooking(record.survey);
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
        // 204 says that nothing changed, which is no promise that the list was taken.
        record->state = answer->changed ? SubmissionState::Submitted : SubmissionState::Unknown;
        record->message = answer->message;
    } else {
        record->state =
            isUnclear(answer.error()) ? SubmissionState::Unknown : SubmissionState::Rejected;
        record->message = answer.error().serverMessage;
    }
    keep(*record);
    const SubmissionRecord sent = *record;
    tell(survey);
    Q_EMIT q->submitted(sent);
    if (!answer)
        Q_EMIT q->submitFailed(survey, answer.error());
    // A conflict means that the service has one already: what it has is shown.
    if (answer || isUnclear(answer.error()) || answer.error().kind == api::ErrorKind::Conflict)
        look(survey, Asker::Program);
    else
        goOnLooking(survey);
}

} // namespace models
