#include "models/quotas/quotacompletes.h"

#include "models/database/database.h"
#include "models/quotas/quotajson.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models {

namespace {

ImportedCompletes read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    QSqlQuery query(database);
    query.prepare(
        u"SELECT counts, imported FROM quota_completes WHERE account = ? AND survey = ?"_s);
    query.addBindValue(account);
    query.addBindValue(survey.value);
    query.exec();
    if (!query.next())
        return {};
    return {quotasFromJson(QJsonDocument::fromJson(query.value(0).toByteArray()).array()),
            QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC)};
}

void write(QSqlDatabase &database, const QString &account, const api::SurveyId &survey,
           const ImportedCompletes &imported)
{
    QSqlQuery query(database);
    if (imported.counts.isEmpty()) {
        query.prepare(u"DELETE FROM quota_completes WHERE account = ? AND survey = ?"_s);
        query.addBindValue(account);
        query.addBindValue(survey.value);
    } else {
        query.prepare(u"INSERT OR REPLACE INTO quota_completes (account, survey, counts, imported)"
                      " VALUES (?, ?, ?, ?)"_s);
        query.addBindValue(account);
        query.addBindValue(survey.value);
        query.addBindValue(
            QJsonDocument(quotasToJson(imported.counts)).toJson(QJsonDocument::Compact));
        query.addBindValue(imported.at.toMSecsSinceEpoch());
    }
    query.exec();
}

} // namespace

QuotaCompletes::QuotaCompletes(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
}

void QuotaCompletes::ask(const api::SurveyId &survey, QObject *context,
                         std::function<void(const ImportedCompletes &)> handle)
{
    m_database.ask([account = m_account,
                    survey](QSqlDatabase &database) { return read(database, account, survey); },
                   context, std::move(handle));
}

void QuotaCompletes::keep(const api::SurveyId &survey, const ImportedCompletes &imported)
{
    m_database.run([account = m_account, survey, imported](QSqlDatabase &database) {
        write(database, account, survey, imported);
    });
    Q_EMIT changed(survey);
}

} // namespace models

#include "moc_quotacompletes.cpp"
