// 1,000 surveys watched for a year: what their histories weigh, and how soon one is there.
#include "models/database/database.h"
#include "models/surveys/snapshottable.h"
#include "tests/bench/rounds.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int surveys = 1'000;

/// As it stands after a year of a refresh every 5 minutes, thinned.
models::History ofAYear(const QDateTime &now)
{
    models::History all;
    const qint64 minutes = 365 * 24 * 60;
    for (qint64 minute = minutes; minute >= 0; minute -= 5)
        all.append({.at = now.addSecs(-minute * 60),
                    .complete = int((minutes - minute) / 60),
                    .entrants = int((minutes - minute) / 5),
                    .needed = 10'000,
                    .cpi = {350},
                    .status = api::SurveyStatus::Active});
    return models::thinned(all, now);
}

void fill(QSqlDatabase &connection, const models::History &history)
{
    connection.transaction();
    QSqlQuery survey(connection);
    survey.prepare(u"INSERT INTO snapshot_surveys VALUES (?, 'a', ?, ?)"_s);
    QSqlQuery row(connection);
    row.prepare(u"INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    for (int key = 1; key <= surveys; ++key) {
        survey.addBindValue(key);
        survey.addBindValue(u"SqoY6lyRbxldGDoL%1"_s.arg(key));
        survey.addBindValue(history.last().at.toSecsSinceEpoch());
        survey.exec();
        for (const models::Snapshot &one : history) {
            for (const qint64 value :
                 {qint64(key), one.at.toSecsSinceEpoch(), qint64(one.complete),
                  qint64(one.entrants), qint64(one.needed), one.cpi.hundredths, qint64(one.status)})
                row.addBindValue(value);
            row.exec();
        }
    }
    connection.commit();
}

double load(models::Database &database, int key)
{
    return bench::timed([&database, key] {
        const auto history = support::wait(database.run([key](QSqlDatabase &connection) {
            return models::snapshottable::read(connection, u"a"_s,
                                               {u"SqoY6lyRbxldGDoL%1"_s.arg(key)});
        }));
        if (history.isEmpty())
            qFatal("no history");
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const models::History history = ofAYear(now);
    {
        models::Database database(path);
        support::wait(database.run([&](QSqlDatabase &connection) { fill(connection, history); }));
    }
    models::Database database(path);
    support::wait(database.open());
    double longest = 0;
    for (int key = 1; key <= surveys; key += 37)
        longest = std::max(longest, load(database, key));
    QList<api::Survey> fresh;
    for (int key = 1; key <= surveys; ++key)
        fresh.append(fixture::survey(u"SqoY6lyRbxldGDoL%1"_s.arg(key), u"Snack"_s, 390));
    const double recording = bench::timed([&] {
        support::wait(database.run([&](QSqlDatabase &connection) {
            models::snapshottable::record(connection, u"a"_s, fresh, now.addSecs(60));
        }));
    });
    std::printf("H  history of %d surveys over a year, a refresh every 5 minutes: %lld rows each, "
                "%.1f MB; one survey's is read in at most %.1f ms; a refresh that changed all is "
                "recorded in %.1f ms, in the database's thread\n",
                surveys, qlonglong(history.size()), double(QFileInfo(path).size()) / 1e6, longest,
                recording);
    return 0;
}
