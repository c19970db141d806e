#include "models/database/database.h"
#include "models/reconciliation/reconciliationstore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::ReconciliationStore;
using models::SubmissionState;
using support::Ending;
using support::json;
using support::Reply;
using support::Seen;

namespace {

const api::SurveyId id {u"x"_s};
const QByteArray taken = R"({"status":true,"message":"Taken."})";
const QByteArray processing = R"({"status":"Processing","result_count":0,"accepted_uids":[]})";
const QByteArray completed = R"({"status":"Completed","result_count":2,"accepted_uids":["b","z"]})";
const QByteArray others = R"({"status":"Completed","accepted_uids":["p","q"]})";
const QByteArray none = R"({"status":false,"error":"Not Found","message":"None."})";

models::SharedUids uids()
{
    auto list = std::make_shared<api::UidList>();
    list->append("a");
    list->append("b");
    return list;
}

/// A server whose answers a test may change, and the store that talks to it.
struct Desk
{
    explicit Desk(const QString &path)
        : database(path)
        , server([this](const Seen &seen) { return seen.verb == "POST" ? post : answers(); })
        , client({server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy())
        , store(client, database, u"account"_s)
    {
        store.setPauses({1ms, 5ms, 1.5});
    }
    Reply answers() { return gets.size() > 1 ? gets.takeFirst() : gets.first(); }
    qsizetype posts() const { return std::ranges::count(server.seen, "POST", &Seen::verb); }
    SubmissionState state() const { return store.latest(id).value_or(fresh).state; }

    models::SubmissionRecord fresh {};
    Reply post = json(200, taken);
    QList<Reply> gets {json(404, none), json(200, processing), json(200, processing),
                       json(200, completed)};
    models::Database database;
    support::FaultServer server;
    api::Client client;
    support::CallsEnd ending {client};
    ReconciliationStore store;
};

} // namespace

class TestReconciliationStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()));
    }

private Q_SLOTS:
    void submitsAndLooksUntilCompleted();
    void asksInsteadOfSendingAgain_data();
    void asksInsteadOfSendingAgain();
    void anEarlierAnswerIsNoneToThisList();
    void itsOwnUidsShowThatItArrived();
    void aChangeShowsThatItArrived();
    void anEarlierLookEndsWhenSubmitting();
    void sendsNothingWhereNothingCanBeRead();
    void sendsNothingWithARecordInMemoryOnly();
    void keepsTheServicesOwnWord();
    void checkingAllComesToItsEnd();
    void checkingCanBeStopped();
    void keepsWhatWasRefused();
    void showsWhatTheServerHasOnConflict();
    void looksAgainAfterARestart();
    void keepsOursWhenTheNetworkIsQuicker();
    void knowsTheSameSet();
};

void TestReconciliationStore::submitsAndLooksUntilCompleted()
{
    Desk desk(file());
    QSignalSpy done(&desk.store, &ReconciliationStore::completed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(desk.store.isSubmitting(id));
    QVERIFY(support::emitted(done));
    QCOMPARE(desk.posts(), qsizetype(1));
    const auto record = desk.store.latest(id);
    QCOMPARE(record->message, u"Taken."_s);
    QVERIFY(!desk.store.isLooking(id));
    using models::Comparison;
    const auto compared = models::compare(record->uids, record->accepted);
    QCOMPARE(compared->countOf(Comparison::paid), qint64(2));
    QCOMPARE(compared->kind(0), int(Comparison::NotAccepted));
    QCOMPARE(compared->uid(2), QByteArrayView("z"));
}

void TestReconciliationStore::asksInsteadOfSendingAgain_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("ending");
    QTest::newRow("the server hangs up") << QByteArray() << int(Ending::Close);
    QTest::newRow("a reset") << QByteArray() << int(Ending::Reset);
    QTest::newRow("silence") << QByteArray() << int(Ending::Silence);
    QTest::newRow("a gateway's page") << json(502, "<html>").bytes << int(Ending::KeepOpen);
    QTest::newRow("too many requests") << json(429, "{}").bytes << int(Ending::KeepOpen);
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n")
                                << int(Ending::KeepOpen);
    QTest::newRow("a page instead of an answer")
        << json(200, "<html>").bytes << int(Ending::KeepOpen);
    QTest::newRow("a cut answer") << json(200, "{\"sta").bytes << int(Ending::KeepOpen);
}

