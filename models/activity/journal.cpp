#include "models/activity/journal.h"

#include "models/database/database.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models {

namespace {

void insert(QSqlDatabase &database, const QString &account, const api::CallRecord &record)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO calls (account, started, duration, verb, endpoint, survey, tries,"
                  " http_status, error, request_body, answer_body, answer_size)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
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
    query.exec();
    query.prepare(u"DELETE FROM calls WHERE id <= (SELECT max(id) FROM calls) - ?"_s);
    query.addBindValue(Journal::limit);
    query.exec();
}

api::CallRecord recordFrom(const QSqlQuery &query)
{
    api::CallRecord record;
    record.started = QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC);
    record.duration = std::chrono::milliseconds(query.value(1).toLongLong());
    record.verb = api::Verb(query.value(2).toInt());
    record.endpoint = query.value(3).toString();
    record.survey = {query.value(4).toString()};
    record.tries = query.value(5).toInt();
    record.httpStatus = query.value(6).toInt();
    if (!query.isNull(7))
        record.error = api::ErrorKind(query.value(7).toInt());
    record.requestBody = query.value(8).toString();
    record.answerBody = query.value(9).toString();
    record.answerSize = query.value(10).toLongLong();
    return record;
}

QList<api::CallRecord> readNewest(QSqlDatabase &database, const QString &account, int count,
                                  const api::SurveyId &survey)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT started, duration, verb, endpoint, survey, tries, http_status, error,"
                  " request_body, answer_body, answer_size FROM calls"
                  " WHERE account = :account AND (:any OR survey = :survey)"
                  " ORDER BY id DESC LIMIT :count"_s);
    query.bindValue(u":account"_s, account);
    query.bindValue(u":any"_s, survey.isEmpty());
    query.bindValue(u":survey"_s, survey.value);
    query.bindValue(u":count"_s, count);
    query.exec();
    QList<api::CallRecord> records;
    while (query.next())
        records.append(recordFrom(query));
    return records;
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
    m_database.run([account = m_account, record](QSqlDatabase &database) {
        insert(database, account, record);
    });
}

QFuture<QList<api::CallRecord>> Journal::newest(int count, api::SurveyId survey) const
{
    return m_database.run([account = m_account, count, survey](QSqlDatabase &database) {
        return readNewest(database, account, count, survey);
    });
}

} // namespace models

#include "moc_journal.cpp"
