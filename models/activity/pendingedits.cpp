#include "models/activity/pendingedits.h"

#include "models/database/database.h"
#include "models/database/sql.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

QList<PendingEdit> read(QSqlDatabase &database, const QString &account)
{
    QList<PendingEdit> edits;
    // Those before a page that can't be read are shown all the same; the database reports it.
    std::ignore = sql::each(
        database,
        u"SELECT survey, kind, made, what, before, after, payload FROM pending_edits"
        " WHERE account = ? ORDER BY made"_s,
        {account}, [&edits](const QSqlQuery &row) {
            edits.append({{row.value(0).toString()},
                          row.value(1).toString(),
                          QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong(), Qt::UTC),
                          row.value(3).toString(),
                          row.value(4).toString(),
                          row.value(5).toString(),
                          row.value(6).toByteArray()});
        });
    return edits;
}

sql::Result<sql::Done> write(QSqlDatabase &database, const QString &account,
                             const PendingEdit &edit)
{
    return sql::exec(database,
                     u"INSERT OR REPLACE INTO pending_edits"
                     " (account, survey, kind, made, what, before, after, payload)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                     {account, edit.survey.value, edit.kind, edit.made.toMSecsSinceEpoch(),
                      edit.what, edit.before, edit.after, edit.payload});
}

/// By kind and survey: one edit of each.
QString keyOf(const PendingEdit &edit)
{
    return edit.kind + edit.survey.value;
}

bool hasOne(const QList<PendingEdit> &edits, const api::SurveyId &survey, const QString &kind)
{
    return std::ranges::any_of(
        edits, [&](const PendingEdit &each) { return each.survey == survey && each.kind == kind; });
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
    connect(&database, &Database::recovered, this, &PendingEdits::writeUnsaved);
}

void PendingEdits::loadKept()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &database) { return read(database, account); }, this,
        [this](const QList<PendingEdit> &kept) {
            // What was kept before the file answered is the newer one.
            const QList<PendingEdit> early = std::exchange(m_edits, {});
            for (const PendingEdit &each : kept) {
                if (!hasOne(early, each.survey, each.kind) && !m_settledEarly.contains(keyOf(each)))
                    m_edits.append(each);
            }
            m_edits += early;
            m_settledEarly.clear();
            m_isLoaded = true;
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
    store(kept);
    Q_EMIT changed();
}

void PendingEdits::store(const PendingEdit &edit)
{
    m_database.ask([account = m_account,
                    edit](QSqlDatabase &database) { return write(database, account, edit); },
                   this,
                   [this, edit](const sql::Result<sql::Done> &written) {
                       const bool wasUnsaved = m_unsaved.remove(keyOf(edit));
                       if (!written && hasOne(m_edits, edit.survey, edit.kind))
                           m_unsaved.insert(keyOf(edit), written.error());
                       if (wasUnsaved || !written)
                           Q_EMIT changed();
                   });
}

void PendingEdits::writeUnsaved()
{
    const QList<PendingEdit> edits = m_edits;
    for (const PendingEdit &edit : edits) {
        if (m_unsaved.contains(keyOf(edit)))
            store(edit);
    }
}

void PendingEdits::settle(const api::SurveyId &survey, const QString &kind)
{
    const qsizetype gone = m_edits.removeIf(
        [&](const PendingEdit &each) { return each.survey == survey && each.kind == kind; });
    if (!m_isLoaded)
        m_settledEarly.insert(kind + survey.value);
    if (gone == 0 && m_isLoaded)
        return;
    m_problems.remove(kind + survey.value);
    m_unsaved.remove(kind + survey.value);
    drop(survey, kind);
    Q_EMIT changed();
}

void PendingEdits::settleSent(const PendingEdit &sent)
{
    const PendingEdit *const there = find(sent.survey, sent.kind);
    if (!there || (there->after == sent.after && there->payload == sent.payload))
        settle(sent.survey, sent.kind);
}

void PendingEdits::drop(const api::SurveyId &survey, const QString &kind)
{
    m_database.run([account = m_account, survey, kind](QSqlDatabase &database) {
        // What stays after a failure is offered again at the next start: sending it twice is safe.
        std::ignore = sql::exec(
            database, u"DELETE FROM pending_edits WHERE account = ? AND survey = ? AND kind = ?"_s,
            {account, survey.value, kind});
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
    const QString key = keyOf(edit);
    if (const auto unsaved = m_unsaved.constFind(key); unsaved != m_unsaved.cend())
        return tr("Not saved on this computer.") + u' ' + sql::sentence(*unsaved);
    return m_problems.value(key);
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
