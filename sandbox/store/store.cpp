#include "sandbox/store/store.h"

#include "sandbox/store/details.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

Survey surveyFrom(const QSqlQuery &row)
{
    Survey survey = fromDetails(object(row.value(3)));
    survey.number = row.value(0).toLongLong();
    survey.projectId = row.value(1).toString();
    survey.status = static_cast<SurveyStatus>(row.value(2).toInt());
    survey.complete = row.value(4).toInt();
    survey.entrants = row.value(5).toInt();
    survey.filled = object(row.value(6));
    survey.fieldTime = row.value(7).toLongLong();
    return survey;
}

} // namespace

QSqlQuery Store::run(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_database.connection());
    query.setForwardOnly(true);
    query.prepare(statement);
    for (const QVariant &value : values) {
        // Qt writes an empty text that was never assigned as NULL.
        const bool isText = value.typeId() == QMetaType::QString;
        query.addBindValue(isText && value.toString().isNull() ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        throw StoreError {u"The data file failed: %1"_s.arg(query.lastError().text())};
    return query;
}

bool Store::isNew() const
{
    return !run(u"SELECT value FROM fact WHERE name = 'seed'"_s).next();
}

void Store::markFilled(quint64 seed)
{
    run(u"INSERT OR REPLACE INTO fact VALUES ('seed', ?)"_s, {QString::number(seed)});
}

quint64 Store::seed() const
{
    QSqlQuery query = run(u"SELECT value FROM fact WHERE name = 'seed'"_s);
    return query.next() ? query.value(0).toString().toULongLong() : 0;
}

qint64 Store::surveyCount() const
{
    QSqlQuery query = run(u"SELECT count(*) FROM survey"_s);
    return query.next() ? query.value(0).toLongLong() : 0;
}

QList<Survey> Store::read(const QString &tail, const QVariantList &values) const
{
    QSqlQuery query =
        run(u"SELECT number, project_id, status, details, complete, entrants, filled, "
            "field_time FROM survey "_s
                + tail,
            values);
    QList<Survey> read;
    while (query.next())
        read.append(surveyFrom(query));
    return read;
}

QList<Survey> Store::surveys(qint64 offset, qint64 limit) const
{
    return read(u"ORDER BY number DESC LIMIT ? OFFSET ?"_s, {limit, offset});
}

QList<Survey> Store::activeSurveys() const
{
    return read(u"WHERE status = ?"_s, {int(SurveyStatus::Active)});
}

std::optional<Survey> Store::survey(const QString &projectId) const
{
    const QList<Survey> found = read(u"WHERE project_id = ?"_s, {projectId});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

void Store::add(Survey &survey)
{
    const QVariant number = survey.number > 0 ? QVariant(survey.number) : QVariant();
    const QSqlQuery query =
        run(u"INSERT INTO survey VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {number, survey.projectId, int(survey.status), text(toDetails(survey)), survey.complete,
             survey.entrants, text(survey.filled), survey.fieldTime});
    survey.number = query.lastInsertId().toLongLong();
}

void Store::save(const Survey &survey)
{
    run(u"UPDATE survey SET status = ?, details = ?, complete = ?, entrants = ?, filled = ?, "
        "field_time = ? WHERE number = ?"_s,
        {int(survey.status), text(toDetails(survey)), survey.complete, survey.entrants,
         text(survey.filled), survey.fieldTime, survey.number});
}

void Store::saveProgress(const QList<Survey> &surveys)
{
    if (surveys.isEmpty())
        return;
    transaction([&] {
        for (const Survey &survey : surveys)
            run(u"UPDATE survey SET complete = ?, entrants = ?, filled = ?, field_time = ? "
                "WHERE number = ?"_s,
                {survey.complete, survey.entrants, text(survey.filled), survey.fieldTime,
                 survey.number});
    });
}

std::optional<Reconciliation> Store::reconciliation(const QString &projectId) const
{
    QSqlQuery query =
        run(u"SELECT email, due, accepted FROM reconciliation WHERE project_id = ?"_s, {projectId});
    if (!query.next())
        return std::nullopt;
    return Reconciliation {projectId, query.value(0).toString(), query.value(1).toLongLong(),
                           query.value(2).toString().split(u'\n', Qt::SkipEmptyParts)};
}

void Store::add(const Reconciliation &reconciliation)
{
    run(u"INSERT INTO reconciliation VALUES (?, ?, ?, ?)"_s,
        {reconciliation.projectId, reconciliation.email, reconciliation.due,
         reconciliation.accepted.join(u'\n')});
}

void Store::transaction(const std::function<void()> &work)
{
    run(u"BEGIN IMMEDIATE"_s);
    try {
        work();
        run(u"COMMIT"_s);
    } catch (...) {
        QSqlQuery(m_database.connection()).exec(u"ROLLBACK"_s);
        throw;
    }
}

void Store::clear()
{
    run(u"DELETE FROM survey"_s);
    run(u"DELETE FROM reconciliation"_s);
}

} // namespace sandbox
