#include "models/reconciliation/reconciliationstore.h"

#include "api/calls/reconciliation.h"
#include "models/database/database.h"
#include "models/files/work.h"

#include <QHash>
#include <QPointer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Of one survey.
struct Entry
{
    QList<SubmissionRecord> records;
    bool isLoaded = false;
    bool isSubmitting = false;
    bool isLooking = false;
    api::Cancellation look;
};

bool isCompleted(const api::Reconciliation &answer)
{
    return answer.status == api::ReconciliationStatus::Completed;
}

bool isOpen(SubmissionState state)
{
    return state != SubmissionState::Completed && state != SubmissionState::Rejected;
}

/// Without a verdict that can be relied on the server may have taken it.
bool isUnclear(const api::ApiError &error)
{
    return error.delivery == api::Delivery::Ambiguous
        || (error.delivery == api::Delivery::Answered
            && (error.kind == api::ErrorKind::ServerError
                || error.kind == api::ErrorKind::Malformed));
}

/// Whose answer counts: a refused attempt doesn't hide the one that was taken before.
SubmissionRecord *latestOf(Entry &entry)
{
    for (auto i = entry.records.rbegin(); i != entry.records.rend(); ++i)
        if (i->state != SubmissionState::Rejected)
            return &*i;
    return entry.records.isEmpty() ? nullptr : &entry.records.last();
}

QFuture<QByteArray> fingerprintInWorker(SharedUids uids)
{
    return inWorker([uids = std::move(uids)] { return fingerprint(*uids); });
}

QCoro::Task<QByteArray> awaited(QFuture<QByteArray> future)
{
    co_return co_await future;
}

} // namespace

struct ReconciliationStore::Private
{
    ReconciliationStore *q;
    api::Client &client;
    Database &database;
    QString account;
    api::flows::Pauses pauses {};
    QHash<api::SurveyId, Entry> entries {};

    void keep(const SubmissionRecord &record)
    {
        if (record.id != 0)
            database.run([record](QSqlDatabase &connection) {
                reconciliationtable::update(connection, record);
            });
    }

    void write(SubmissionRecord record)
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
                Q_EMIT q->changed(record.survey);
            });
    }

    void send(SubmissionRecord record, qint64 id)
    {
        record.id = id;
        entries[record.survey].records.append(record);
        Q_EMIT q->changed(record.survey);
        const api::Submission body {record.email, *record.uids};
        QCoro::connect(client.send(api::calls::submitReconciliation(record.survey, body)), q,
                       [this, record](const api::Result<api::Done> &answer) {
                           answered(record.survey, record.id, answer);
                       });
    }

    void answered(const api::SurveyId &survey, qint64 id, const api::Result<api::Done> &answer)
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
        Q_EMIT q->changed(survey);
        if (!answer)
            Q_EMIT q->submitFailed(survey, answer.error());
        // A conflict means that the server has one already: what it has is shown.
        if (answer || isUnclear(answer.error()) || answer.error().kind == api::ErrorKind::Conflict)
            look(survey);
    }

    void look(const api::SurveyId &survey)
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
        auto task = api::flows::poll(client, api::calls::reconciliation(survey), isCompleted,
                                     onAnswer, mine, pauses);
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
        Q_EMIT q->changed(survey);
    }

    void seen(const api::SurveyId &survey, const api::Reconciliation &answer)
    {
        Entry &entry = entries[survey];
        SubmissionRecord *record = latestOf(entry);
        if (!record || record->state == SubmissionState::Rejected) {
            entry.records.append(SubmissionRecord()); // made elsewhere
            record = &entry.records.last();
            record->survey = survey;
        }
        const bool wasCompleted = record->state == SubmissionState::Completed;
        record->state =
            isCompleted(answer) ? SubmissionState::Completed : SubmissionState::Processing;
        record->answered = QDateTime::currentDateTimeUtc();
        record->accepted = std::make_shared<api::UidList>(answer.acceptedUids);
        keep(*record);
        Q_EMIT q->changed(survey);
        if (isCompleted(answer) && !wasCompleted)
            Q_EMIT q->completed(survey);
    }

    void failed(const api::SurveyId &survey, const api::ApiError &error)
    {
        // That the server has none is no failure where none was submitted from here either.
        const std::optional<SubmissionRecord> record = q->latest(survey);
        const bool isExpected = error.kind == api::ErrorKind::NotFound
            && (!record || record->state == SubmissionState::Rejected);
        Q_EMIT q->changed(survey);
        if (!isExpected && error.kind != api::ErrorKind::Cancelled)
            Q_EMIT q->checkFailed(survey, error);
    }
};