void TestReconciliationStore::asksInsteadOfSendingAgain()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, ending);
    QTemporaryDir folder;
    Desk desk(folder.filePath(u"db"_s));
    desk.post = {bytes, Ending(ending)};
    desk.gets = {json(404, none)};
    desk.store.submit(id, u"a@b.example"_s, uids());
    QTRY_COMPARE_WITH_TIMEOUT(desk.state(), SubmissionState::Unknown, 20'000);
    QTRY_VERIFY(desk.store.checked(id).isValid()); // and looked for since
    QCOMPARE(desk.state(), SubmissionState::Unknown);
    desk.gets = {json(200, completed)};
    desk.store.check(id);
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(desk.posts(), qsizetype(1));
}

/// The list never arrived, and the service shows what came of an earlier one.
void TestReconciliationStore::anEarlierAnswerIsNoneToThisList()
{
    {
        Desk desk(file());
        desk.post = json(200, "<html>");
        desk.gets = {json(200, others)};
        QSignalSpy done(&desk.store, &ReconciliationStore::completed);
        desk.store.submit(id, u"a@b.example"_s, uids());
        QTRY_COMPARE(desk.state(), SubmissionState::Unknown);
        QTRY_VERIFY(desk.store.checked(id).isValid());
        QCOMPARE(desk.state(), SubmissionState::Unknown);
        QCOMPARE(done.size(), 0);
    }
    Desk desk(file()); // after a restart, too
    desk.gets = {json(200, others)};
    desk.store.load(id);
    QTRY_VERIFY(desk.store.checked(id).isValid());
    QCOMPARE(desk.state(), SubmissionState::Unknown);
    QVERIFY(desk.store.latest(id)->accepted->isEmpty());
    QCOMPARE(desk.posts(), qsizetype(0));
}

void TestReconciliationStore::itsOwnUidsShowThatItArrived()
{
    Desk desk(file());
    desk.post = json(502, "<html>");
    desk.gets = {json(200, processing), json(200, processing), json(200, others),
                 json(200, others)};
    desk.store.submit(id, u"a@b.example"_s, uids());
    // An earlier list was still being looked at: what comes of it says nothing of this one.
    QTRY_VERIFY(desk.gets.size() == 1);
    QTRY_COMPARE(desk.state(), SubmissionState::Unknown);
    desk.gets = {json(200, completed)}; // holds "b"
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(desk.posts(), qsizetype(1));
}

void TestReconciliationStore::aChangeShowsThatItArrived()
{
    Desk desk(file());
    desk.post = json(502, "<html>");
    desk.gets = {json(200, completed), json(200, others)};
    desk.store.submit(id, u"a@b.example"_s, uids());
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(desk.posts(), qsizetype(1));
}

void TestReconciliationStore::anEarlierLookEndsWhenSubmitting()
{
    Desk desk(file());
    desk.post = {{}, Ending::Close};
    desk.gets = {{json(200, completed).bytes, Ending::Drip}};
    QSignalSpy calls(&desk.client, &api::Client::recorded);
    QSignalSpy done(&desk.store, &ReconciliationStore::completed);
    desk.store.check(id);
    QTRY_COMPARE(desk.server.seen.size(), qsizetype(1));
    desk.gets = {json(404, none)};
    desk.store.submit(id, u"a@b.example"_s, uids());
    const auto isCancelled = [](const QList<QVariant> &call) {
        return call.first().value<api::CallRecord>().error == api::ErrorKind::Cancelled;
    };
    QTRY_VERIFY(std::ranges::any_of(calls, isCancelled));
    QTRY_COMPARE(desk.state(), SubmissionState::Unknown);
    QCOMPARE(done.size(), 0);
}

void TestReconciliationStore::sendsNothingWhereNothingCanBeRead()
{
    Desk desk(file());
    desk.gets = {{{}, Ending::Close}};
    QSignalSpy failed(&desk.store, &ReconciliationStore::submitFailed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(support::emitted(failed));
    QCOMPARE(failed.first().value(1).value<api::ApiError>().delivery, api::Delivery::NotSent);
    QCOMPARE(desk.posts(), qsizetype(0));
    QVERIFY(!desk.store.isSubmitting(id));
    QVERIFY(!desk.store.latest(id));
}

void TestReconciliationStore::sendsNothingWithARecordInMemoryOnly()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Desk desk(inTheWay.fileName() + u"/a.db"_s);
    QSignalSpy notKept(&desk.store, &ReconciliationStore::notKept);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QTRY_COMPARE(notKept.size(), 1);
    QCOMPARE(desk.posts(), 0);
    QVERIFY(!desk.store.latest(id));
}

