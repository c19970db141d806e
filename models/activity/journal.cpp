#include "models/activity/journal.h"

#include "models/database/database.h"
#include "models/database/sql.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Writes them in one transaction; their ids, 0 for what can't be written.
QList<qint64> insert(QSqlDatabase &database, const QString &account,
                     const QList<api::CallRecord> &records)
{
    QList<qint64> ids;
    const auto write = [&]() -> sql::Result<sql::Done> {
        sql::Statement insertion(
            database,
            u"INSERT INTO calls (account, started, duration, verb, endpoint, survey, tries,"
            " http_status, error, request_body, answer_body, answer_size, query, headers)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        for (const api::CallRecord &record : records) {
            const auto done = insertion.exec(
                {account, record.started.toMSecsSinceEpoch(), qlonglong(record.duration.count()),
                 int(record.verb), record.endpoint, record.survey.value, record.tries,
                 record.httpStatus, record.error ? QVariant(int(*record.error)) : QVariant(),
                 record.requestBody, record.answerBody, record.answerSize, record.query,
                 record.headers});
            if (!done)
                return done;
            ids.append(done->id);
        }
        return sql::exec(database,
                         u"DELETE FROM calls WHERE id <= (SELECT max(id) FROM calls) - ?"_s,
                         {Journal::limit});
    };
    return sql::transaction(database, write) ? ids : QList<qint64>(records.size(), 0);
}

api::CallRecord recordFrom(const QSqlQuery &query)
{
    api::CallRecord record;
    record.started = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC);
    record.duration = std::chrono::milliseconds(query.value(2).toLongLong());
    record.verb = api::Verb(query.value(3).toInt());
    record.endpoint = query.value(4).toString();
    record.survey = {query.value(5).toString()};
    record.tries = query.value(6).toInt();
    record.httpStatus = query.value(7).toInt();
    if (!query.isNull(8))
        record.error = api::ErrorKind(query.value(8).toInt());
    record.answerSize = query.value(9).toLongLong();
    return record;
}

QList<JournalCall> readNewest(QSqlDatabase &database, const QString &account, int count,
                              const api::SurveyId &survey)
{
    QList<JournalCall> calls;
    std::ignore = sql::each(
        database,
        u"SELECT id, started, duration, verb, endpoint, survey, tries, http_status, error,"
        " answer_size FROM calls WHERE account = ? AND (? OR survey = ?)"
        " ORDER BY id DESC LIMIT ?"_s,
        {account, survey.isEmpty(), survey.value, count}, [&calls](const QSqlQuery &row) {
            calls.append({row.value(0).toLongLong(), recordFrom(row)});
        });
    return calls;
}

api::CallRecord readWhole(QSqlDatabase &database, qint64 id)
{
    api::CallRecord record;
    std::ignore = sql::each(
        database,
        u"SELECT id, started, duration, verb, endpoint, survey, tries, http_status, error,"
        " answer_size, request_body, answer_body, query, headers FROM calls"
        " WHERE id = ?"_s,
        {id}, [&record](const QSqlQuery &row) {
            record = recordFrom(row);
            record.requestBody = row.value(10).toString();
            record.answerBody = row.value(11).toString();
            record.query = row.value(12).toString();
            record.headers = row.value(13).toString();
        });
    return record;
}

} // namespace

Journal::Journal(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatheringTime);
    connect(&m_gathering, &QTimer::timeout, this, &Journal::write);
}

Journal::~Journal()
{
    if (!m_waiting.isEmpty())
        m_database.run([account = m_account, records = m_waiting](QSqlDatabase &database) {
            return insert(database, account, records);
        });
}

void Journal::add(const api::CallRecord &record)
{
    m_waiting.append(record);
    if (!m_gathering.isActive())
        m_gathering.start();
}

void Journal::write()
{
    m_gathering.stop();
    const QList<api::CallRecord> records = std::exchange(m_waiting, {});
    if (records.isEmpty())
        return;
    m_database.ask([account = m_account,
                    records](QSqlDatabase &database) { return insert(database, account, records); },
                   this,
                   [this, records](const QList<qint64> &ids) {
                       for (qsizetype i = 0; i < records.size(); ++i) {
                           JournalCall kept {ids.value(i), records[i]};
                           for (QString *const heavy :
                                {&kept.call.requestBody, &kept.call.answerBody, &kept.call.query,
                                 &kept.call.headers})
                               heavy->clear();
                           Q_EMIT added(kept);
                       }
                   });
}

QFuture<QList<JournalCall>> Journal::newest(int count, api::SurveyId survey)
{
    write();
    return m_database.run([account = m_account, count, survey](QSqlDatabase &database) {
        return readNewest(database, account, count, survey);
    });
}

QFuture<api::CallRecord> Journal::whole(qint64 id) const
{
    return m_database.run([id](QSqlDatabase &database) { return readWhole(database, id); });
}

} // namespace models

#include "moc_journal.cpp"
