#include "models/activity/journal.h"

#include "models/database/database.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models {

namespace {

qint64 insert(QSqlDatabase &database, const QString &account, const api::CallRecord &record)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO calls (account, started, duration, verb, endpoint, survey, tries,"
                  " http_status, error, request_body, answer_body, answer_size, query, headers)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    // A null string would be NULL.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    query.addBindValue(account);
    query.addBindValue(record.started.toMSecsSinceEpoch());
    query.addBindValue(qlonglong(record.duration.count()));
    query.addBindValue(int(record.verb));
    query.addBindValue(text(record.endpoint));
    query.addBindValue(text(record.survey.value));
    query.addBindValue(record.tries);
    query.addBindValue(record.httpStatus);
    query.addBindValue(record.error ? QVariant(int(*record.error)) : QVariant());
    query.addBindValue(text(record.requestBody));
    query.addBindValue(text(record.answerBody));
    query.addBindValue(record.answerSize);
    query.addBindValue(text(record.query));
    query.addBindValue(text(record.headers));
    query.exec();
    const qint64 id = query.lastInsertId().toLongLong();
    query.prepare(u"DELETE FROM calls WHERE id <= (SELECT max(id) FROM calls) - ?"_s);
    query.addBindValue(Journal::limit);
    query.exec();
    return id;
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
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT id, started, duration, verb, endpoint, survey, tries, http_status, error,"
        " answer_size FROM calls"
        " WHERE account = :account AND (:any OR survey = :survey)"
        " ORDER BY id DESC LIMIT :count"_s);
    query.bindValue(u":account"_s, account);
    query.bindValue(u":any"_s, survey.isEmpty());
    query.bindValue(u":survey"_s, survey.value);
    query.bindValue(u":count"_s, count);
    query.exec();
    QList<JournalCall> calls;
    while (query.next())
        calls.append({query.value(0).toLongLong(), recordFrom(query)});
    return calls;
}

api::CallRecord readWhole(QSqlDatabase &database, qint64 id)
{
    QSqlQuery query(database);
    query.prepare(
        u"SELECT id, started, duration, verb, endpoint, survey, tries, http_status, error,"
        " answer_size, request_body, answer_body, query, headers FROM calls"
        " WHERE id = ?"_s);
    query.addBindValue(id);
    query.exec();
    if (!query.next())
        return {};
    api::CallRecord record = recordFrom(query);
    record.requestBody = query.value(10).toString();
    record.answerBody = query.value(11).toString();
    record.query = query.value(12).toString();
    record.headers = query.value(13).toString();
    return record;
}

} // namespace

Journal::Journal(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
}

void Journal::add(const api::CallRecord &record)
{
    JournalCall call {0, record};
    for (QString *const heavy :
         {&call.call.requestBody, &call.call.answerBody, &call.call.query, &call.call.headers})
        heavy->clear();
    m_database.ask([account = m_account,
                    record](QSqlDatabase &database) { return insert(database, account, record); },
                   this,
                   [this, call](qint64 id) {
                       JournalCall kept = call;
                       kept.id = id;
                       Q_EMIT added(kept);
                   });
}

QFuture<QList<JournalCall>> Journal::newest(int count, api::SurveyId survey) const
{
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
