// What the network library, files and the database do on their own, as measured with Qt 6.4.2. Our
// transport rules are built on these facts: when an upgrade changes one, this says so first.
#include "tests/support/faultserver.h"

#include <QBuffer>
#include <QFile>
#include <QLocalServer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Ending;
using support::FaultServer;
using support::Reply;
using support::Seen;

namespace {

/// A body that can't be read a second time.
class Stream : public QIODevice
{
public:
    explicit Stream(QByteArray body)
        : m_body(std::move(body))
    {
        open(ReadOnly);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_body.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 count = qMin(most, qint64(m_body.size()));
        memcpy(into, m_body.constData(), size_t(count));
        m_body.remove(0, count);
        return count == 0 ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
};

QNetworkRequest request(const FaultServer &server, const QString &path = u"x"_s)
{
    QNetworkRequest made(server.baseUrl().resolved(QUrl(path)));
    made.setRawHeader("X-Client-Id", "canary");
    return made;
}

/// For the two bytes "{}".
QNetworkRequest requestWithBody(const FaultServer &server)
{
    QNetworkRequest made = request(server);
    made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    made.setHeader(QNetworkRequest::ContentLengthHeader, 2);
    return made;
}

void finish(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        QVERIFY(finished.wait(10'000));
}

QByteArray http(const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

} // namespace

class TestPlatform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostIsSentAgainUnlessItsBodyIsAStream();
    void aRedirectTakesOurHeadersAlong();
    void bodiesOfGetAndDeleteAreSent_data();
    void bodiesOfGetAndDeleteAreSent();
    void aCutBodyMayComeWithoutAnError();
    void aShortBodyLeavesItsPartBehind();
    void aTransferTimeoutIsOnlyInactivity();
    void anErrorTextHoldsTheWholeAddress();
    void aLocalServersNameIsNoLock();
    void saveFileKeepsTheOldFileWhenDropped();

private:
    QNetworkAccessManager m_network;
};

void TestPlatform::aPostIsSentAgainUnlessItsBodyIsAStream()
{
    FaultServer server([](const Seen &) { return Reply {{}, Ending::Close}; });
    QScopedPointer<QNetworkReply> array(m_network.post(requestWithBody(server), QByteArray("{}")));
    finish(array.get());
    QCOMPARE(server.seen.size(), qsizetype(2));
    server.seen.clear();
    Stream stream("{}");
    QNetworkRequest streamed = requestWithBody(server);
    streamed.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QScopedPointer<QNetworkReply> sequential(m_network.post(streamed, &stream));
    finish(sequential.get());
    QCOMPARE(server.seen.size(), qsizetype(1));
    QVERIFY(sequential->error() != QNetworkReply::NoError);
}

void TestPlatform::aRedirectTakesOurHeadersAlong()
{
    FaultServer server([](const Seen &seen) {
        return seen.path().endsWith("elsewhere")
            ? support::json(200, "{}")
            : Reply {"HTTP/1.1 302 Found\r\nLocation: elsewhere\r\nContent-Length: 0\r\n\r\n", {}};
    });
    QScopedPointer<QNetworkReply> reply(m_network.get(request(server)));
    finish(reply.get());
    // Not exactly two: a GET without a body is sent again when the kept connection was just closed.
    QVERIFY(server.seen.size() >= 2);
    QVERIFY(server.seen.last().path().endsWith("elsewhere"));
    QVERIFY(server.seen.last().headers.toLower().contains("x-client-id: canary"));
}

void TestPlatform::bodiesOfGetAndDeleteAreSent_data()
{
    QTest::addColumn<QByteArray>("verb");
    for (const char *verb : {"GET", "DELETE", "PATCH"})
        QTest::newRow(verb) << QByteArray(verb);
}

void TestPlatform::bodiesOfGetAndDeleteAreSent()
{
    QFETCH(QByteArray, verb);
    FaultServer server([](const Seen &) { return support::json(200, "{}"); });
    QScopedPointer<QNetworkReply> reply(
        m_network.sendCustomRequest(requestWithBody(server), verb, QByteArray("{}")));
    finish(reply.get());
    QCOMPARE(server.seen.value(0).body, QByteArray("{}"));
    QCOMPARE(server.seen.value(0).verb, verb);
}

void TestPlatform::aCutBodyMayComeWithoutAnError()
{
    FaultServer server([](const Seen &) {
        return Reply {http("Connection: close\r\n", "{\"a\":"), Ending::Close};
    });
    QScopedPointer<QNetworkReply> reply(m_network.get(request(server)));
    finish(reply.get());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), QByteArray("{\"a\":"));
}

void TestPlatform::aShortBodyLeavesItsPartBehind()
{
    FaultServer server([](const Seen &) {
        return Reply {http("Content-Length: 100\r\n", "{\"a\":"), Ending::Close};
    });
    QScopedPointer<QNetworkReply> reply(m_network.get(request(server)));
    finish(reply.get());
    QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
    QCOMPARE(reply->readAll(), QByteArray("{\"a\":"));
}

void TestPlatform::aTransferTimeoutIsOnlyInactivity()
{
    // A byte every 20 ms: 0.8 s for the headers, and then longer than the limit for the body.
    const QByteArray answer = http("Content-Length: 70\r\n", QByteArray(70, ' '));
    FaultServer server([&answer](const Seen &) { return Reply {answer, Ending::Drip}; });
    QNetworkRequest slow = request(server);
    slow.setTransferTimeout(1200);
    QElapsedTimer clock;
    clock.start();
    QScopedPointer<QNetworkReply> reply(m_network.get(slow));
    finish(reply.get());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(clock.elapsed() > 1500);
}

void TestPlatform::anErrorTextHoldsTheWholeAddress()
{
    FaultServer server([](const Seen &) { return support::json(404, "{}"); });
    QScopedPointer<QNetworkReply> reply(m_network.get(request(server, u"x?hash=secret"_s)));
    finish(reply.get());
    QVERIFY(reply->errorString().contains(u"hash=secret"_s));
}

void TestPlatform::aLocalServersNameIsNoLock()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"socket"_s);
    QLocalServer first;
    QVERIFY(first.listen(name));
    QLocalServer second;
    QVERIFY(QLocalServer::removeServer(name));
    QVERIFY(second.listen(name)); // the first still believes that it listens
    QVERIFY(first.isListening());
}

void TestPlatform::saveFileKeepsTheOldFileWhenDropped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.txt"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    {
        QSaveFile fresh(path);
        QVERIFY(fresh.open(QIODevice::WriteOnly) && fresh.write("new") == 3);
    }
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestPlatform)

#include "tst_platform.moc"
