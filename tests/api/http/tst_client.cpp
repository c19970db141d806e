#include "api/calls/qualifications.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"
#include "api/http/client.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace api;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Ending;
using support::FaultServer;
using support::json;
using support::Reply;
using support::Seen;

namespace {

const SurveyId id {u"x"_s};
const QString key = u"canary-key-7f3a"_s;
const QString clientId = u"canary-client-91"_s;
const QByteArray done = R"({"status":200,"message":"Done."})";
const QByteArray noSurveys = R"({"status":422,"error":"Survey data not found!"})";

Policy quick()
{
    Policy policy;
    policy.connect = 2s;
    policy.inactivity = 300ms;
    policy.backoffBase = 1ms;
    policy.backoffCap = 5ms;
    policy.retryAfterCap = 2s;
    policy.deadlineScale = 0.01; // 600 ms
    return policy;
}

/// A script that gives one reply after the other, the last one for ever.
FaultServer::Script inTurn(QList<Reply> replies)
{
    const auto left = std::make_shared<QList<Reply>>(std::move(replies));
    return [left](const Seen &) { return left->size() > 1 ? left->takeFirst() : left->first(); };
}

struct Desk
{
    explicit Desk(FaultServer::Script script)
        : server(std::move(script))
        , client({server.baseUrl(), clientId, key}, quick())
    {
        QObject::connect(&client, &Client::recorded, &client,
                         [this](const CallRecord &record) { records.append(record); });
    }
    FaultServer server;
    QList<CallRecord> records;
    Client client;
};

QString kindOf(const ApiError &error)
{
    static const QStringList kinds {
        u"Network"_s,      u"Timeout"_s,     u"Tls"_s,      u"Cancelled"_s, u"Unauthorized"_s,
        u"HashMismatch"_s, u"NotFound"_s,    u"Conflict"_s, u"Gone"_s,      u"Rejected"_s,
        u"RateLimited"_s,  u"ServerError"_s, u"Malformed"_s};
    static const QStringList deliveries {u"not sent"_s, u"answered"_s, u"unclear"_s};
    return kinds[int(error.kind)] + u", "_s + deliveries[int(error.delivery)];
}

template <class T>
QString outcome(const Result<T> &result)
{
    return result ? u"ok"_s : kindOf(result.error());
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAndSendsWhatTheContractSays()
    {
        Desk desk(inTurn({json(200, done)}));
        const auto result = QCoro::waitFor(desk.client.send(calls::deleteQualification(id, {42})));
        QVERIFY(result);
        QCOMPARE(desk.server.seen.size(), 1);
        const Seen &seen = desk.server.seen.first();
        QCOMPARE(seen.verb, "DELETE");
        QCOMPARE(seen.target,
                 "/v1/endpoints/delete_qualification?hash="
                     + QByteArray("1").rightJustified(64, '0'));
        QCOMPARE(seen.body, R"({"project_id":"x","qualification_code":"42"})");
        const QByteArray headers = seen.headers.toLower();
        QVERIFY(headers.contains("x-client-id: canary-client-91"));
        QVERIFY(headers.contains("content-length: 44"));
        QVERIFY(headers.contains("content-type: application/json"));
    }

    void asksForAHashOncePerEndpointAlsoForTwentyAtATime()
    {
        Desk desk(inTurn({json(422, noSurveys)}));
        std::vector<Task<SurveyPage>> tasks;
        for (int i = 0; i < 20; ++i)
            tasks.push_back(desk.client.send(calls::surveys(i + 1)));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(desk.server.hashes, 1);
        QCOMPARE(desk.server.seen.size(), 20);
        const QByteArray hash = QByteArray("1").rightJustified(64, '0');
        for (const Seen &seen : desk.server.seen) // of those that waited for it too
            QVERIFY2(seen.target.endsWith("&hash=" + hash), seen.target.constData());
        for (const CallRecord &record : desk.records)
            QCOMPARE(record.tries, 1);
    }

    void renewsAStaleHashOnceAndOnlyOnce()
    {
        const Reply stale = json(400, R"({"status":400,"error":"Hash data mismatch."})");
        Desk once(inTurn({stale, json(200, done)}));
        QVERIFY(QCoro::waitFor(once.client.send(calls::setSurveyStatus(id, SurveyStatus::Active))));
        QCOMPARE(once.server.hashes, 2);
        Desk always(inTurn({stale}));
        const auto result =
            QCoro::waitFor(always.client.send(calls::setSurveyStatus(id, SurveyStatus::Active)));
        QCOMPARE(outcome(result), u"HashMismatch, answered"_s);
        QCOMPARE(always.server.seen.size(), 2);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("ending");
        QTest::addColumn<QString>("read");
        QTest::addColumn<int>("reads");
        QTest::addColumn<QString>("create");
        const auto row = [](const char *name, const Reply &reply, const QString &read, int reads,
                            const QString &create) {
            QTest::newRow(name) << reply.bytes << int(reply.ending) << read << reads << create;
        };
        const QString lost = u"Network, unclear"_s;
        const QString late = u"Timeout, unclear"_s;
        const QString odd = u"Malformed, unclear"_s;
        const QByteArray half = "HTTP/1.1 200 X\r\nContent-Length: 900\r\n\r\n{\"status\":200";
        row("the server closes before it answers", {{}, Ending::Close}, lost, 3, lost);
        row("the server resets before it answers", {{}, Ending::Reset}, lost, 3, lost);
        row("the answer stops half way", {half, Ending::Close}, lost, 3, lost);
        row("silence", {{}, Ending::Silence}, late, 3, late);
        row("a byte at a time", {"HTTP/1.1 200 X\r\nX: " + QByteArray(900, 'x'), Ending::Drip},
            late, 3, late);
        row("other types", json(200, R"({"status":200,"data":"a text"})"), odd, 1, odd);
        row("a web page", json(200, "<html>Sign in</html>"), odd, 1, odd);
        row("nothing", json(200, {}), odd, 1, odd);
        row("a server error", json(500, "{\"status\":500,\"error\":\"Oops\"}"),
            u"ServerError, unclear"_s, 3, u"ServerError, unclear"_s);
        row("a redirect", json(307, {}, "Location: https://elsewhere.example/v1/\r\n"), odd, 1,
            odd);
        row("a refusal", json(403, R"({"status":403,"error":"Client ID mismatch."})"),
            u"Unauthorized, answered"_s, 1, u"Unauthorized, answered"_s);
    }
    /// A read is tried again, a create reaches the server exactly once, and no text has a secret.
    void faults()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, ending);
        QFETCH(int, reads);
        const Reply reply {bytes, Ending(ending)};
        Desk reading(inTurn({reply}));
        const auto read = QCoro::waitFor(reading.client.send(calls::survey(id)));
        QTEST(outcome(read), "read");
        // Qt itself repeats a GET without a body once when a kept connection is cut.
        QVERIFY(reading.server.seen.size() >= reads && reading.server.seen.size() <= 2 * reads);

