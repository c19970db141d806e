// Who may ask at all: Host, Origin, path, verb, hash, key and client ID.
#include "tests/sandbox/support/harness.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

namespace {

const QString mismatch = u"400 Hash data mismatch. Please verify the integrity of the request."_s;
const QString wrongClient = u"403 Client ID mismatch. Please verify and try again."_s;

} // namespace

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void otherOriginIsRefused();
    void unknownPathIs404AsJson();
    void otherVerbIs405AsJson();
    void bodyOverTheCapIsRefused();
    void hashIsBareHex();
    void hashNeedsUrlAndKey();
    void callsNeedTheirOwnHash();
    void clientIdIsNeeded();
    void givenKeyAndClientAreTheOnlyOnes();
    void hashGoesStale();
    void listensOnLoopbackOnly();
    void onlyWhoKnowsTheTokenIsHeard();
    void halfARequestEnds_data();
    void halfARequestEnds();
};

void TestGate::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("the address with its port") << QByteArray("127.0.0.1:PORT") << 200;
    QTest::newRow("localhost with its port") << QByteArray("LocalHost:PORT") << 200;
    QTest::newRow("a name that was bound to this machine")
        << QByteArray("evil.example:PORT") << 403;
    QTest::newRow("the address without a port") << QByteArray("127.0.0.1") << 403;
    QTest::newRow("another port") << QByteArray("127.0.0.1:1") << 403;
    QTest::newRow("a name that begins like ours") << QByteArray("localhost.evil:PORT") << 403;
}

void TestGate::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    Harness sandbox;
    host.replace("PORT", QByteArray::number(sandbox.server().port()));
    const QByteArray hash = sandbox.hashFor(u"endpoints/get_survey"_s);
    const QUrl url(sandbox.base() + u"endpoints/get_survey?hash="_s + QString::fromLatin1(hash));
    const Answer answer = sandbox.raw("GET", url, {}, {{"Host", host}, {"X-Client-Id", "c"}});
    QCOMPARE(answer.status, status);
}

void TestGate::otherOriginIsRefused()
{
    Harness sandbox;
    const QUrl url(sandbox.base() + u"endpoints/getHashData"_s);
    const QByteArray body = R"({"url": "http://x/y", "key": "k"})";
    QCOMPARE(sandbox.raw("GET", url, body, {{"Origin", "http://evil.example"}}).status, 403);
    const QByteArray own = "http://127.0.0.1:" + QByteArray::number(sandbox.server().port());
    QCOMPARE(sandbox.raw("GET", url, body, {{"Origin", own}}).status, 200);
}

void TestGate::unknownPathIs404AsJson()
{
    Harness sandbox;
    for (const QString &path : {u"endpoints/nothing"_s, u"../../etc/passwd"_s, u"%00"_s, u""_s})
        QCOMPARE(sandbox.raw("GET", QUrl(sandbox.base() + path)).said(),
                 u"404 The route could not be found."_s);
}

void TestGate::otherVerbIs405AsJson()
{
    Harness sandbox;
    const QUrl url(sandbox.base() + u"endpoints/get_survey"_s);
    QCOMPARE(sandbox.raw("POST", url, "{}").said(),
             u"405 The method is not supported for this route."_s);
    QCOMPARE(sandbox.raw("HEAD", url).status, 405);
}

void TestGate::bodyOverTheCapIsRefused()
{
    Harness sandbox;
    const QUrl url(sandbox.base() + u"endpoints/getHashData"_s);
    const QByteArray body(64 * 1024 * 1024 + 1, ' ');
    QCOMPARE(sandbox.raw("GET", url, body).said(), u"413 The request body is too large."_s);
}

void TestGate::hashIsBareHex()
{
    Harness sandbox;
    const QByteArray hash = sandbox.hashFor(u"endpoints/get_survey"_s);
    QVERIFY2(QRegularExpression(u"^[0-9a-f]{64}$"_s).match(QString::fromLatin1(hash)).hasMatch(),
             hash.constData());
    QCOMPARE(sandbox.hashFor(u"endpoints/get_survey"_s), hash);
    QVERIFY(sandbox.hashFor(u"endpoints/save_quota"_s) != hash);
}

