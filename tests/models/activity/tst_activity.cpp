#include "api/calls/surveys.h"
#include "models/activity/activityexport.h"
#include "models/activity/activityfilter.h"
#include "models/activity/callmodel.h"
#include "models/activity/changemodel.h"
#include "models/activity/curl.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using api::SurveyStatus;
using support::json;
using support::Seen;

namespace {

const QString key = u"canary-key-7f3a"_s;
const QString clientId = u"canary-client-91"_s;

models::CallRow row(qint64 id, api::Verb verb, std::optional<api::ErrorKind> error)
{
    models::CallRow made;
    made.id = id;
    made.call.verb = verb;
    made.call.endpoint = u"endpoints/survey_status"_s;
    made.call.error = error;
    made.call.duration = std::chrono::milliseconds(120);
    made.call.tries = 1;
    made.call.httpStatus = error ? 422 : 200;
    made.survey = u"Snack tracker"_s;
    return made;
}

QStringList render(const QAbstractItemModel &model, int firstColumn)
{
    QStringList lines;
    for (int at = 0; at < model.rowCount(); ++at) {
        QStringList cells;
        for (int column = firstColumn; column < model.columnCount(); ++column)
            cells.append(model.index(at, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

QStringList render(const QList<models::Change> &changes)
{
    QStringList lines;
    for (const models::Change &each : changes)
        lines.append(u"%1: %2 > %3 (%4)"_s.arg(each.what, each.before, each.after,
                                               models::ChangeModel::originName(each.origin)));
    return lines;
}

/// A session with one survey; nothing listens there while `isDown`.
struct Desk
{
    bool isRefused = false;
    QByteArray status = "Active";
    support::FaultServer server {[this](const Seen &seen) { return reply(seen); }};
    models::Database database {u":memory:"_s};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {clientId, key},
                             database,
                             support::quickPolicy(1)};
    support::CallsEnd ending {session.client()};

    support::Reply reply(const Seen &seen)
    {
        api::Survey one = fixture::survey(u"S1"_s, u"Snack"_s, 7);
        one.statusText = QString::fromLatin1(status);
        const bool isWrite = seen.verb == "PUT";
        if (isWrite && isRefused)
            return json(422, R"({"status":422,"error":"No."})");
        status = isWrite ? fixture::statusOf(seen.body).toLatin1() : status;
        return json(200, seen.target.contains("page=2") ? fixture::page({}) : fixture::page({one}));
    }
    void goDown()
    {
        address = server.serverAddress();
        port = server.serverPort();
        server.close();
        for (QTcpSocket *const kept : server.findChildren<QTcpSocket *>())
            kept->abort(); // what is kept alive would still be answered
    }
    bool comeUp() { return server.listen(address, port); }
    QHostAddress address;
    quint16 port = 0;
    bool refresh()
    {
        session.surveys().refresh();
        return QTest::qWaitFor([this] { return !session.surveys().isBusy(); }, 10'000);
    }
    QStringList changes() { return render(support::wait(session.changes().newest(10))); }
};

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreShownAndFiltered();
    void manyCallsStaySmooth();
    void tablesAreWrittenAsCsv();
    void readingsAreCompared();
    void writesAndForeignChangesAreLogged();
    void whatAnotherPartWroteIsNotForeign();
    void creationsAndSubmissionsAreLogged();
    void whatCouldNotBeSentWaits();
    void aWaitingStatusIsNotSentOverAnother();
    void termsWaitFieldByField();
    void aRefusalDoesNotWait();
    void noSecretIsKept();
};

void TestActivity::callsAreShownAndFiltered()
{
    models::CallModel model;
    const QAbstractItemModelTester tester(&model);
    models::ActivityFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester filterTester(&filter);
    model.prepend(row(1, api::Verb::Get, {}));
    model.prepend(row(2, api::Verb::Put, api::ErrorKind::Rejected));
    QCOMPARE(
        render(model, 1),
        (QStringList {u"PUT survey_status | Snack tracker | Refused | 422 | 120 ms | 1 | 0 bytes"_s,
                      u"GET survey_status | Snack tracker | OK | 200 | 120 ms | 1 | 0 bytes"_s}));
    filter.setOnlyWrites(true);
    QCOMPARE(filter.rowCount(), 1);
    filter.setResult(models::ActivityFilter::Result::Good);
    QCOMPARE(filter.rowCount(), 0);
    filter.setOnlyWrites(false);
    QCOMPARE(filter.rowCount(), 1);
    filter.setResult(models::ActivityFilter::Result::Any);
    filter.setText(u"refuSED"_s);
    QCOMPARE(filter.rowCount(), 1);
}

void TestActivity::manyCallsStaySmooth()
{
    models::CallModel model;
    QList<models::CallRow> rows;
    for (int i = models::Journal::limit; i > 0; --i)
        rows.append(row(i, api::Verb::Get, {}));
    model.setRows(rows);
    QElapsedTimer clock;
    clock.start();
    model.prepend(row(models::Journal::limit + 1, api::Verb::Get, {}));
    QVERIFY2(clock.elapsed() < 250, "a debug build, on a busy machine");
    QCOMPARE(model.rowCount(), models::Journal::limit);
    QCOMPARE(model.rows().last().id, qint64(2));
}

void TestActivity::tablesAreWrittenAsCsv()
{
    const QTemporaryDir folder;
    models::Change change;
    change.id = 1;
    change.at = QDateTime(QDate(2026, 11, 1), QTime(8, 0));
    change.what = u"Status"_s;
    change.before = u"=1+1"_s;
    change.after = u"a,b"_s;
    const models::ExportTable table = models::changeTable({{change, u"Snack"_s}});
    const QString path = folder.filePath(u"out.csv"_s);
    models::Work work;
    QVERIFY(models::exportTable(table, path, work).isWritten);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines[0], "\xEF\xBB\xBFTime,Survey,What,From,To,Where\r");
    QVERIFY2(lines[1].startsWith("2026-11-01T08:00:00"), lines[1]);
    QVERIFY2(lines[1].endsWith(",Snack,Status,'=1+1,\"a,b\",This computer\r"), lines[1]);
    const QString nowhere = folder.filePath(u"no/such/place.csv"_s);
    QVERIFY(!models::exportTable(table, nowhere, work).problem.isEmpty());
}

void TestActivity::readingsAreCompared()
{
    const api::Survey before = fixture::survey(u"S1"_s, u"Snack"_s, 7);
    api::Survey after = before;
    after.progress.complete = 9; // isn't a change of terms
    QVERIFY(models::differences(before, after).isEmpty());
    after.status = SurveyStatus::Inactive;
    after.loi = 15;
    after.cpi = {400};
    after.completeNeeded = 500;
    after.end = QDate(2026, 12, 24);
    const QStringList shown = render(models::differences(before, after));
    QCOMPARE(shown.size(), qsizetype(5));
    QCOMPARE(
        shown.first(3),
        (QStringList {u"Status: Active > Inactive (This computer)"_s,
                      u"LOI: 12 > 15 (This computer)"_s, u"CPI: 3.50 > 4.00 (This computer)"_s}));
}

void TestActivity::writesAndForeignChangesAreLogged()
{
    Desk desk;
    QVERIFY(desk.refresh());
    QVERIFY(desk.changes().isEmpty());
    desk.status = "Inactive";
    QSignalSpy set(&desk.session.surveys(), &models::SurveyStore::surveyChanged);
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_COMPARE(set.size(), qsizetype(2)); // at once, and as read again
    QCOMPARE(desk.changes(), QStringList {u"Status: Active > Inactive (This computer)"_s});
    desk.status = "Completed";
    QVERIFY(desk.refresh());
    QCOMPARE(desk.changes().first(), u"Status: Inactive > Completed (Elsewhere)"_s);
}

/// A creation activates its survey by itself.
void TestActivity::whatAnotherPartWroteIsNotForeign()
{
    Desk desk;
    QVERIFY(desk.refresh());
    auto writing =
        desk.session.client().send(api::calls::setSurveyStatus({u"S1"_s}, SurveyStatus::Inactive));
    QVERIFY(QCoro::waitFor(std::move(writing)));
    desk.status = "Inactive";
    QVERIFY(desk.refresh());
    QCOMPARE(desk.changes(), QStringList {u"Status: Active > Inactive (This computer)"_s});
    desk.status = "Active";
    QVERIFY(desk.refresh());
    QCOMPARE(desk.changes().first(), u"Status: Inactive > Active (Elsewhere)"_s);
}

void TestActivity::creationsAndSubmissionsAreLogged()
{
    Desk desk;
    desk.session.surveys().addCreated(fixture::survey(u"S9"_s, u"Pets"_s));
    models::SubmissionRecord record;
    record.survey = {u"S9"_s};
    auto uids = std::make_shared<api::UidList>();
    uids->append("a");
    record.uids = uids;
    record.state = models::SubmissionState::Submitted;
    Q_EMIT desk.session.reconciliations().submitted(record);
    record.state = models::SubmissionState::Unknown;
    Q_EMIT desk.session.reconciliations().submitted(record);
    QCOMPARE(
        desk.changes(),
        (QStringList {u"Reconciliation submitted:  > 1 UID(s), no clear answer (This computer)"_s,
                      u"Reconciliation submitted:  > 1 UID(s) (This computer)"_s,
                      u"Created:  > Pets (This computer)"_s}));
    models::ChangeModel model;
    const models::Change change = support::wait(desk.session.changes().newest(1)).first();
    model.prepend({change, u"Pets"_s});
    const QString time = model.index(0, models::ChangeModel::Time).data().toString();
    QVERIFY2(time.contains(QString::number(QDate::currentDate().year())), qPrintable(time));
}

void TestActivity::whatCouldNotBeSentWaits()
{
    Desk desk;
    QVERIFY(desk.refresh());
    desk.goDown();
    QSignalSpy reachable(&desk.session, &models::Session::reachableChanged);
    QSignalSpy failed(&desk.session.surveys(), &models::SurveyStore::statusFailed);
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_COMPARE(failed.size(), qsizetype(1));
    QVERIFY(!desk.session.isReachable());
    QCOMPARE(desk.session.pending().edits().size(), qsizetype(1));
    QCOMPARE(desk.session.pending().edits().first().after, u"Inactive"_s);
    models::PendingEdits restarted(desk.database, desk.session.account());
    restarted.loadKept();
    QTRY_COMPARE(restarted.edits(), desk.session.pending().edits());

    QVERIFY(desk.comeUp());
    QVERIFY(desk.refresh());
    QTRY_VERIFY(desk.session.isReachable());
    const auto puts = [&desk] {
        return std::ranges::count(desk.server.seen, QByteArray("PUT"), &Seen::verb);
    };
    QCOMPARE(puts(), 0); // it waits for the person
    desk.session.pending().send();
    QTRY_VERIFY(desk.session.pending().edits().isEmpty());
    QCOMPARE(puts(), 1);
    models::PendingEdits later(desk.database, desk.session.account());
    QSignalSpy read(&later, &models::PendingEdits::changed);
    later.loadKept();
    QTRY_COMPARE(read.size(), qsizetype(1));
    QVERIFY(later.edits().isEmpty());
}

void TestActivity::aWaitingStatusIsNotSentOverAnother()
{
    Desk desk;
    QVERIFY(desk.refresh());
    desk.goDown();
    QSignalSpy failed(&desk.session.surveys(), &models::SurveyStore::statusFailed);
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_COMPARE(failed.size(), qsizetype(1));
    QVERIFY(desk.comeUp());
    desk.status = "Completed"; // by somebody else, while the change waited
    const models::PendingEdit edit = desk.session.pending().edits().value(0);
    desk.session.pending().send();
    QTRY_VERIFY(desk.session.pending().problem(edit).contains(u"reports the status"_s));
    QCOMPARE(std::ranges::count(desk.server.seen, QByteArray("PUT"), &Seen::verb), 0);
    QCOMPARE(desk.session.pending().edits().size(), qsizetype(1)); // the person decides
    desk.status = "Inactive"; // as it was to become
    desk.session.pending().send();
    QTRY_VERIFY(desk.session.pending().edits().isEmpty());
    QCOMPARE(std::ranges::count(desk.server.seen, QByteArray("PUT"), &Seen::verb), 0);
}

void TestActivity::termsWaitFieldByField()
{
    Desk desk;
    QVERIFY(desk.refresh());
    desk.goDown();
    models::SurveyStore &surveys = desk.session.surveys();
    QSignalSpy failed(&surveys, &models::SurveyStore::termsFailed);
    surveys.setTerms({u"S1"_s}, {12, std::nullopt});
    QTRY_COMPARE(failed.size(), qsizetype(1));
    surveys.setTerms({u"S1"_s}, {std::nullopt, api::Money {450}});
    QTRY_COMPARE(failed.size(), qsizetype(2));
    const auto waiting = [&desk] {
        QStringList all;
        for (const models::PendingEdit &edit : desk.session.pending().edits())
            all.append(edit.what + u": "_s + edit.after);
        return all;
    };
    QCOMPARE(waiting(), QStringList {u"Terms: LOI 12, CPI 4.50"_s});

    QVERIFY(desk.comeUp());
    surveys.setTerms({u"S1"_s}, {std::nullopt, api::Money {500}}); // newer than the one that waits
    QTRY_COMPARE(waiting(), QStringList {u"Terms: LOI 12"_s});
    desk.session.pending().send(desk.session.pending().edits().first());
    QTRY_COMPARE(waiting(), QStringList {});
    QCOMPARE(surveys.find({u"S1"_s})->loi, 12);
}

void TestActivity::aRefusalDoesNotWait()
{
    Desk desk;
    QVERIFY(desk.refresh());
    desk.isRefused = true;
    QSignalSpy failed(&desk.session.surveys(), &models::SurveyStore::statusFailed);
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_COMPARE(failed.size(), qsizetype(1));
    QVERIFY(desk.session.pending().edits().isEmpty());
}

void TestActivity::noSecretIsKept()
{
    Desk desk;
    QVERIFY(desk.refresh());
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QSignalSpy added(&desk.session.journal(), &models::Journal::added);
    QTRY_VERIFY(added.size() >= 2); // the status, the survey as read again
    const auto calls = support::wait(desk.session.journal().newest(50));
    QVERIFY(calls.size() >= 3);
    static const QRegularExpression hash(u"[0-9a-fA-F]{64}"_s);
    for (const models::JournalCall &each : calls) {
        const api::CallRecord whole = support::wait(desk.session.journal().whole(each.id));
        const QString all = models::curlCommand(whole, desk.server.baseUrl()) + whole.answerBody
            + whole.headers + whole.query + whole.requestBody;
        QVERIFY2(!all.contains(key) && !all.contains(clientId) && !all.contains(hash),
                 qPrintable(all));
        QVERIFY(all.contains(u"$HASH"_s));
    }
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
