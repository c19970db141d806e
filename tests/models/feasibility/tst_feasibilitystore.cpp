#include "models/database/database.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/feasibility/feasibilitytable.h"
#include "models/feasibility/sweep.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using models::FeasibilityStore;
using support::json;

namespace {

models::SurveyDraft draft()
{
    models::SurveyDraft draft;
    draft.name = u"Secret client"_s;
    draft.liveLink = u"https://s.example"_s;
    draft.country = {u"229"_s};
    draft.language = {u"5"_s};
    draft.ir = 20;
    draft.loi = 15;
    draft.completes = 400;
    draft.start = QDate(2026, 12, 1);
    draft.end = QDate(2026, 12, 14);
    models::TargetedQualification gender;
    gender.question.code = {43};
    gender.question.title = u"GENDER"_s;
    gender.question.conditions = {{1, u"Male"_s}, {2, u"Female"_s}};
    gender.options = {1};
    draft.qualifications = {gender};
    return draft;
}

QStringList render(const FeasibilityStore &store)
{
    QStringList lines;
    for (const models::FeasibilityRun &run : store.runs()) {
        for (const models::FeasibilityPoint &point : run.points) {
            QString line = u"%1 %2 %3: "_s.arg(point.ir).arg(point.loi).arg(point.completes);
            if (point.answer)
                line += u"%1-%2 at %3"_s.arg(point.answer->minimum)
                            .arg(point.answer->maximum)
                            .arg(point.answer->recommendedPrice.toFixed());
            else
                line += point.asked.isValid() ? u"none, "_s + point.problem : u"waits"_s;
            lines.append(line);
        }
    }
    return lines;
}

const models::SweepPlan plan {.ir = {10, 20, 30}, .loi = {15}, .completes = {400}};

/// A store over a service that answers with as many completes as the incidence has tenths.
struct Desk
{
    explicit Desk(const QString &file = u":memory:"_s)
        : database(file)
    {
    }
    support::Reply reply(const support::Seen &seen)
    {
        bodies.append(seen.body);
        if (bodies.size() == failsAt)
            return failure;
        const double ir = QJsonDocument::fromJson(seen.body)[u"incidence_rate"_s].toDouble();
        const int most = int(ir * 1000 + 0.5);
        return json(200,
                    QByteArray(R"({"status":200,"feasibility_data":{"minimum_feasibility":)")
                        + QByteArray::number(most / 2) + R"(,"maximum_feasibility":")"
                        + QByteArray::number(most) + R"(","recommended_price":"2.5"}})");
    }
    bool isQuiet() const { return store.running().isEmpty(); }

    int failsAt = 0; ///< that call is answered with `failure`, counted from 1
    support::Reply failure = json(400, R"({"status":400,"error":"Feasibility data not found!"})");
    QByteArrayList bodies;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Database database;
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, policy()};
    support::CallsEnd ending {client};
    FeasibilityStore store {client, database, u"a"_s};

    static api::Policy policy()
    {
        api::Policy quick = support::quickPolicy();
        quick.tries = 1;
        return quick;
    }
};

} // namespace

class TestFeasibilityStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAndKeepsOnlyWhatWasAsked();
    void asksASweepInTurn();
    void goesOnWhereItWasCancelled();
    void aFailureStopsItAndLosesNothing();
    void oneWithoutAFigureDoesNotStopASweep();
    void aRefusedSweepStopsAtOnce();
    void bringsBackWhatWasRemoved();
    void keepsAccountsApartAndTheNewest();
    void passesOverWhatItCannotRead();
};

