#include "models/surveys/surveypast.h"

#include "models/database/database.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveystore.h"

namespace models {

SurveyPast::SurveyPast(Database &database, QString account, SurveyStore &surveys, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
    connect(&surveys, &SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            read();
    });
    connect(&surveys, &SurveyStore::surveyChanged, this, &SurveyPast::readOne);
}

void SurveyPast::read()
{
    const QDateTime dayAgo = QDateTime::currentDateTimeUtc().addDays(-1);
    m_database.ask(
        [account = m_account, dayAgo](QSqlDatabase &connection) {
            return All {snapshottable::ledgers(connection, account),
                        snapshottable::begun(connection, account),
                        snapshottable::allAt(connection, account, dayAgo)};
        },
        this,
        [this](const All &all) {
            m_all = all;
            Q_EMIT changed();
        });
}

void SurveyPast::readOne(const api::SurveyId &id)
{
    m_database.ask(
        [account = m_account, id](QSqlDatabase &connection) {
            return snapshottable::read(connection, account, id);
        },
        this,
        [this, id](const History &history) {
            const QList<LedgerRow> rows = ledger(history);
            const QDateTime start = begunIn(history);
            const bool isNews = start != m_all.begun.value(id)
                || (rows.size() > 1 && rows != m_all.ledgers.value(id));
            if (rows.size() > 1)
                m_all.ledgers.insert(id, rows);
            if (start.isValid())
                m_all.begun.insert(id, start);
            if (isNews)
                Q_EMIT changed();
        });
}

Prices SurveyPast::prices(const api::Survey &survey) const
{
    return {m_all.ledgers.value(survey.id), survey.cpi, survey.knows(api::SurveyFigure::Cpi)};
}

QDateTime SurveyPast::begun(const api::SurveyId &id) const
{
    return m_all.begun.value(id);
}

std::optional<DayAgo> SurveyPast::dayAgo(const api::SurveyId &id) const
{
    const auto found = m_all.dayAgo.constFind(id);
    return found == m_all.dayAgo.cend() ? std::nullopt
                                        : std::optional(DayAgo {found->complete, found->entrants});
}

} // namespace models

#include "moc_surveypast.cpp"