        Desk creating(inTurn({reply}));
        const auto created = QCoro::waitFor(creating.client.send(calls::createSurvey({})));
        QTEST(outcome(created), "create");
        QCOMPARE(creating.server.seen.size(), 1);
        for (const ApiError &error : {read.error(), created.error()}) {
            const QString all = error.detail + error.serverMessage + error.endpoint;
            QVERIFY2(!all.contains(u"hash="_s) && !all.contains(u"canary"_s), qPrintable(all));
        }
    }

    void aServerThatIsNotThereGotNothing()
    {
        Desk desk(inTurn({json(200, done)}));
        desk.server.close();
        const auto result = QCoro::waitFor(desk.client.send(calls::createSurvey({})));
        QCOMPARE(outcome(result), u"Network, not sent"_s);
    }

    void comesBackWhenToldTo()
    {
        Desk desk(
            inTurn({json(429, "{\"status\":429,\"error\":\"Slow down\"}", "Retry-After: 1\r\n"),
                    json(200, done)}));
        QVERIFY(QCoro::waitFor(desk.client.send(calls::setSurveyStatus(id, SurveyStatus::Active))));
        QCOMPARE(desk.server.seen.size(), 2);
        Desk patient(inTurn(
            {json(429, "{\"status\":429,\"error\":\"Slow down\"}", "Retry-After: 3600\r\n")}));
        const auto result = QCoro::waitFor(patient.client.send(calls::survey(id)));
        QCOMPARE(outcome(result), u"RateLimited, unclear"_s);
        QVERIFY(result.error().isRead);
        QCOMPARE(result.error().retryAfter, std::optional(std::chrono::seconds(3600)));
        QCOMPARE(patient.server.seen.size(), 1);
    }

    void tellsTheServersTime()
    {
        const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(7200);
        const QByteArray date = "Date: "
            + QLocale::c().toString(ahead, u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT\r\n";
        Desk desk(inTurn({json(200, done), json(200, done, date),
                          json(200, done, "Date: yesterday or so\r\n")}));
        const auto call = [&desk] {
            QVERIFY(QCoro::waitFor(desk.client.send(calls::submitReconciliation(id, {}))));
        };
        call();
        QCOMPARE(desk.client.clockSkew(), std::chrono::seconds(0)); // it told none
        for (int times = 0; times < 2; ++times) {
            call();
            QVERIFY(std::abs(desk.client.clockSkew().count() - 7200) < 30); // the test may be slow
        }
    }

    void saysWhichFieldsAnObjectNames()
    {
        Desk desk(inTurn({json(422,
                               R"({"status":422,"error":{"loi":["Too long.","Not whole."],)"
                               R"("project_name":"Taken."}})")}));
        const auto result = QCoro::waitFor(desk.client.send(calls::submitReconciliation(id, {})));
        QCOMPARE(outcome(result), u"Rejected, answered"_s);
        QCOMPARE(result.error().serverMessage,
                 u"loi: Too long. Not whole.\nproject_name: Taken."_s);
    }

    void stopsAtTheCap()
    {
        FaultServer server(inTurn({json(200, QByteArray(200'000, ' '))}));
        Policy policy = quick();
        policy.responseCap = 10'000;
        Client client({server.baseUrl(), clientId, key}, policy);
        const auto result = QCoro::waitFor(client.send(calls::survey(id)));
        QCOMPARE(outcome(result), u"Malformed, unclear"_s);
        QCOMPARE(result.error().detail, u"the answer is too large"_s);
    }

    /// Whether the network or the parser notices first is a matter of timing.
    void cutAnswersAreNeverTaken()
    {
        const QByteArray cut = "{\"status\":200,\"data\":[{";
        const QByteArray head = "HTTP/1.1 200 X\r\n";
        for (const QByteArray &bytes : {head + "Connection: close\r\n\r\n" + cut,
                                        head + "Transfer-Encoding: chunked\r\n\r\nff\r\n" + cut,
                                        head + "Content-Length: 9\r\n\r\n" + cut}) {
            Desk reading(inTurn({{bytes, Ending::Close}}));
            QVERIFY(!QCoro::waitFor(reading.client.send(calls::survey(id))));
            Desk creating(inTurn({{bytes, Ending::Close}}));
            const auto created = QCoro::waitFor(creating.client.send(calls::createSurvey({})));
            QVERIFY(!created);
            QCOMPARE(created.error().delivery, Delivery::Ambiguous);
            QCOMPARE(creating.server.seen.size(), 1);
        }
    }

    void compressedAnswersThatLieAreRefused()
    {
        QProcess gzip;
        gzip.start(u"/bin/sh"_s, {u"-c"_s, u"head -c 100000000 /dev/zero | gzip -c"_s});
        QVERIFY(gzip.waitForFinished(30'000));
        const QByteArray bomb = gzip.readAllStandardOutput();
        for (const QByteArray &body : {bomb, bomb.first(40)}) {
            Desk desk(inTurn({json(200, body, "Content-Encoding: gzip\r\n")}));
            const auto result = QCoro::waitFor(desk.client.send(calls::createSurvey({})));
            QVERIFY(!result);
            QCOMPARE(desk.server.seen.size(), 1);
        }
    }

    void cancelAndQuitEndCallsAtOnce()
    {
        Desk desk(inTurn({{{}, Ending::Silence}}));
        Cancellation cancellation;
        auto cancelled = desk.client.send(calls::survey(id), cancellation);
        auto running = desk.client.send(calls::createSurvey({}));
        QTRY_COMPARE(desk.server.seen.size(), 2);
        QCOMPARE(desk.client.running(), 2);
        cancellation.cancel();
        QCOMPARE(outcome(QCoro::waitFor(std::move(cancelled))), u"Cancelled, unclear"_s);
        desk.client.shutDown();
        QCOMPARE(outcome(QCoro::waitFor(std::move(running))), u"Cancelled, unclear"_s);
        const auto after = QCoro::waitFor(desk.client.send(calls::survey(id)));
        QCOMPARE(outcome(after), u"Cancelled, not sent"_s);
        QCOMPARE(desk.client.running(), 0);
    }

    void plainHttpIsForThisMachineOnly()
    {
        Client client({QUrl(u"http://example.com/v1/"_s), clientId, key}, quick());
        const auto result = QCoro::waitFor(client.send(calls::survey(id)));
        QCOMPARE(outcome(result), u"Network, not sent"_s);
    }

    void recordsWithoutSecrets()
    {
        const QByteArray echo = "{\"status\":422,\"error\":\"no canary-key-7f3a canary-client-91 "
            + QByteArray("1").rightJustified(64, '0') + "\"}";
        Desk desk(inTurn({json(422, echo)}));
        UidList uids;
        uids.append("canaryUid");
        const auto sent = QCoro::waitFor(
            desk.client.send(calls::submitReconciliation(id, {u"canary@mail"_s, uids})));
        const auto kept =
            QCoro::waitFor(desk.client.send(calls::setSurveyStatus(id, SurveyStatus::Active)));
        QCOMPARE(sent.error().serverMessage, u"no … … …"_s);
        QCOMPARE(desk.records.size(), 2);
        for (const CallRecord &record : desk.records) {
            const QString all = record.requestBody + record.answerBody + record.endpoint;
            QVERIFY2(!all.contains(u"canary"_s) && !all.contains(u"00000000"_s), qPrintable(all));
        }
        QCOMPARE(desk.records.last().requestBody, uR"({"project_id":"x","status":"1"})"_s);
        QCOMPARE(desk.records.last().httpStatus, 422);
        QCOMPARE(desk.records.last().tries, 1);
    }

    void decodesALargeAnswerInAWorker()
    {
        QByteArray body = "{\"status\":\"Completed\",\"accepted_uids\":[\"u0\"";
        for (int i = 1; i < 50'000; ++i)
            body += ",\"u" + QByteArray::number(i) + '"';
        Desk desk(inTurn({json(200, body + "]}")}));
        const auto result = QCoro::waitFor(desk.client.send(calls::reconciliation(id)));
        QVERIFY(result);
        QCOMPARE(result->acceptedUids.size(), 50'000);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
