// Calls 18, 19 and 25 to 27, and the list of completes that lets a person try them.
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

namespace {

const QString submit = u"reconciliations/submit_reconciliation"_s;
const QString reading = u"reconciliations/reconciliation"_s;
const QString exclusion = u"endpoints/exclusion"_s;

QJsonObject submission(const QStringList &uids)
{
    return {{u"contact_email"_s, u"noreply@example.com"_s},
            {u"request_uids"_s, QJsonArray::fromStringList(uids)}};
}

} // namespace

class TestReconciliation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completesAreListed();
    void goesFromProcessingToCompleted();
    void strangersNeedManualReview();
    void manyUidsAreTaken();
    void submitIsRefused_data();
    void submitIsRefused();
    void stateIsRefused();
    void readingIsRefused();
    void seededOnesAreSettled();
    void exclusionsAreAddedReadAndRemoved();
    void exclusionsAreRefused();

private:
    static QStringList completes(Harness &sandbox, const QString &id)
    {
        const QUrl url(sandbox.base().chopped(3) + u"sandbox/completes?project_id="_s + id);
        return QString::fromUtf8(sandbox.raw("GET", url).body).split(u'\n', Qt::SkipEmptyParts);
    }
};

void TestReconciliation::completesAreListed()
{
    Harness sandbox;
    const QJsonObject survey = sandbox.surveyNamed(u"Snack tracker W13"_s);
    const QString id = survey[u"project_id"_s].toString();
    const QStringList uids = completes(sandbox, id);
    QCOMPARE(uids.size(), survey[u"progress"_s][u"complete"_s].toInt());
    QCOMPARE(QSet<QString>(uids.begin(), uids.end()).size(), uids.size());
    for (const QString &uid : uids)
        QVERIFY2(
            QRegularExpression(u"^[A-Za-z0-9]{5}[0-9]{9}[A-Za-z0-9]{5}$"_s).match(uid).hasMatch(),
            qPrintable(uid));
    const QUrl unknown(sandbox.base().chopped(3) + u"sandbox/completes?project_id=unknown"_s);
    QCOMPARE(sandbox.raw("GET", unknown).said(), u"404 Survey data not found!"_s);
    QCOMPARE(sandbox.raw("GET", unknown, {}, {{"Host", "evil.example"}}).status, 403);
}

void TestReconciliation::goesFromProcessingToCompleted()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Snack tracker W13"_s);
    const QStringList uids = completes(sandbox, id);
    QStringList sent = uids;
    sent.insert(3, u"Stranger0000000000x"_s);
    QCOMPARE(sandbox.post({submit, submission(sent), {}, id}).said(),
             u"200 The reconciliation request has been successfully processed."_s);
    const Answer processing = sandbox.get({reading, {}, {}, id});
    QCOMPARE(processing.object,
             (QJsonObject {{u"status"_s, u"Processing"_s},
                           {u"result_count"_s, 0},
                           {u"accepted_uids"_s, QJsonArray()}}));
    sandbox.pass(9);
    const QJsonObject completed = sandbox.get({reading, {}, {}, id}).object;
    QCOMPARE(completed[u"status"_s].toString(), u"Completed"_s);
    const QJsonArray accepted = completed[u"accepted_uids"_s].toArray();
    QCOMPARE(completed[u"result_count"_s].toInt(), int(accepted.size()));
    for (const QJsonValue &uid : accepted)
        QVERIFY(uids.contains(uid.toString()));
    // About one in fifty fails the quality checks.
    const auto rejected = uids.size() - accepted.size();
    QVERIFY2(rejected > 0 && rejected < uids.size() / 20, qPrintable(QString::number(rejected)));

    QCOMPARE(sandbox.post({submit, submission(uids), {}, id}).said(),
             u"409 The entity does not meet the required state."_s);
}

void TestReconciliation::strangersNeedManualReview()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Snack tracker W13"_s);
    QCOMPARE(sandbox.post({submit, submission({u"a"_s, u"b"_s}), {}, id}).said(),
             u"200 The reconciliation request was accepted but requires manual review."_s);
    sandbox.pass(9);
    QCOMPARE(sandbox.get({reading, {}, {}, id}).object[u"status"_s].toString(), u"Processing"_s);
    sandbox.pass(16);
    const QJsonObject completed = sandbox.get({reading, {}, {}, id}).object;
    QCOMPARE(completed[u"status"_s].toString(), u"Completed"_s);
    QCOMPARE(completed[u"result_count"_s].toInt(), 0);
}

void TestReconciliation::manyUidsAreTaken()
{
    Harness sandbox;
    QStringList sent;
    for (int i = 0; i < 100'000; ++i)
        sent.append(u"j8G7Y170924%1"_s.arg(i, 8, 10, '0'_L1));
    const QString id = sandbox.idOf(u"Snack tracker W13"_s);
    QCOMPARE(sandbox.post({submit, submission(sent), {}, id}).status, 200);
}

void TestReconciliation::submitIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("error");
    const QString missing = u"400 An expected field is missing."_s;
    const QString bad = u"Bad Request"_s;
    const QString unprocessable = u"Unprocessable Entity"_s;
    QJsonObject body = submission({u"a"_s});
    body.remove(u"contact_email"_s);
    QTest::newRow("no e-mail") << body << missing << bad;
    body[u"contact_email"_s] = u"somebody"_s;
    QTest::newRow("an e-mail that isn't one")
        << body << u"422 The contact_email must be a valid email address."_s << unprocessable;
    QTest::newRow("no UIDs") << submission({}) << missing << bad;
    QTest::newRow("a blank UID") << submission({u"a"_s, u" "_s})
                                 << u"422 The request_uids must not contain blank values."_s
                                 << unprocessable;
    QTest::newRow("a UID twice") << submission({u"a"_s, u"a"_s})
                                 << u"422 The request_uids must not contain duplicates."_s
                                 << unprocessable;
}

