// What reached the service, how often, and what is known of it: calls that add or pay above all.
#include "api/calls/exclusions.h"
#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"
#include "api/http/client.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QTcpSocket>
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
const QByteArray done = R"({"status":200,"message":"Done."})";
const QByteArray noSurveys = R"({"status":422,"error":"Survey data not found!"})";

Policy quick()
{
    Policy policy;
    policy.connect = 2s;
    policy.inactivity = 300ms;
    policy.backoffBase = 1ms;
    policy.backoffCap = 5ms;
    policy.deadlineScale = 0.02; // 1.2 s, 2.4 s for lists of UIDs
    return policy;
}

struct Desk
{
    explicit Desk(FaultServer::Script script, const Policy &policy = quick())
        : server(std::move(script))
        , client({server.baseUrl(), u"canary-client"_s, u"canary-key"_s}, policy)
    {
    }
    FaultServer server;
    Client client;
};

/// How each call that adds or pays ends: "answered", "unclear" or "ok".
template <class T>
QString endOf(Client &client, const Request<T> &request)
{
    static const QStringList deliveries {u"not sent"_s, u"answered"_s, u"unclear"_s};
    const auto answer = QCoro::waitFor(client.send(request));
    return answer ? u"ok"_s : deliveries[int(answer.error().delivery)];
}

using Call = QString (*)(Client &);

const QList<std::pair<const char *, Call>> &addingCalls()
{
    static const QList<std::pair<const char *, Call>> calls {
        {"create_survey", [](Client &c) { return endOf(c, calls::createSurvey({})); }},
        {"save_qualification",
         [](Client &c) { return endOf(c, calls::addQualifications(id, {})); }},
        {"create_interlocking",
         [](Client &c) { return endOf(c, calls::createInterlocking(id, {})); }},
        {"submit_reconciliation",
         [](Client &c) { return endOf(c, calls::submitReconciliation(id, {})); }},
        {"exclusion", [](Client &c) { return endOf(c, calls::saveExclusions(id, {{u"y"_s}})); }},
    };
    return calls;
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatMayNotBeTheServicesLeavesAnAddingCallOpen_data();
    void anAnswerThatMayNotBeTheServicesLeavesAnAddingCallOpen();
    void aStaleHashIsNewedOnceForACallThatPays();
    void aBodilessWriteReachesTheServiceOnce_data();
    void aBodilessWriteReachesTheServiceOnce();
    void aBodilessWriteToNobodyIsNotSent();
    void sixCallsAreOnTheirWayAtOnce();
    void aCallThatWaitsIsCancelledAtOnce();
    void theClocksRunFromTheMomentACallStarts();
    void aRedirectNamesTheHostOnly();
};

void TestDelivery::anAnswerThatMayNotBeTheServicesLeavesAnAddingCallOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, int status, const QByteArray &body, const QString &end,
                        const QByteArray &headers = {}) {
        QTest::newRow(name) << json(status, body, headers).bytes << end;
    };
    const QString open = u"unclear"_s;
    const QString settled = u"answered"_s;
    row("429 at once", 429, R"({"status":429,"error":"Slow down"})", open, "Retry-After: 0\r\n");
    row("429 of a gateway", 429, {}, open);
    row("429 in the body only", 200, R"({"status":429,"error":"Slow down"})", open);
    row("404, nothing", 404, {}, open);
    row("404, a page", 404, "<html><h1>404</h1></html>", open);
    row("409, words", 409, "Conflict", open);
    row("409, of a gateway", 409, R"({"message":"Conflict"})", open);
    row("403, of a gateway", 403, R"({"message":"Forbidden"})", open);
    row("410, a list", 410, R"(["gone"])", open);
    row("400, broken JSON", 400, R"({"status":400 "error":"Invalid"})", open);
    row("400 with the status of success", 400, R"({"status":200,"error":"?"})", open);
    row("422 without a word", 422, R"({"status":422})", open);
    row("408", 408, R"({"status":408,"error":"Request Timeout"})", open);
    row("500", 500, R"({"status":500,"error":"Oops"})", open);
    row("400", 400, R"({"status":400,"error":"Invalid request parameters"})", settled);
    row("403", 403, R"({"status":403,"error":"Client ID mismatch."})", settled);
    row("422", 422, R"({"status":422,"error":"The loi is too long."})", settled);
    row("422 under 200", 200, R"({"status":"422","error":"The loi is too long."})", settled);
    row("409", 409, R"({"status":409,"error":"Closed"})", settled);
    row("the reconciliations' form", 409,
        R"({"status":false,"error":"Conflict","message":"Not the required state."})", settled);
}

void TestDelivery::anAnswerThatMayNotBeTheServicesLeavesAnAddingCallOpen()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, end);
    for (const auto &[name, call] : addingCalls()) {
        Desk desk([bytes](const Seen &) { return Reply {bytes, Ending::KeepOpen, {}}; });
        QVERIFY2(call(desk.client) == end, name);
        QVERIFY2(desk.server.seen.size() == 1, name);
    }
}

void TestDelivery::aStaleHashIsNewedOnceForACallThatPays()
{
    int calls = 0;
    Desk desk([&calls](const Seen &) {
        return ++calls == 1 ? json(400, R"({"status":400,"error":"Hash data mismatch."})")
                            : json(200, done);
    });
    QCOMPARE(endOf(desk.client, calls::submitReconciliation(id, {})), u"ok"_s);
    QCOMPARE(desk.server.seen.size(), 2);
    // A gateway's page that mentions it is no such word of the service.
    Desk page([](const Seen &) { return json(200, R"({"error":"Hash data mismatch."})"); });
    QCOMPARE(endOf(page.client, calls::submitReconciliation(id, {})), u"unclear"_s);
    QCOMPARE(page.server.seen.size(), 1);
}

