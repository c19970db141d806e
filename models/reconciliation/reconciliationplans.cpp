#include "models/reconciliation/reconciliationplans.h"

#include "models/database/database.h"
#include "models/database/sql.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/surveystore.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

namespace {

const QString afterEndKey = u"reconciliation/daysAfterEnd"_s;
const QString beforeKey = u"reconciliation/daysBefore"_s;

DeadlineRule keptRule()
{
    const QSettings settings;
    DeadlineRule rule;
    rule.daysAfterEnd = std::clamp(settings.value(afterEndKey, rule.daysAfterEnd).toInt(), 0, 365);
    rule.daysBefore = std::clamp(settings.value(beforeKey, rule.daysBefore).toInt(), 0, 60);
    return rule;
}

using Plans = QHash<api::SurveyId, ReconciliationPlan>;

Plans read(QSqlDatabase &connection, const QString &account)
{
    Plans plans;
    std::ignore =
        sql::each(connection,
                  u"SELECT survey, deadline, reminded, reading FROM reconciliation_plans"
                  " WHERE account = ?"_s,
                  {account}, [&plans](const QSqlQuery &row) {
                      plans.insert({row.value(0).toString()},
                                   {QDate::fromString(row.value(1).toString(), Qt::ISODate),
                                    QDate::fromString(row.value(2).toString(), Qt::ISODate),
                                    uidChoiceFromJson(row.value(3).toByteArray())});
                  });
    return plans;
}

/// Never null, as the columns want it.
QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : u""_s;
}

void write(QSqlDatabase &connection, const QString &account, const api::SurveyId &survey,
           const ReconciliationPlan &plan)
{
    // A failure is shown by the database.
    std::ignore =
        sql::exec(connection,
                  u"INSERT OR REPLACE INTO reconciliation_plans"
                  " (account, survey, deadline, reminded, reading) VALUES (?, ?, ?, ?, ?)"_s,
                  {account, survey.value, dayText(plan.deadline), dayText(plan.reminded),
                   QString::fromUtf8(toJson(plan.reading))});
}

} // namespace

QDate deadlineOf(const api::Survey &survey, const ReconciliationPlan &plan, DeadlineRule rule)
{
    if (plan.deadline.isValid())
        return plan.deadline;
    return rule.daysAfterEnd > 0 && survey.end.isValid() ? survey.end.addDays(rule.daysAfterEnd)
                                                         : QDate();
}

bool needsReminder(QDate deadline, QDate reminded, DeadlineRule rule, QDate today)
{
    if (!deadline.isValid() || today > deadline)
        return false;
    const QDate begin = deadline.addDays(-rule.daysBefore);
    const bool isFirst = today >= begin && (!reminded.isValid() || reminded < begin);
    return isFirst || (today == deadline && reminded != today);
}

ReconciliationPlans::ReconciliationPlans(Database &database, QString account, SurveyStore &surveys,
                                         ReconciliationStore &reconciliations, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
    , m_surveys(surveys)
    , m_reconciliations(reconciliations)
    , m_rule(keptRule())
{
    connect(&surveys, &SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            remind();
    });
    connect(&reconciliations, &ReconciliationStore::summariesRead, this,
            &ReconciliationPlans::remind);
    connect(&reconciliations, &ReconciliationStore::checksChanged, this, [this] {
        if (m_reconciliations.checksLeft() == 0)
            remind();
    });
    connect(&m_hour, &QTimer::timeout, this, &ReconciliationPlans::remind);
    m_hour.start(1h);
}

void ReconciliationPlans::load()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &connection) { return read(connection, account); }, this,
        [this](const Plans &kept) {
            const Plans early = std::exchange(m_plans, kept);
            m_plans.insert(early);
            m_isRead = true;
            Q_EMIT changed();
            remind();
        });
}

const ReconciliationPlan &ReconciliationPlans::plan(const api::SurveyId &survey) const
{
    static const ReconciliationPlan none;
    const auto found = m_plans.constFind(survey);
    return found == m_plans.cend() ? none : *found;
}

void ReconciliationPlans::keep(const api::SurveyId &survey)
{
    m_database.run([account = m_account, survey, plan = plan(survey)](QSqlDatabase &connection) {
        write(connection, account, survey, plan);
    });
}

void ReconciliationPlans::setDeadline(const api::SurveyId &survey, QDate deadline)
{
    if (plan(survey).deadline == deadline)
        return;
    m_plans[survey].deadline = deadline;
    m_plans[survey].reminded = {};
    keep(survey);
    Q_EMIT changed();
}

void ReconciliationPlans::setReading(const api::SurveyId &survey, const UidChoice &reading)
{
    if (plan(survey).reading == reading)
        return;
    m_plans[survey].reading = reading;
    keep(survey);
}

QDate ReconciliationPlans::deadline(const api::Survey &survey) const
{
    return deadlineOf(survey, plan(survey.id), m_rule);
}

void ReconciliationPlans::setRule(DeadlineRule rule)
{
    if (rule == m_rule)
        return;
    m_rule = rule;
    QSettings settings;
    settings.setValue(afterEndKey, rule.daysAfterEnd);
    settings.setValue(beforeKey, rule.daysBefore);
    Q_EMIT changed();
}

void ReconciliationPlans::setClock(std::function<QDate()> today)
{
    m_today = std::move(today);
}

void ReconciliationPlans::remind()
{
    if (!m_isRead || !m_reconciliations.isRead() || m_surveys.isBusy())
        return;
    QList<api::Survey> near;
    QList<api::SurveyId> unknown;
    for (const api::Survey &survey : m_surveys.surveys()) {
        const auto summary = m_reconciliations.summaries().constFind(survey.id);
        const bool isOpen =
            summary == m_reconciliations.summaries().cend() || isUnsettled(summary->state);
        if (!api::isOver(survey) || !isOpen
            || !needsReminder(deadline(survey), plan(survey.id).reminded, m_rule, today()))
            continue;
        const bool isKnown = summary != m_reconciliations.summaries().cend()
            || m_reconciliations.checked(survey.id).isValid() || m_asked.contains(survey.id);
        if (isKnown)
            near.append(survey);
        else
            unknown.append(survey.id);
    }
    for (const api::SurveyId &id : std::as_const(unknown))
        m_asked.insert(id);
    for (const api::Survey &survey : std::as_const(near)) {
        m_plans[survey.id].reminded = today();
        keep(survey.id);
    }
    if (!near.isEmpty())
        Q_EMIT deadlinesNear(near);
    if (!unknown.isEmpty())
        m_reconciliations.checkAll(unknown);
}

} // namespace models

#include "moc_reconciliationplans.cpp"