void TestReconciliation::submitIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, said);
    QFETCH(QString, error);
    static Harness sandbox;
    const Answer answer = sandbox.post({submit, body, {}, sandbox.idOf(u"Snack tracker W13"_s)});
    QCOMPARE(answer.said(), said);
    QCOMPARE(answer.object[u"error"_s].toString(), error);
    QCOMPARE(answer.object[u"status"_s], QJsonValue(false));
}

void TestReconciliation::stateIsRefused()
{
    Harness sandbox;
    const auto post = [&](const QString &id) {
        return sandbox.post({submit, submission({u"a"_s}), {}, id}).said();
    };
    QCOMPARE(post(u"unknown"_s), u"404 The requested resource was not found."_s);
    QCOMPARE(post(u""_s), u"400 An expected field is missing."_s);
    const QString wrong = u"422 The entity does not meet the required state."_s;
    QCOMPARE(post(sandbox.idOf(u"Snack tracker W14"_s)), wrong);
    QCOMPARE(post(sandbox.idOf(u"Smart home Q4"_s)), wrong);
    QCOMPARE(post(sandbox.idOf(u"Incidence check: e-readers FI"_s)),
             u"410 The requested resource is no longer available."_s);
    QVERIFY(post(sandbox.idOf(u"Packaging test ZA"_s)).startsWith(u"200"));
}

void TestReconciliation::readingIsRefused()
{
    Harness sandbox;
    const QString notFound = u"404 The requested resource was not found."_s;
    const Answer none = sandbox.get({reading, {}, {}, sandbox.idOf(u"Snack tracker W13"_s)});
    QCOMPARE(none.said(), notFound);
    QCOMPARE(none.object[u"error"_s].toString(), u"Not Found"_s);
    QCOMPARE(sandbox.get({reading, {}, {}, u"unknown"_s}).said(), notFound);
    QCOMPARE(sandbox.get({reading}).said(), u"400 An expected field is missing."_s);
}

void TestReconciliation::seededOnesAreSettled()
{
    Harness sandbox;
    const QJsonObject done =
        sandbox.get({reading, {}, {}, sandbox.idOf(u"Snack tracker W12"_s)}).object;
    QCOMPARE(done[u"status"_s].toString(), u"Completed"_s);
    QVERIFY(done[u"result_count"_s].toInt() > 400);
}

void TestReconciliation::exclusionsAreAddedReadAndRemoved()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Smart home Q4"_s);
    const QString first = sandbox.idOf(u"Snack tracker W13"_s);
    const QString second = sandbox.idOf(u"Snack tracker W12"_s);
    const auto add = [&](const QStringList &ids) {
        return sandbox.post(
            {exclusion, {{u"exclusion_project"_s, QJsonArray::fromStringList(ids)}}, {}, id});
    };
    QCOMPARE(add({first}).said(), u"200 Exclusion data inserted successfully."_s);
    QCOMPARE(add({first, second}).status, 200);
    QCOMPARE(
        sandbox.get({exclusion, {}, {}, id}).object[u"data"_s][u"exclusion_project"_s].toArray(),
        (QJsonArray {first, second}));
    QCOMPARE(sandbox.erase({exclusion, {}, {}, id}).said(),
             u"200 Exclusion data deleted successfully."_s);
    QCOMPARE(sandbox.get({exclusion, {}, {}, id}).said(), u"400 Exclusion data not found!"_s);
    QCOMPARE(sandbox.erase({exclusion, {}, {}, id}).said(),
             u"404 No exclusion data found agian this project id!"_s);
}

void TestReconciliation::exclusionsAreRefused()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Smart home Q4"_s);
    const auto add = [&](const QString &project, const QJsonValue &ids) {
        return sandbox.post({exclusion, {{u"exclusion_project"_s, ids}}, {}, project}).said();
    };
    const QString wrongState = u"422 Provided Projects status must be complete or closed!"_s;
    const QString finished = sandbox.idOf(u"Snack tracker W13"_s);
    QCOMPARE(add(id, QJsonArray {finished, sandbox.idOf(u"Snack tracker W14"_s)}), wrongState);
    QCOMPARE(sandbox.get({exclusion, {}, {}, id}).status, 400);
    QCOMPARE(add(id, QJsonArray {u"unknown"_s}), wrongState);
    QCOMPARE(add(id, QJsonArray()), u"400 Exclusion data not found!"_s);
    QCOMPARE(add(u"unknown"_s, QJsonArray {finished}), u"400 Exclusion data not found!"_s);
    QCOMPARE(sandbox.erase({exclusion, {}, {}, u"unknown"_s}).said(),
             u"422 Valid project ID is required!"_s);
}

QTEST_GUILESS_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"
