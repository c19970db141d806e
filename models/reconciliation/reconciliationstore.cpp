#include "models/reconciliation/reconciliationstore.h"

#include "models/database/database.h"
#include "models/files/work.h"
#include "models/reconciliation/reconciliationstoreprivate.h"

#include <QRegularExpression>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QFuture<QByteArray> fingerprintInWorker(SharedUids uids)
{
    return inWorker([uids = std::move(uids)] { return fingerprint(*uids); });
}

QCoro::Task<QByteArray> awaited(QFuture<QByteArray> future)
{
    co_return co_await future;
}

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

ReconciliationStore::ReconciliationStore(api::Client &client, Database &database, QString account,
                                         QObject *parent)
    : QObject(parent)
    , d(new Private {
          .q = this, .client = client, .database = database, .account = std::move(account)})
{
}

ReconciliationStore::~ReconciliationStore()
{
    for (Private::Entry &entry : d->entries)
        entry.look.cancel();
}

void ReconciliationStore::setPauses(const api::flows::Pauses &pauses)
{
    d->pauses = pauses;
}

void ReconciliationStore::load(const api::SurveyId &survey)
{
    if (d->entries[survey].isLoaded)
        Q_EMIT changed(survey);
    else
        d->load(survey);
}

void ReconciliationStore::loadAll()
{
    d->database.ask(
        [account = d->account](QSqlDatabase &connection) {
            return reconciliationtable::summaries(connection, account);
        },
        this,
        [this](const QHash<api::SurveyId, SubmissionSummary> &kept) {
            d->isRead = true;
            for (auto one = kept.cbegin(); one != kept.cend(); ++one)
                if (!d->summaries.contains(one.key()))
                    d->summaries.insert(one.key(), *one);
            Q_EMIT summariesRead();
            for (auto one = kept.cbegin(); one != kept.cend(); ++one)
                if (one->state != SubmissionState::Completed && !isUnsettled(one->state))
                    load(one.key());
        });
}

void ReconciliationStore::checkAll(const QList<api::SurveyId> &surveys)
{
    for (const api::SurveyId &survey : surveys)
        if (!d->waiting.contains(survey) && !d->asked.contains(survey))
            d->waiting.append(survey);
    d->checks = std::max(d->checks, checksLeft());
    d->askNext();
}

void ReconciliationStore::stopChecks()
{
    d->waiting.clear();
    d->askNext();
}

int ReconciliationStore::checksLeft() const
{
    return int(d->waiting.size() + d->asked.size());
}

int ReconciliationStore::checksBegun() const
{
    return d->checks;
}

QDateTime ReconciliationStore::checked(const api::SurveyId &survey) const
{
    return d->entries.value(survey).checked;
}

void ReconciliationStore::submit(const api::SurveyId &survey, const QString &email, SharedUids uids)
{
    if (std::exchange(d->entries[survey].isSubmitting, true))
        return;
    d->stopLooking(survey); // what it would find belongs to what was there before
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
                       d->seeWhatIsThere(whole);
                   });
}

void ReconciliationStore::check(const api::SurveyId &survey)
{
    if (!d->entries[survey].isSubmitting)
        d->look(survey, Private::Asker::Person);
}

std::optional<SubmissionRecord> ReconciliationStore::latest(const api::SurveyId &survey) const
{
    const auto entry = d->entries.find(survey);
    const SubmissionRecord *record =
        entry == d->entries.end() ? nullptr : Private::latestOf(*entry);
    return record ? std::optional(*record) : std::nullopt;
}

QList<SubmissionRecord> ReconciliationStore::records(const api::SurveyId &survey) const
{
    return d->entries.value(survey).records;
}

const QHash<api::SurveyId, SubmissionSummary> &ReconciliationStore::summaries() const
{
    return d->summaries;
}

bool ReconciliationStore::isRead() const
{
    return d->isRead;
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
    return d->entries.value(survey).isAsking;
}

bool looksLikeEmail(const QString &text)
{
    static const QRegularExpression form(uR"(^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$)"_s);
    return form.match(text).hasMatch();
}

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

#include "moc_reconciliationstore.cpp"