void TestFeasibilityStore::asksOnceAndKeepsOnlyWhatWasAsked()
{
    Desk desk;
    const QString uuid = desk.store.ask(draft(), u"eng_us"_s, {models::pointOf(draft())});
    QCOMPARE(desk.store.running(), uuid);
    QTRY_VERIFY(desk.isQuiet());
    QCOMPARE(render(desk.store), QStringList {u"20 15 400: 100-200 at 2.50"_s});
    const QJsonObject sent = QJsonDocument::fromJson(desk.bodies.value(0)).object();
    QCOMPARE(sent[u"incidence_rate"_s].toDouble(), 0.2); // a fraction on the wire
    QCOMPARE(sent[u"locale"_s].toString(), u"eng_us"_s);
    const models::FeasibilityRun *const run = desk.store.find(uuid);
    QVERIFY(run);
    QCOMPARE(run->draft.name, QString());
    QCOMPARE(run->draft.liveLink, QString());
    QVERIFY(models::answersFor(*run, run->points[0], draft(), u"eng_us"_s));
    models::SurveyDraft other = draft();
    other.cpi = {999}; // is no part of the question
    QVERIFY(models::answersFor(*run, run->points[0], other, u"eng_us"_s));
    other.loi = 16;
    QVERIFY(!models::answersFor(*run, run->points[0], other, u"eng_us"_s));
    QCOMPARE(models::draftAt(*run, run->points[0]).cpi, api::Money {250});
}

void TestFeasibilityStore::asksASweepInTurn()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.sqlite"_s);
    const QStringList wanted {u"10 15 400: 50-100 at 2.50"_s, u"20 15 400: 100-200 at 2.50"_s,
                              u"30 15 400: 150-300 at 2.50"_s};
    models::SurveyDraft kept;
    {
        Desk desk(file);
        int most = 0;
        connect(&desk.client, &api::Client::runningChanged, &desk.store,
                [&most](int running) { most = std::max(most, running); });
        const QString uuid = desk.store.ask(draft(), u"eng_us"_s, models::sweepPoints(plan));
        QTRY_VERIFY(desk.isQuiet());
        QCOMPARE(render(desk.store), wanted);
        QCOMPARE(most, 1);
        QCOMPARE(desk.bodies.size(), 3);
        kept = desk.store.find(uuid)->draft;
    }
    Desk later(file);
    later.store.load();
    QTRY_COMPARE(render(later.store), wanted);
    QCOMPARE(later.store.runs()[0].draft, kept);
    QCOMPARE(later.store.runs()[0].locale, u"eng_us"_s);
}

void TestFeasibilityStore::goesOnWhereItWasCancelled()
{
    Desk desk;
    const auto cancelling = connect(&desk.store, &FeasibilityStore::changed, &desk.store, [&desk] {
        if (models::askedCount(desk.store.runs()[0]) == 1)
            desk.store.cancel();
    });
    const QString uuid = desk.store.ask(draft(), u"eng_us"_s, models::sweepPoints(plan));
    QTRY_VERIFY(desk.isQuiet());
    disconnect(cancelling);
    QCOMPARE(render(desk.store),
             (QStringList {u"10 15 400: 50-100 at 2.50"_s, u"20 15 400: waits"_s,
                           u"30 15 400: waits"_s}));
    desk.store.resume(uuid);
    QTRY_VERIFY(desk.isQuiet());
    QCOMPARE(models::askedCount(*desk.store.find(uuid)), 3);
    QVERIFY(!desk.store.error());
    const QString another = desk.store.ask(draft(), u"eng_us"_s, {models::pointOf(draft())});
    desk.store.cancel(); // nothing was answered: there is no scenario
    QVERIFY(!desk.store.find(another));
}

void TestFeasibilityStore::aFailureStopsItAndLosesNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.sqlite"_s);
    {
        Desk desk(file);
        desk.failsAt = 2;
        desk.failure = {{}, support::Ending::Reset};
        const QString uuid = desk.store.ask(draft(), u"eng_us"_s, models::sweepPoints(plan));
        QTRY_VERIFY(desk.isQuiet());
        QVERIFY(desk.store.error());
        QCOMPARE(models::askedCount(*desk.store.find(uuid)), 1);
    }
    Desk later(file);
    later.store.load();
    QTRY_COMPARE(later.store.runs().size(), qsizetype(1));
    later.store.resume(later.store.runs()[0].uuid);
    QTRY_VERIFY(later.isQuiet());
    QCOMPARE(later.bodies.size(), 2);
    QCOMPARE(models::askedCount(later.store.runs()[0]), 3);
}

