// What was seen of each survey before: at which prices its completes came, when its field began,
// and its figures a day ago.
#pragma once

#include "models/surveys/attention.h"
#include "models/surveys/prices.h"

#include <QHash>
#include <QObject>

namespace models {

class Database;
class SurveyStore;

/// Reads the histories anew after each refresh, and one survey's when that survey changes.
class SurveyPast : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    SurveyPast(Database &database, QString account, SurveyStore &surveys,
               QObject *parent = nullptr);

    void read(); ///< all of them, then `changed`
    Prices prices(const api::Survey &survey) const;
    /// When it was first seen active, without an entrant yet; invalid: not known.
    QDateTime begun(const api::SurveyId &id) const;
    std::optional<DayAgo> dayAgo(const api::SurveyId &id) const;

Q_SIGNALS:
    void changed();

private:
    void readOne(const api::SurveyId &id);

    struct All
    {
        QHash<api::SurveyId, QList<LedgerRow>> ledgers; ///< of those whose CPI was changed
        QHash<api::SurveyId, QDateTime> begun;
        QHash<api::SurveyId, Snapshot> dayAgo;
    };

    Database &m_database;
    QString m_account;
    All m_all;
};

} // namespace models