void TestDelivery::aBodilessWriteReachesTheServiceOnce_data()
{
    QTest::addColumn<int>("ending");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("closed") << int(Ending::Close) << false;
    QTest::newRow("reset") << int(Ending::Reset) << false;
    QTest::newRow("closed, on a kept connection") << int(Ending::Close) << true;
    QTest::newRow("reset, on a kept connection") << int(Ending::Reset) << true;
}

void TestDelivery::aBodilessWriteReachesTheServiceOnce()
{
    QFETCH(const int, ending);
    QFETCH(const bool, isKept);
    Desk desk([ending](const Seen &seen) {
        return seen.verb == "DELETE" ? Reply {{}, Ending(ending), {}} : json(200, done);
    });
    if (isKept)
        QCOMPARE(endOf(desk.client, calls::saveExclusions(id, {{u"y"_s}})), u"ok"_s);
    QCOMPARE(endOf(desk.client, calls::deleteExclusions(id)), u"unclear"_s);
    const auto isDelete = [](const Seen &seen) { return seen.verb == "DELETE"; };
    QCOMPARE(std::ranges::count_if(desk.server.seen, isDelete), 1);
    QCOMPARE(desk.server.seen.last().body, QByteArray());
    QVERIFY(desk.server.seen.last().headers.toLower().contains("content-length: 0"));
}

void TestDelivery::aBodilessWriteToNobodyIsNotSent()
{
    // The client itself ends the connection, so that none is there whose end it hasn't noticed yet.
    Desk desk([](const Seen &) { return json(200, done, "Connection: close\r\n"); });
    QCOMPARE(endOf(desk.client, calls::deleteExclusions(id)), u"ok"_s);
    desk.server.close();
    QCOMPARE(endOf(desk.client, calls::deleteExclusions(id)), u"not sent"_s);
}

void TestDelivery::sixCallsAreOnTheirWayAtOnce()
{
    Policy policy = quick();
    policy.inactivity = 20s;
    policy.deadlineScale = 1;
    Desk desk([](const Seen &) { return Reply {{}, Ending::Silence, {}}; }, policy);
    std::vector<Task<SurveyPage>> tasks;
    std::vector<Cancellation> cancellations(9);
    for (int i = 0; i < 9; ++i)
        tasks.push_back(desk.client.send(calls::surveys(i + 1), cancellations[size_t(i)]));
    QTRY_COMPARE(desk.server.seen.size(), 6);
    cancellations[0].cancel();
    QTRY_COMPARE(desk.server.seen.size(), 7);
    cancellations[1].cancel();
    cancellations[2].cancel();
    QTRY_COMPARE(desk.server.seen.size(), 9);
    QStringList targets;
    for (const Seen &seen : desk.server.seen)
        targets.append(QString::fromLatin1(seen.target).section(u'&', 0, 0).section(u'=', 1));
    QCOMPARE(targets.mid(6), (QStringList {u"7"_s, u"8"_s, u"9"_s})); // in the order of asking
    desk.client.shutDown();
    for (auto &task : tasks)
        QVERIFY(!QCoro::waitFor(std::move(task)));
}

void TestDelivery::aCallThatWaitsIsCancelledAtOnce()
{
    Policy policy = quick();
    policy.callsAtOnce = 1;
    policy.inactivity = 20s;
    policy.deadlineScale = 1;
    Desk desk([](const Seen &) { return Reply {{}, Ending::Silence, {}}; }, policy);
    auto running = desk.client.send(calls::surveys(1));
    QTRY_COMPARE(desk.server.seen.size(), 1);
    Cancellation cancellation;
    auto waiting = desk.client.send(calls::createSurvey({}), cancellation);
    auto behind = desk.client.send(calls::createSurvey({}));
    cancellation.cancel();
    const auto cancelled = QCoro::waitFor(std::move(waiting));
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QCOMPARE(cancelled.error().delivery, Delivery::NotSent);
    desk.client.shutDown();
    QCOMPARE(QCoro::waitFor(std::move(behind)).error().delivery, Delivery::NotSent);
    QVERIFY(!QCoro::waitFor(std::move(running)));
    QCOMPARE(desk.server.seen.size(), 1);
}

/// Twenty calls of 200 ms each through two lines take two seconds: longer than any clock here.
void TestDelivery::theClocksRunFromTheMomentACallStarts()
{
    Policy policy = quick();
    policy.callsAtOnce = 2;
    policy.connect = 1s;
    policy.inactivity = 1s;
    policy.tries = 1;
    Desk desk(
        [](const Seen &) {
            Reply reply = json(422, noSurveys);
            reply.after = 200ms;
            return reply;
        },
        policy);
    std::vector<Task<SurveyPage>> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(desk.client.send(calls::surveys(i + 1)));
    for (auto &task : tasks)
        QVERIFY(QCoro::waitFor(std::move(task)));
    QCOMPARE(desk.server.seen.size(), 20);
}

void TestDelivery::aRedirectNamesTheHostOnly()
{
    Desk desk([](const Seen &) {
        return json(307, {}, "Location: https://elsewhere.example:8443/v1/x?hash=secret\r\n");
    });
    const auto answer = QCoro::waitFor(desk.client.send(calls::survey(id)));
    QCOMPARE(answer.error().redirectedTo, u"elsewhere.example"_s);
    QVERIFY(answer.error().isRead);
    QVERIFY(!answer.error().detail.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestDelivery)

#include "tst_delivery.moc"
