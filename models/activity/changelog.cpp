#include "models/activity/changelog.h"

#include "models/database/database.h"
#include "models/database/sql.h"
#include "models/reconciliation/reconciliationtable.h"
#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/surveys/surveymodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr QStringView notKnown = u"—"; ///< a figure that couldn’t be read

/// Writes them in one transaction and gives them their ids; those that can't be written have none.
QList<Change> insert(QSqlDatabase &database, const QString &account, QList<Change> changes)
{
    const auto write = [&]() -> sql::Result<sql::Done> {
        sql::Statement insertion(
            database,
            u"INSERT INTO changes (account, at, survey, what, before, after, origin)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
        for (Change &change : changes) {
            const auto done =
                insertion.exec({account, change.at.toMSecsSinceEpoch(), change.survey.value,
                                change.what, change.before, change.after, int(change.origin)});
            if (!done)
                return done;
            change.id = done->id;
        }
        return sql::exec(database,
                         u"DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?"_s,
                         {ChangeLog::limit});
    };
    if (!sql::transaction(database, write)) {
        for (Change &change : changes)
            change.id = 0;
    }
    return changes;
}

QList<Change> read(QSqlDatabase &database, const QString &account, int count,
                   const api::SurveyId &survey)
{
    QList<Change> changes;
    std::ignore = sql::each(
        database,
        u"SELECT id, at, survey, what, before, after, origin FROM changes"
        " WHERE account = ? AND (? OR survey = ?) ORDER BY id DESC LIMIT ?"_s,
        {account, survey.isEmpty(), survey.value, count}, [&changes](const QSqlQuery &row) {
            changes.append(
                {.id = row.value(0).toLongLong(),
                 .at = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC),
                 .survey = {row.value(2).toString()},
                 .what = row.value(3).toString(),
                 .before = row.value(4).toString(),
                 .after = row.value(5).toString(),
                 .origin = Change::Origin(row.value(6).toInt())});
        });
    return changes;
}

} // namespace

QList<Change> differences(const api::Survey &before, const api::Survey &after)
{
    QList<Change> changes;
    const auto compare = [&changes](const QString &what, const QString &was, const QString &is) {
        if (was != is)
            changes.append({.at = {}, .survey = {}, .what = what, .before = was, .after = is});
    };
    const auto compareFigures = [&](api::SurveyFigure figure, const QString &what,
                                    const QString &was, const QString &is) {
        if (after.knows(figure)) // one that isn't told any more has not become 0
            compare(what, before.knows(figure) ? was : notKnown.toString(), is);
    };
    using Figure = api::SurveyFigure;
    const QLocale locale;
    compare(ChangeLog::tr("Status"), statusName(before), statusName(after));
    compareFigures(Figure::Loi, ChangeLog::tr("LOI"), locale.toString(before.loi),
                   locale.toString(after.loi));
    compareFigures(Figure::Cpi, ChangeLog::tr("CPI"), moneyText(before.cpi), moneyText(after.cpi));
    compareFigures(Figure::CompleteNeeded, ChangeLog::tr("Completes needed"),
                   countText(before.completeNeeded), countText(after.completeNeeded));
    compare(ChangeLog::tr("Start"), dateText(before.start), dateText(after.start));
    compare(ChangeLog::tr("End"), dateText(before.end), dateText(after.end));
    return changes;
}

ChangeLog::ChangeLog(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatheringTime);
    connect(&m_gathering, &QTimer::timeout, this, &ChangeLog::write);
}

ChangeLog::~ChangeLog()
{
    if (!m_waiting.isEmpty())
        m_database.run([account = m_account, changes = m_waiting](QSqlDatabase &database) {
            return insert(database, account, changes);
        });
}

void ChangeLog::add(const api::SurveyId &survey, const QString &what, const QString &before,
                    const QString &after)
{
    keep({.at = {}, .survey = survey, .what = what, .before = before, .after = after});
}

void ChangeLog::addWritten(const api::Survey &before, const api::Survey &after)
{
    addSeen(before, after, {.status = true, .terms = true});
}

void ChangeLog::addSeen(const api::Survey &before, const api::Survey &after, OwnWrites own)
{
    for (Change change : differences(before, after)) {
        const bool isStatus = change.what == tr("Status");
        const bool isTerm = change.what == tr("LOI") || change.what == tr("CPI");
        change.survey = after.id;
        change.origin =
            (own.status && isStatus) || (own.terms && isTerm) ? Change::Here : Change::Elsewhere;
        // That a figure can be read again is no change.
        if (change.origin == Change::Here || change.before != notKnown)
            keep(std::move(change));
    }
}

void ChangeLog::addCreated(const api::Survey &survey)
{
    add(survey.id, tr("Created"), {}, survey.name);
}

void ChangeLog::addSubmission(const SubmissionRecord &record)
{
    const int uids = int(record.uids->size());
    const bool isOpen = record.state == SubmissionState::Unknown;
    const bool isRefused = record.state == SubmissionState::Rejected;
    add(record.survey, tr("Reconciliation submitted"), {},
        isOpen          ? tr("%Ln UID(s), no clear answer", nullptr, uids)
            : isRefused ? tr("%Ln UID(s), refused", nullptr, uids)
                        : tr("%Ln UID(s)", nullptr, uids));
}

void ChangeLog::keep(Change change)
{
    change.at = QDateTime::currentDateTimeUtc();
    m_waiting.append(std::move(change));
    if (!m_gathering.isActive())
        m_gathering.start();
}

void ChangeLog::write()
{
    m_gathering.stop();
    const QList<Change> changes = std::exchange(m_waiting, {});
    if (changes.isEmpty())
        return;
    m_database.ask([account = m_account,
                    changes](QSqlDatabase &database) { return insert(database, account, changes); },
                   this,
                   [this](const QList<Change> &kept) {
                       for (const Change &change : kept)
                           Q_EMIT added(change);
                   });
}

QFuture<QList<Change>> ChangeLog::newest(int count, api::SurveyId survey)
{
    write();
    return m_database.run([account = m_account, count, survey](QSqlDatabase &database) {
        return read(database, account, count, survey);
    });
}

} // namespace models

#include "moc_changelog.cpp"
