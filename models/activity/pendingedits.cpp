#include "models/activity/pendingedits.h"

#include "models/database/database.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QList<PendingEdit> read(QSqlDatabase &database, const QString &account)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT survey, kind, made, what, before, after, payload FROM pending_edits"
                  " WHERE account = ? ORDER BY made"_s);
    query.addBindValue(account);
    query.exec();
    QList<PendingEdit> edits;
    while (query.next())
        edits.append({{query.value(0).toString()},
                      query.value(1).toString(),
                      QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC),
                      query.value(3).toString(),
                      query.value(4).toString(),
                      query.value(5).toString(),
                      query.value(6).toByteArray()});
    return edits;
}

void write(QSqlDatabase &database, const QString &account, const PendingEdit &edit)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT OR REPLACE INTO pending_edits"
                  " (account, survey, kind, made, what, before, after, payload)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    query.addBindValue(account);
    query.addBindValue(text(edit.survey.value));
    query.addBindValue(text(edit.kind));
    query.addBindValue(edit.made.toMSecsSinceEpoch());
    query.addBindValue(text(edit.what));
    query.addBindValue(text(edit.before));
    query.addBindValue(text(edit.after));
    query.addBindValue(edit.payload.isNull() ? QByteArray("") : edit.payload);
    query.exec();
}

} // namespace

bool mayWait(const api::ApiError &error)
{
    return error.delivery == api::Delivery::NotSent
        && (error.kind == api::ErrorKind::Network || error.kind == api::ErrorKind::Timeout);
}

PendingEdits::PendingEdits(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
}

void PendingEdits::loadKept()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &database) { return read(database, account); }, this,
        [this](const QList<PendingEdit> &kept) {
            m_edits = kept;
            Q_EMIT changed();
        });
}

void PendingEdits::setSender(const QString &kind, Send send)
{
    m_senders.insert(kind, std::move(send));
}

void PendingEdits::keep(const PendingEdit &edit)
{
    PendingEdit kept = edit;
    const auto isSame = [&edit](const PendingEdit &each) {
        return each.survey == edit.survey && each.kind == edit.kind;
    };
    for (const PendingEdit &each : std::as_const(m_edits)) {
        if (isSame(each) && each.after == edit.after && each.payload == edit.payload)
            return; // sent again in vain
    }
    m_edits.removeIf(isSame);
    m_edits.append(kept);
    m_database.run(
        [account = m_account, kept](QSqlDatabase &database) { write(database, account, kept); });
    Q_EMIT changed();
}

void PendingEdits::settle(const api::SurveyId &survey, const QString &kind)
{
    const qsizetype gone = m_edits.removeIf(
        [&](const PendingEdit &each) { return each.survey == survey && each.kind == kind; });
    if (gone == 0)
        return;
    m_problems.remove(kind + survey.value);
    drop(survey, kind);
    Q_EMIT changed();
}

void PendingEdits::drop(const api::SurveyId &survey, const QString &kind)
{
    m_database.run([account = m_account, survey, kind](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"DELETE FROM pending_edits WHERE account = ? AND survey = ? AND kind = ?"_s);
        query.addBindValue(account);
        query.addBindValue(survey.value);
        query.addBindValue(kind);
        query.exec();
    });
}

void PendingEdits::explain(const api::SurveyId &survey, const QString &kind,
                           const QString &sentence)
{
    m_problems.insert(kind + survey.value, sentence);
    Q_EMIT changed();
}

QString PendingEdits::problem(const PendingEdit &edit) const
{
    return m_problems.value(edit.kind + edit.survey.value);
}

void PendingEdits::send(const PendingEdit &edit)
{
    if (m_problems.remove(edit.kind + edit.survey.value))
        Q_EMIT changed();
    if (const Send sender = m_senders.value(edit.kind))
        sender(edit);
}

void PendingEdits::send()
{
    const QList<PendingEdit> waiting = m_edits; // a sender may settle at once
    for (const PendingEdit &edit : waiting)
        send(edit);
}

const PendingEdit *PendingEdits::find(const api::SurveyId &survey, const QString &kind) const
{
    for (const PendingEdit &each : m_edits) {
        if (each.survey == survey && each.kind == kind)
            return &each;
    }
    return nullptr;
}

} // namespace models

#include "moc_pendingedits.cpp"
