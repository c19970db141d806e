#include "models/database/database.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/uidimport.h"
#include "models/reconciliation/uidrowsmodel.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
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
    QList<Reply> gets {json(200, processing), json(200, processing), json(200, completed)};
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
    void keepsWhatWasRefused();
    void showsWhatTheServerHasOnConflict();
    void looksAgainAfterARestart();
    void keepsOursWhenTheNetworkIsQuicker();
    void knowsTheSameSet();
    void checksAddresses();
    void rendersFindings();
    void arrangesManyBesideTheInterface();
};

void TestReconciliationStore::submitsAndLooksUntilCompleted()
{
    Desk desk(file());
    QSignalSpy done(&desk.store, &ReconciliationStore::completed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(desk.store.isSubmitting(id));
    QVERIFY(done.wait());
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
    QSignalSpy missing(&desk.store, &ReconciliationStore::checkFailed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(missing.wait());
    QCOMPARE(desk.state(), SubmissionState::Unknown);
    desk.gets = {json(200, completed)};
    desk.store.check(id);
    QTRY_COMPARE(desk.state(), SubmissionState::Completed);
    QCOMPARE(desk.posts(), qsizetype(1));
}

void TestReconciliationStore::keepsWhatWasRefused()
{
    Desk desk(file());
    desk.post = json(422, R"({"status":false,"message":"Not in that state."})");
    QSignalSpy failed(&desk.store, &ReconciliationStore::submitFailed);
    desk.store.submit(id, u"a@b.example"_s, uids());
    QVERIFY(failed.wait());
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
        desk.gets = {json(200, processing)};
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
        desk.gets = {json(200, processing)};
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
    QVERIFY(done.wait());
    api::UidList turned;
    turned.append("b");
    turned.append("a");
    QVERIFY(desk.store.submittedBefore(id, models::fingerprint(turned)).isValid());
    QVERIFY(!desk.store.submittedBefore({u"y"_s}, models::fingerprint(turned)).isValid());
}

void TestReconciliationStore::checksAddresses()
{
    QVERIFY(models::looksLikeEmail(u"noreply@example.com"_s));
    for (const QString &wrong : {u""_s, u"a"_s, u"a@b"_s, u"a b@c.de"_s, u"a@b..de"_s, u"@b.de"_s})
        QVERIFY2(!models::looksLikeEmail(wrong), qPrintable(wrong));
}

void TestReconciliationStore::rendersFindings()
{
    models::UidRowsModel model;
    QAbstractItemModelTester tester(&model);
    models::Work work;
    QByteArray text = "abc1\nabc1\n1.7E+17\n";
    for (int i = 0; i < 40; ++i)
        text += "abd" + QByteArray::number(i % 10) + QByteArray::number(i / 10) + '\n';
    const models::UidImport import =
        models::importUids({u"x.txt"_s, models::TextSource::fromUtf8(text)}, {}, work);
    model.setRows(import.rows);
    QCOMPARE(model.rowCount(), 43);
    model.look({.kinds = ~models::bit(models::UidKind::Good), .needle = {}});
    model.sort(models::UidRowsModel::Line, Qt::DescendingOrder);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    QCOMPARE(lines,
             (QStringList {u"3 | 1.7E+17 | Damaged | a number that a spreadsheet rounded | x.txt"_s,
                           u"2 | abc1 | Duplicate | of line 1, which is kept | x.txt"_s,
                           u"1 | abc1 | Suspicious | 4 characters, the others have 5 | x.txt"_s}));
    QCOMPARE(model.index(0, models::UidRowsModel::Finding).data(models::StatusRole).toInt(),
             int(models::UidKind::Damaged));
}

void TestReconciliationStore::arrangesManyBesideTheInterface()
{
    models::UidRowsModel model;
    models::Work work;
    const models::UidImport import = models::importUids(
        {u"x.txt"_s, models::TextSource::fromUtf8(QByteArray(30'000, '\n') + "abc")}, {}, work);
    QSignalSpy arranged(&model, &models::UidRowsModel::arranged);
    model.setRows(import.rows);
    model.look({.kinds = ~0U, .needle = "b"});
    QTRY_COMPARE(model.rowCount(), 1);
    // Where the worker is slower than we are the first wish is overtaken by the second.
    QVERIFY(!arranged.isEmpty() && arranged.size() <= 2);
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication app(argc, argv);
    TestReconciliationStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reconciliationstore.moc"
