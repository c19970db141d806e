// Surveys' interlocking quotas as the server told them last, kept for when it can't be reached.
#pragma once

#include "api/types/interlocking.h"

#include <QDateTime>

#include <functional>

class QObject;

namespace models {

class Database;

struct KnownGrid
{
    api::Interlocking grid; ///< without combinations: the server said that there is none
    QDateTime at; ///< UTC, when it told; invalid: it never did
    bool operator==(const KnownGrid &) const = default;
};

class GridCache
{
public:
    /// `account`: whose rows in the database (Session::account).
    GridCache(Database &database, QString account);

    /// Calls `handle` if `context` still exists then.
    void ask(const api::SurveyId &survey, QObject *context,
             std::function<void(const KnownGrid &)> handle);
    void keep(const api::SurveyId &survey, const KnownGrid &known);

private:
    Database &m_database;
    QString m_account;
};

} // namespace models
