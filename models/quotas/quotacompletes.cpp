#include "models/quotas/quotacompletes.h"

#include "models/database/database.h"
#include "models/database/sql.h"
#include "models/quotas/quotajson.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace models {

namespace {

ImportedCompletes read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    ImportedCompletes imported;
    std::ignore = sql::each(
        database,
        u"SELECT counts, imported FROM quota_completes WHERE account = ? AND survey = ?"_s,
        {account, survey.value}, [&imported](const QSqlQuery &row) {
            imported = {quotasFromJson(QJsonDocument::fromJson(row.value(0).toByteArray()).array()),
                        QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC)};
        });
    return imported;
}

sql::Result<sql::Done> write(QSqlDatabase &database, const QString &account,
                             const api::SurveyId &survey, const ImportedCompletes &imported)
{
    if (imported.counts.isEmpty())
        return sql::exec(database,
                         u"DELETE FROM quota_completes WHERE account = ? AND survey = ?"_s,
                         {account, survey.value});
    return sql::exec(database,
                     u"INSERT OR REPLACE INTO quota_completes (account, survey, counts, imported)"
                     " VALUES (?, ?, ?, ?)"_s,
                     {account, survey.value,
                      QJsonDocument(quotasToJson(imported.counts)).toJson(QJsonDocument::Compact),
                      imported.at.toMSecsSinceEpoch()});
}

} // namespace

QuotaCompletes::QuotaCompletes(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
    connect(&database, &Database::recovered, this, &QuotaCompletes::writeUnsaved);
}

void QuotaCompletes::ask(const api::SurveyId &survey, QObject *context,
                         std::function<void(const ImportedCompletes &)> handle)
{
    m_database.ask([account = m_account,
                    survey](QSqlDatabase &database) { return read(database, account, survey); },
                   context,
                   [this, self = QPointer(this), survey,
                    handle = std::move(handle)](const ImportedCompletes &kept) {
                       // What the disk refused is in memory.
                       handle(self ? m_unsaved.value(survey, kept) : kept);
                   });
}

void QuotaCompletes::keep(const api::SurveyId &survey, const ImportedCompletes &imported)
{
    m_unsaved.remove(survey);
    store(survey, imported);
    Q_EMIT changed(survey);
}

void QuotaCompletes::store(const api::SurveyId &survey, const ImportedCompletes &imported)
{
    m_database.ask(
        [account = m_account, survey, imported](QSqlDatabase &database) {
            return write(database, account, survey, imported);
        },
        this,
        [this, survey, imported](const sql::Result<sql::Done> &written) {
            if (written)
                return;
            m_unsaved.insert(survey, imported);
            Q_EMIT notSaved(survey, sql::sentence(written.error()));
        });
}

void QuotaCompletes::writeUnsaved()
{
    const auto unsaved = std::exchange(m_unsaved, {});
    for (const auto &[survey, imported] : unsaved.asKeyValueRange())
        store(survey, imported);
}

} // namespace models

#include "moc_quotacompletes.cpp"