void TestGate::hashNeedsUrlAndKey()
{
    Harness sandbox;
    const QUrl url(sandbox.base() + u"endpoints/getHashData"_s);
    for (const QByteArray &body :
         {R"({"url": "http://x/y"})"_ba, R"({"key": "k"})"_ba, "[]"_ba, "{"_ba, QByteArray()})
        QCOMPARE(sandbox.raw("GET", url, body).said(), u"400 Invalid request parameters"_s);
}

void TestGate::callsNeedTheirOwnHash()
{
    Harness sandbox;
    const QString url = sandbox.base() + u"endpoints/get_survey"_s;
    QCOMPARE(sandbox.raw("GET", QUrl(url), {}, {{"X-Client-Id", "c"}}).said(), mismatch);
    const QString other = QString::fromLatin1(sandbox.hashFor(u"endpoints/save_quota"_s));
    QCOMPARE(sandbox.raw("GET", QUrl(url + u"?hash="_s + other), {}, {{"X-Client-Id", "c"}}).said(),
             mismatch);
}

void TestGate::clientIdIsNeeded()
{
    Harness sandbox;
    const QByteArray hash = sandbox.hashFor(u"endpoints/get_survey"_s);
    const QUrl url(sandbox.base() + u"endpoints/get_survey?hash="_s + QString::fromLatin1(hash));
    QCOMPARE(sandbox.raw("GET", url).said(), wrongClient);
}

void TestGate::givenKeyAndClientAreTheOnlyOnes()
{
    sandbox::Options options;
    options.key = u"right"_s;
    options.clientId = u"me"_s;
    Harness sandbox(options);
    const QString endpoint = u"endpoints/get_survey"_s;
    const auto ask = [&](const QString &key, const QByteArray &client) {
        const QString hash = QString::fromLatin1(sandbox.hashFor(endpoint, key));
        return sandbox
            .raw("GET", QUrl(sandbox.base() + endpoint + u"?hash="_s + hash), {},
                 {{"X-Client-Id", client}})
            .said();
    };
    QCOMPARE(ask(u"wrong"_s, "me"), mismatch);
    QCOMPARE(ask(u"right"_s, "you"), wrongClient);
    QVERIFY(ask(u"right"_s, "me").startsWith(u"200"));
}

void TestGate::hashGoesStale()
{
    Harness sandbox;
    const QString endpoint = u"endpoints/get_survey"_s;
    QCOMPARE(sandbox.get({endpoint}).status, 200);
    sandbox.server().rotateSecret();
    QCOMPARE(sandbox.get({endpoint}).said(), mismatch);

    const QByteArray before = sandbox.hashFor(endpoint);
    sandbox.restart();
    const QString url = sandbox.base() + endpoint + u"?hash="_s;
    QCOMPARE(sandbox.raw("GET", QUrl(url + QString::fromLatin1(before)), {}, {{"X-Client-Id", "c"}})
                 .said(),
             mismatch);
}

void TestGate::listensOnLoopbackOnly()
{
    Harness sandbox;
    const auto servers = sandbox.server().servers();
    QCOMPARE(servers.size(), 1);
    QCOMPARE(servers.first()->serverAddress(), QHostAddress(QHostAddress::LocalHost));
}

void TestGate::onlyWhoKnowsTheTokenIsHeard()
{
    sandbox::Options options;
    options.token = u"0123456789abcdef"_s;
    Harness sandbox(options);
    const QString base = sandbox.base();
    QVERIFY(base.endsWith(u"/0123456789abcdef/v1/"_s));
    const QJsonObject survey = sandbox.surveyNamed(u"Pet owners UK"_s);
    const QString completes =
        u"sandbox/completes?project_id="_s + survey[u"project_id"_s].toString();
    QCOMPARE(sandbox.raw("GET", QUrl(base.chopped(3) + completes)).status, 200);
    // Without it, with half of it and with another, even a hash and the list of completes.
    const QString port = base.section(u'/', 0, 2);
    for (const QString &room : {u"/"_s, u"/0123456789/"_s, u"/0123456789abcdee/"_s}) {
        const QString refused = u"403 The address lacks the token of this run."_s;
        QCOMPARE(sandbox.raw("GET", QUrl(port + room + completes)).said(), refused);
        const QUrl hash(port + room + u"v1/endpoints/getHashData"_s);
        QCOMPARE(sandbox.raw("GET", hash, R"({"url": "x", "key": "k"})").said(), refused);
    }
}

void TestGate::halfARequestEnds_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << QByteArray("GET /v1/endpoints/get_survey HTTP/1.1\r\nHost: ");
    QTest::newRow("half a body") << QByteArray(
        "POST /v1/endpoints/exclusion HTTP/1.1\r\nContent-Length: 90\r\n\r\n{");
}

void TestGate::halfARequestEnds()
{
    QFETCH(const QByteArray, sent);
    sandbox::Options options;
    options.patience = std::chrono::milliseconds(300);
    Harness sandbox(options);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, sandbox.server().port());
    QSignalSpy ended(&socket, &QTcpSocket::disconnected);
    QVERIFY(socket.waitForConnected());
    socket.write(sent);
    QVERIFY(ended.wait(10'000));
    // Who asks in whole sentences is answered all the while, on a connection that is kept.
    QCOMPARE(sandbox.get({u"endpoints/get_survey"_s}).status, 200);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
