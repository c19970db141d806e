// The rows of `exclusions`: what is known of a survey's exclusions, and what is owed to the server.
#pragma once

#include "api/types/ids.h"
#include "models/database/sql.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>

namespace models::exclusiontable {

struct Entry
{
    QList<api::SurveyId> known;
    QList<api::SurveyId> owed; ///< may be missing on the server since a removal was cut off
    QDateTime updated; ///< UTC; invalid before the server told them
    bool operator==(const Entry &) const = default;
};

/// For work inside models::Database.
Entry read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey);
[[nodiscard]] sql::Result<sql::Done> write(QSqlDatabase &database, const QString &account,
                                           const api::SurveyId &survey, const Entry &entry);

} // namespace models::exclusiontable
