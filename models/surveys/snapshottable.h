// The histories of an account's surveys in the local database.
#pragma once

#include "models/surveys/fieldfigures.h"

#include <QSqlDatabase>

namespace models::snapshottable {

/// Adds a snapshot of each survey that differs from its last one, in one transaction, and thins
/// some of the histories that were thinned longest ago: a bounded amount of work.
void record(QSqlDatabase &database, const QString &account, const QList<api::Survey> &surveys,
            const QDateTime &at);

/// Of one survey, the oldest first; empty when nothing was seen yet.
History read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey);

/// The snapshot in force at `at` of each survey of the account that had one by then.
QHash<api::SurveyId, Snapshot> allAt(QSqlDatabase &database, const QString &account,
                                     const QDateTime &at);

/// begunIn() each survey's history, where it is known.
QHash<api::SurveyId, QDateTime> begun(QSqlDatabase &database, const QString &account);
/// ledger() of each survey whose CPI was seen to change.
QHash<api::SurveyId, QList<LedgerRow>> ledgers(QSqlDatabase &database, const QString &account);

} // namespace models::snapshottable