void TestFeasibilityStore::oneWithoutAFigureDoesNotStopASweep()
{
    Desk desk;
    desk.failsAt = 2;
    desk.store.ask(draft(), u"eng_us"_s, models::sweepPoints(plan));
    QTRY_VERIFY(desk.isQuiet());
    QVERIFY(!desk.store.error());
    QCOMPARE(render(desk.store),
             (QStringList {u"10 15 400: 50-100 at 2.50"_s,
                           u"20 15 400: none, Feasibility data not found!"_s,
                           u"30 15 400: 150-300 at 2.50"_s}));
}

void TestFeasibilityStore::aRefusedSweepStopsAtOnce()
{
    Desk desk;
    desk.failsAt = 1;
    const QString uuid = desk.store.ask(draft(), u"xxx_us"_s, models::sweepPoints(plan));
    QTRY_VERIFY(desk.isQuiet());
    QCOMPARE(desk.bodies.size(), 1);
    QVERIFY(desk.store.error());
    QCOMPARE(desk.store.error()->serverMessage, u"Feasibility data not found!"_s);
    desk.store.retry();
    QTRY_VERIFY(desk.isQuiet());
    QCOMPARE(models::askedCount(*desk.store.find(uuid)), 3);
}

void TestFeasibilityStore::bringsBackWhatWasRemoved()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.sqlite"_s);
    {
        Desk desk(file);
        const QString uuid = desk.store.ask(draft(), u"eng_us"_s, models::sweepPoints(plan));
        QTRY_VERIFY(desk.isQuiet());
        desk.store.remove(uuid);
        QVERIFY(desk.store.runs().isEmpty());
        desk.store.restore();
        QCOMPARE(models::askedCount(*desk.store.find(uuid)), 3);
        desk.store.ask(draft(), u"eng_us"_s, {models::pointOf(draft())});
        QTRY_VERIFY(desk.isQuiet());
        desk.store.remove(QString(desk.store.runs()[0].uuid));
    }
    Desk later(file);
    later.store.load();
    QTRY_COMPARE(later.store.runs().size(), qsizetype(1));
    QCOMPARE(models::askedCount(later.store.runs()[0]), 3);
}

void TestFeasibilityStore::keepsAccountsApartAndTheNewest()
{
    models::Database database(u":memory:"_s);
    const auto read = [&database](const QString &account) {
        return support::wait(database.run([account](QSqlDatabase &connection) {
            return models::feasibilitytable::read(connection, account);
        }));
    };
    support::wait(database.run([](QSqlDatabase &connection) {
        models::FeasibilityRun run;
        run.draft = draft();
        run.points = {models::pointOf(draft())};
        for (int i = 0; i < models::feasibilitytable::runsKept + 3; ++i) {
            run.uuid = u"u%1"_s.arg(i);
            run.made = QDateTime::fromMSecsSinceEpoch(i, Qt::UTC);
            models::feasibilitytable::add(connection, u"a"_s, run);
        }
        run.uuid = u"other"_s;
        models::feasibilitytable::add(connection, u"b"_s, run);
    }));
    const QList<models::FeasibilityRun> runs = read(u"a"_s);
    QCOMPARE(runs.size(), qsizetype(models::feasibilitytable::runsKept));
    QCOMPARE(runs.first().uuid, u"u202"_s);
    QCOMPARE(runs.last().uuid, u"u3"_s);
    QCOMPARE(read(u"b"_s).size(), qsizetype(1));
}

void TestFeasibilityStore::passesOverWhatItCannotRead()
{
    Desk desk;
    support::wait(desk.database.run([](QSqlDatabase &connection) {
        QSqlQuery(connection)
            .exec(u"INSERT INTO feasibility_runs VALUES ('x', 'a', 1, 'eng_us', 'no JSON')"_s);
    }));
    QSignalSpy changed(&desk.store, &FeasibilityStore::changed);
    desk.store.load();
    QVERIFY(support::emitted(changed));
    QVERIFY(desk.store.runs().isEmpty());
}

QTEST_GUILESS_MAIN(TestFeasibilityStore)
#include "tst_feasibilitystore.moc"
