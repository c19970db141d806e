#include "models/database/database.h"
#include "models/files/work.h"
#include "models/reconciliation/reconciliationstoreprivate.h"

#include <QTimer>

namespace models {

namespace {

QCoro::Task<Finding> examined(api::Reconciliation answer, SharedUids submitted)
{
    auto finding = inWorker([answer = std::move(answer), submitted = std::move(submitted)] {
        return examine(answer, *submitted);
    });
    co_return co_await finding;
}

QCoro::Task<qint64> counted(QList<SharedUids> lists)
{
    auto count = inWorker([lists = std::move(lists)] { return uidCount(lists); });
    co_return co_await count;
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

bool isOurs(const SubmissionRecord *record)
{
    return record && record->state != SubmissionState::Rejected;
}

void apply(SubmissionRecord &record, const Finding &found)
{
    record.state = found.status == api::ReconciliationStatus::Completed
        ? SubmissionState::Completed
        : SubmissionState::Processing;
    record.word = found.word;
    record.answered = QDateTime::currentDateTimeUtc();
    if (*record.accepted != *found.accepted) // what is shown of them stays as it is
        record.accepted = found.accepted;
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

void ReconciliationStore::Private::load(const api::SurveyId &survey)
{
    if (std::exchange(entries[survey].isLoading, true))
        return;
    database.ask(
        [account = account, survey](QSqlDatabase &connection) {
            return reconciliationtable::read(connection, account, survey);
        },
        q, [this, survey](const QList<SubmissionRecord> &kept) { take(survey, kept); });
}

void ReconciliationStore::Private::take(const api::SurveyId &survey,
                                        const QList<SubmissionRecord> &kept)
{
    Entry &entry = entries[survey];
    entry.isLoaded = true;
    // One that was submitted meanwhile comes after those of the database, or is among them.
    const QList<SubmissionRecord> early = std::exchange(entry.records, kept);
    for (const SubmissionRecord &record : early) {
        const auto there = std::ranges::find(entry.records, record.id, &SubmissionRecord::id);
        if (there == entry.records.end())
            entry.records.append(record);
        else
            *there = record;
    }
    const std::optional<Asker> wish = std::exchange(entry.wish, std::nullopt);
    const bool isDue = wish || isOpen(latestOf(entry));
    const bool isSubmitting = entry.isSubmitting;
    tell(survey);
    if (isSubmitting)
        heard(survey);
    else if (isDue)
        look(survey, wish.value_or(Asker::Program));
}

void ReconciliationStore::Private::look(const api::SurveyId &survey, Asker asker)
{
    Entry &entry = entries[survey];
    if (!entry.isLoaded) {
        entry.wish = asker;
        return load(survey);
    }
    entry.look.cancel();
    entry.look = api::Cancellation();
    entry.isAsking = true;
    if (asker != Asker::Repetition || entry.pause.count() == 0)
        entry.pause = pauses.first;
    const int turn = ++entry.turn;
    const api::Cancellation mine = entry.look;
    tell(survey);
    QCoro::connect(client.send(api::calls::reconciliation(survey), mine), q,
                   [this, survey, turn, asker](const api::Result<api::Reconciliation> &answer) {
                       if (entries[survey].turn != turn)
                           return;
                       if (answer)
                           return judge(survey, *answer, turn);
                       entries[survey].isAsking = false;
                       failed(survey, answer.error(), asker);
                   });
}

/// A look that ends like this says nothing more: what it would have answered to is no more.
void ReconciliationStore::Private::stopLooking(const api::SurveyId &survey)
{
    Entry &entry = entries[survey];
    ++entry.turn;
    entry.look.cancel();
    entry.isAsking = false;
    entry.wish.reset();
    heard(survey);
}

void ReconciliationStore::Private::goOnLooking(const api::SurveyId &survey)
{
    if (isOpen(latestOf(std::as_const(entries[survey]))))
        look(survey, Asker::Repetition);
}

void ReconciliationStore::Private::judge(const api::SurveyId &survey,
                                         const api::Reconciliation &answer, int turn)
{
    const SubmissionRecord *const record = latestOf(std::as_const(entries[survey]));
    const SharedUids submitted = isOurs(record) ? record->uids : std::make_shared<api::UidList>();
    QCoro::connect(examined(answer, submitted), q, [this, survey, turn](const Finding &found) {
        Entry &entry = entries[survey];
        if (entry.turn != turn)
            return;
        entry.isAsking = false;
        seen(survey, found);
    });
}

void ReconciliationStore::Private::seen(const api::SurveyId &survey, const Finding &found)
{
    Entry &entry = entries[survey];
    entry.checked = QDateTime::currentDateTimeUtc();
    SubmissionRecord *record = latestOf(entry);
    const bool wasOurs = isOurs(record);
    if (!wasOurs) {
        entry.records.append(SubmissionRecord()); // made elsewhere
        record = &entry.records.last();
        record->survey = survey;
    }
    const bool wasCompleted = record->state == SubmissionState::Completed;
    if (!wasOurs || isAnswerTo(*record, found)) {
        apply(*record, found);
        keep(*record);
    }
    const bool isCompleted = record->state == SubmissionState::Completed;
    if (!isCompleted)
        lookLater(survey, entry.pause);
    tell(survey);
    heard(survey);
    if (isCompleted && wasOurs && !wasCompleted)
        Q_EMIT q->completed(survey);
}

void ReconciliationStore::Private::failed(const api::SurveyId &survey, const api::ApiError &error,
                                          Asker asker)
{
    Entry &entry = entries[survey];
    const bool hasNone = error.kind == api::ErrorKind::NotFound;
    if (hasNone)
        entry.checked = QDateTime::currentDateTimeUtc();
    const SubmissionRecord *const record = latestOf(std::as_const(entry));
    if (isOpen(record) && (hasNone || isPassing(error.kind)))
        lookLater(survey, pauses.longest);
    // That the service has none is no failure where none was taken from here either.
    const bool isExpected = hasNone
        && (!isOurs(record)
            || (record->state == SubmissionState::Unknown && asker != Asker::Person));
    tell(survey);
    heard(survey);
    if (!isExpected && asker != Asker::Repetition && error.kind != api::ErrorKind::Cancelled)
        Q_EMIT q->checkFailed(survey, error);
}

void ReconciliationStore::Private::lookLater(const api::SurveyId &survey,
                                             std::chrono::milliseconds pause)
{
    Entry &entry = entries[survey];
    const std::chrono::milliseconds longer {qint64(double(pause.count()) * pauses.growth)};
    entry.pause = std::min(longer, pauses.longest);
    QTimer::singleShot(pause, q, [this, survey, turn = entry.turn] {
        if (entries[survey].turn == turn)
            look(survey, Asker::Repetition);
    });
}

void ReconciliationStore::Private::tell(const api::SurveyId &survey)
{
    if (const SubmissionRecord *const latest = latestOf(std::as_const(entries[survey])))
        summaries.insert(survey, summaryOf(*latest, submittedOf(survey)));
    Q_EMIT q->changed(survey);
}

std::optional<qint64> ReconciliationStore::Private::submittedOf(const api::SurveyId &survey)
{
    Entry &entry = entries[survey];
    const QList<SharedUids> lists = submittedLists(entry.records);
    if (lists.size() <= 1)
        return uidCount(lists);
    if (lists == entry.counted)
        return entry.submitted;
    entry.counted = lists;
    entry.submitted.reset();
    QCoro::connect(counted(lists), q, [this, survey, lists](qint64 count) {
        if (entries[survey].counted != lists)
            return;
        entries[survey].submitted = count;
        tell(survey);
    });
    return {};
}

void ReconciliationStore::Private::askNext()
{
    constexpr qsizetype atOnce = 3; // the person's own calls don't wait behind these
    while (asked.size() < atOnce && !waiting.isEmpty()) {
        const api::SurveyId survey = waiting.takeFirst();
        if (entries[survey].isSubmitting)
            continue; // it is looked at when that has ended
        asked.insert(survey);
        if (!entries[survey].isAsking) // one that pauses between two looks is looked at now
            look(survey, Asker::Program);
    }
    if (asked.isEmpty() && waiting.isEmpty())
        checks = 0;
    Q_EMIT q->checksChanged();
}

void ReconciliationStore::Private::heard(const api::SurveyId &survey)
{
    if (asked.remove(survey))
        askNext();
}

} // namespace models
