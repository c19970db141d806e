// Until when each survey is to be reconciled, and what a person chose for its files.
#pragma once

#include "api/types/survey.h"
#include "models/reconciliation/uidchoice.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace models {

class Database;
class ReconciliationStore;
class SurveyStore;

/// The rule of the settings, for surveys without a deadline of their own.
struct DeadlineRule
{
    int daysAfterEnd = 30; ///< of the field; 0 to 365, 0: no deadline
    int daysBefore = 3; ///< that the reminder comes; 0 to 60
    bool operator==(const DeadlineRule &) const = default;
};

struct ReconciliationPlan
{
    QDate deadline; ///< invalid: by the rule
    QDate reminded; ///< the day of the last reminder; invalid: none yet
    UidChoice reading;
    bool operator==(const ReconciliationPlan &) const = default;
};

/// Invalid when there is none: the field has no end, or the rule sets none.
QDate deadlineOf(const api::Survey &survey, const ReconciliationPlan &plan, DeadlineRule rule);

/// Once when the time before the deadline begins, and once more on its day.
bool needsReminder(QDate deadline, QDate reminded, DeadlineRule rule, QDate today);

/// Watches the surveys that are done and not submitted yet.
class ReconciliationPlans : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    ReconciliationPlans(Database &database, QString account, SurveyStore &surveys,
                        ReconciliationStore &reconciliations, QObject *parent = nullptr);

    void load(); ///< from the database, then `changed`; reminds from then on
    const ReconciliationPlan &plan(const api::SurveyId &survey) const;
    void setDeadline(const api::SurveyId &survey, QDate deadline); ///< invalid: by the rule
    void setReading(const api::SurveyId &survey, const UidChoice &reading);
    QDate deadline(const api::Survey &survey) const;

    DeadlineRule rule() const { return m_rule; }
    void setRule(DeadlineRule rule); ///< kept in the settings

    void setClock(std::function<QDate()> today); ///< for tests
    QDate today() const { return m_today(); }
    /// By itself after each refresh and every hour. A survey of which nothing is known is asked
    /// for first: it may have been reconciled elsewhere. Where no answer comes it is reminded of.
    void remind();

Q_SIGNALS:
    void changed();
    void deadlinesNear(const QList<api::Survey> &surveys);

private:
    void keep(const api::SurveyId &survey);

    Database &m_database;
    QString m_account;
    SurveyStore &m_surveys;
    ReconciliationStore &m_reconciliations;
    QHash<api::SurveyId, ReconciliationPlan> m_plans;
    DeadlineRule m_rule;
    std::function<QDate()> m_today = [] { return QDate::currentDate(); };
    QTimer m_hour;
    bool m_isRead = false;
    QSet<api::SurveyId> m_asked; ///< whether the service has one, before the reminder
};

} // namespace models
