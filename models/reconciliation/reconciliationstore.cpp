#include "models/reconciliation/reconciliationstore.h"

#include "models/database/database.h"
#include "models/files/work.h"
#include "models/reconciliation/reconciliationstoreprivate.h"

#include <QRegularExpression>

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

} // namespace models

#include "moc_reconciliationstore.cpp"