ReconciliationStore::ReconciliationStore(api::Client &client, Database &database, QString account,
                                         QObject *parent)
    : QObject(parent)
    , d(new Private {
          .q = this, .client = client, .database = database, .account = std::move(account)})
{
}

ReconciliationStore::~ReconciliationStore()
{
    for (Entry &entry : d->entries)
        entry.look.cancel();
}

void ReconciliationStore::setPauses(const api::flows::Pauses &pauses)
{
    d->pauses = pauses;
}

void ReconciliationStore::load(const api::SurveyId &survey)
{
    if (std::exchange(d->entries[survey].isLoaded, true)) {
        Q_EMIT changed(survey);
        return;
    }
    d->database.ask(
        [account = d->account, survey](QSqlDatabase &connection) {
            return reconciliationtable::read(connection, account, survey);
        },
        this,
        [this, survey](const QList<SubmissionRecord> &kept) {
            Entry &entry = d->entries[survey];
            // The network may have been quicker: ours stand before what it made up for them.
            const QList<SubmissionRecord> early = std::exchange(entry.records, kept);
            for (const SubmissionRecord &record : early)
                if (record.id != 0
                        ? std::ranges::find(kept, record.id, &SubmissionRecord::id) == kept.end()
                        : kept.isEmpty())
                    entry.records.append(record);
            Q_EMIT changed(survey);
            const SubmissionRecord *record = latestOf(entry);
            if (record && isOpen(record->state) && !entry.isLooking && !entry.isSubmitting)
                d->look(survey);
        });
}

void ReconciliationStore::submit(const api::SurveyId &survey, const QString &email, SharedUids uids)
{
    if (std::exchange(d->entries[survey].isSubmitting, true))
        return;
    Q_EMIT changed(survey);
    SubmissionRecord record;
    record.survey = survey;
    record.email = email;
    record.uids = uids;
    record.submitted = QDateTime::currentDateTimeUtc();
    QCoro::connect(awaited(fingerprintInWorker(std::move(uids))), this,
                   [this, record](const QByteArray &made) {
                       SubmissionRecord whole = record;
                       whole.fingerprint = made;
                       d->write(whole);
                   });
}

void ReconciliationStore::check(const api::SurveyId &survey)
{
    if (!d->entries[survey].isSubmitting)
        d->look(survey);
}

std::optional<SubmissionRecord> ReconciliationStore::latest(const api::SurveyId &survey) const
{
    const auto entry = d->entries.find(survey);
    const SubmissionRecord *record = entry == d->entries.end() ? nullptr : latestOf(*entry);
    return record ? std::optional(*record) : std::nullopt;
}

QDateTime ReconciliationStore::submittedBefore(const api::SurveyId &survey,
                                               const QByteArray &fingerprint) const
{
    for (const SubmissionRecord &record : d->entries.value(survey).records)
        if (record.fingerprint == fingerprint && record.state != SubmissionState::Rejected)
            return record.submitted;
    return {};
}

bool ReconciliationStore::isSubmitting(const api::SurveyId &survey) const
{
    return d->entries.value(survey).isSubmitting;
}

bool ReconciliationStore::isLooking(const api::SurveyId &survey) const
{
    return d->entries.value(survey).isLooking;
}

bool looksLikeEmail(const QString &text)
{
    static const QRegularExpression form(uR"(^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$)"_s);
    return form.match(text).hasMatch();
}

} // namespace models

#include "moc_reconciliationstore.cpp"