void TestReconciliationStore::keepsTheServicesOwnWord()
{
    const Reply review = json(200, R"({"status":"Manual review","accepted_uids":[]})");
    {
        Desk desk(file());
        desk.gets = {json(404, none), review};
        desk.store.submit(id, u"a@b.example"_s, uids());
        QTRY_COMPARE(desk.state(), SubmissionState::Processing);
        QCOMPARE(desk.store.latest(id)->word, u"Manual review"_s);
    }
    Desk desk(file());
    desk.gets = {review};
    desk.store.loadAll();
    QTRY_COMPARE(desk.store.summaries().value(id).word, u"Manual review"_s);
}

void TestReconciliationStore::checkingAllComesToItsEnd()
{
    Desk desk(file());
    desk.store.setPauses({1h, 1h, 1});
    desk.gets = {json(200, processing)};
    QList<api::SurveyId> all;
    for (int i = 0; i < 8; ++i)
        all.append({QString::number(i)});
    for (const api::SurveyId &survey : all.first(3)) // these pause for an hour now
        desk.store.check(survey);
    QTRY_VERIFY(desk.store.checked(all[2]).isValid());
    desk.gets = {json(404, none)};
    desk.store.submit(all[3], u"a@b.example"_s, uids());
    desk.store.checkAll(all);
    QTRY_COMPARE(desk.store.checksLeft(), 0);
    QTRY_VERIFY(std::ranges::all_of(all, [&desk](const api::SurveyId &survey) {
        return desk.store.checked(survey).isValid();
    }));
    QCOMPARE(desk.store.checksBegun(), 0);
}

void TestReconciliationStore::checkingCanBeStopped()
{
    Desk desk(file());
    desk.gets = {json(404, none)};
    QList<api::SurveyId> all;
    for (int i = 0; i < 100; ++i)
        all.append({QString::number(i)});
    desk.store.checkAll(all);
    QCOMPARE(desk.store.checksBegun(), 100);
    desk.store.stopChecks();
    QTRY_COMPARE(desk.store.checksLeft(), 0);
    QVERIFY(desk.server.seen.size() <= 3);
}

void TestReconciliationStore::keepsWhatWasRefused()
{
    Desk desk(file());
    desk.post = json(422, R"({"status":false,"message":"Not in that state."})");
    QSignalSpy failed(&desk.store, &ReconciliationStore::submitFailed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(support::emitted(failed));
    QCOMPARE(desk.state(), SubmissionState::Rejected);
    QCOMPARE(*desk.store.latest(id)->uids, *uids());
    QVERIFY(!desk.store.isSubmitting(id));
    QVERIFY(!desk.store.submittedBefore(id, models::fingerprint(*uids())).isValid());
}

void TestReconciliationStore::showsWhatTheServerHasOnConflict()
{
    Desk desk(file());
    desk.post = json(409, R"({"status":false,"error":"Conflict"})");
    desk.store.submit(id, u"a@b.example"_s, uids());
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(desk.store.latest(id)->id, qint64(0)); // not ours
    QCOMPARE(desk.posts(), qsizetype(1));
}

void TestReconciliationStore::looksAgainAfterARestart()
{
    {
        Desk desk(file());
        desk.gets = {json(404, none), json(200, processing)};
        desk.store.submit(id, u"a@b.example"_s, uids());
        QTRY_COMPARE(desk.state(), SubmissionState::Processing);
    }
    Desk desk(file());
    desk.store.load(id);
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(*desk.store.latest(id)->uids, *uids());
    QCOMPARE(desk.posts(), qsizetype(0));
}

void TestReconciliationStore::keepsOursWhenTheNetworkIsQuicker()
{
    {
        Desk desk(file());
        desk.gets = {json(404, none), json(200, processing)};
        desk.store.submit(id, u"a@b.example"_s, uids());
        QTRY_COMPARE(desk.state(), SubmissionState::Processing);
    }
    Desk desk(file());
    desk.store.check(id);
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    desk.store.load(id);
    QTRY_VERIFY(desk.store.latest(id)->id != 0 && desk.state() == SubmissionState::Completed);
    QCOMPARE(*desk.store.latest(id)->uids, *uids());
}

void TestReconciliationStore::knowsTheSameSet()
{
    Desk desk(file());
    QSignalSpy done(&desk.store, &ReconciliationStore::completed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(support::emitted(done));
    api::UidList turned;
    turned.append("b");
    turned.append("a");
    QVERIFY(desk.store.submittedBefore(id, models::fingerprint(turned)).isValid());
    QVERIFY(!desk.store.submittedBefore({u"y"_s}, models::fingerprint(turned)).isValid());
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication app(argc, argv);
    TestReconciliationStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reconciliationstore.moc"
