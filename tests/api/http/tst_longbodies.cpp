// Long bodies: the clocks leave them their time, memory stays bounded, and what is cut is unclear.
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"
#include "api/http/client.h"
#include "tests/support/faultserver.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace api;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::FaultServer;
using support::json;
using support::Reply;
using support::Seen;

namespace {

const SurveyId id {u"x"_s};
const QByteArray done = R"({"status":200,"message":"Done."})";

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

/// How a call ends: "answered", "unclear" or "ok".
template <class T>
QString endOf(Client &client, const Request<T> &request)
{
    static const QStringList deliveries {u"not sent"_s, u"answered"_s, u"unclear"_s};
    const auto answer = QCoro::waitFor(client.send(request));
    return answer ? u"ok"_s : deliveries[int(answer.error().delivery)];
}

Submission submissionOf(qsizetype bytes)
{
    UidList uids;
    for (qsizetype i = 0; i < bytes / 23; ++i)
        uids.append(QByteArray::number(i).rightJustified(20, 'U'));
    return {u"ann@example.com"_s, uids};
}

/// Answers getHash, and takes everything else off the line slowly or not to its end.
class SlowServer : public QTcpServer
{
public:
    explicit SlowServer(std::function<void(QTcpSocket *, qint64)> onBytes)
        : m_onBytes(std::move(onBytes))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
    }
    QUrl baseUrl() const { return QUrl(u"http://127.0.0.1:%1/v1/"_s.arg(serverPort())); }
    int requests = 0;
    qint64 bytes = 0; ///< of the body that is under way

private:
    void serve(QTcpSocket *socket)
    {
        socket->setReadBufferSize(256 * 1024);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, this, [this, socket] { take(socket); });
        timer->start(5);
    }
    void take(QTcpSocket *socket)
    {
        if (socket->bytesAvailable() == 0)
            return;
        const QByteArray chunk = socket->readAll();
        if (chunk.contains("getHashData")) {
            const QByteArray hash(64, 'a');
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 64\r\n\r\n" + hash);
            return;
        }
        requests += chunk.contains("submit_reconciliation") ? 1 : 0;
        bytes += chunk.size();
        m_onBytes(socket, bytes);
    }
    std::function<void(QTcpSocket *, qint64)> m_onBytes;
};

/// Sends a body without end as fast as it can, from its own thread.
class Flood : public QThread
{
public:
    ~Flood() override
    {
        requestInterruption();
        wait();
    }
    quint16 start()
    {
        QThread::start();
        while (m_port == 0)
            yieldCurrentThread();
        return m_port;
    }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        while (!isInterruptionRequested()) {
            if (server.waitForNewConnection(20))
                serve(*server.nextPendingConnection());
        }
    }

private:
    void serve(QTcpSocket &socket)
    {
        QByteArray request;
        while (!request.contains("\r\n\r\n") && socket.waitForReadyRead(1'000))
            request += socket.readAll();
        if (request.contains("getHashData")) {
            socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 64\r\n\r\n"
                         + QByteArray(64, 'a'));
            socket.waitForBytesWritten();
            return socket.close();
        }
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const QByteArray block(64 * 1024, ' ');
        while (!isInterruptionRequested() && socket.state() == QAbstractSocket::ConnectedState) {
            socket.write(block);
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(20)) { }
        }
    }
    std::atomic<quint16> m_port = 0;
};

/// Resident memory of this process in bytes.
qint64 resident()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestLongBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServiceMayThinkOverALongList();
    void aLongUploadMayTakeItsTime();
    void anUploadThatStandsStillEnds();
    void anUploadThatIsResetIsUnclear();
    void anEndlessAnswerTakesNoMemory();
};

void TestLongBodies::theServiceMayThinkOverALongList()
{
    Desk desk([](const Seen &) {
        Reply reply = json(200, done);
        reply.after = 900ms; // three times the inactivity that ends other calls
        return reply;
    });
    QCOMPARE(endOf(desk.client, calls::submitReconciliation(id, submissionOf(200'000))), u"ok"_s);
    QCOMPARE(desk.server.seen.size(), 1);
    const auto kept = QCoro::waitFor(desk.client.send(calls::reconciliation(id)));
    QCOMPARE(kept.error().kind, ErrorKind::Malformed); // it came, and is no list
    QCOMPARE(endOf(desk.client, calls::createSurvey({})), u"unclear"_s);
}

void TestLongBodies::aLongUploadMayTakeItsTime()
{
    constexpr qint64 size = 30'000'000;
    SlowServer server([](QTcpSocket *socket, qint64 bytes) {
        if (bytes >= size)
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 32\r\n\r\n" + done);
    });
    Policy policy = quick();
    policy.deadlineScale = 0.001; // 120 ms: for 30 MB far too little
    policy.slowestUpload = 1'000'000;
    Client client({server.baseUrl(), u"canary-client"_s, u"canary-key"_s}, policy);
    QCOMPARE(endOf(client, calls::submitReconciliation(id, submissionOf(size * 23 / 22))), u"ok"_s);
    QCOMPARE(server.requests, 1);
}

void TestLongBodies::anUploadThatStandsStillEnds()
{
    SlowServer server([](QTcpSocket *socket, qint64) {
        for (QTimer *timer : socket->findChildren<QTimer *>())
            timer->stop();
    });
    Client client({server.baseUrl(), u"canary-client"_s, u"canary-key"_s}, quick());
    const auto answer =
        QCoro::waitFor(client.send(calls::submitReconciliation(id, submissionOf(30'000'000))));
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
    QCOMPARE(answer.error().delivery, Delivery::Ambiguous);
    QCOMPARE(server.requests, 1);
}

void TestLongBodies::anUploadThatIsResetIsUnclear()
{
    for (const qint64 after : {1, 1'000'000, 4'000'000}) {
        SlowServer server([after](QTcpSocket *socket, qint64 bytes) {
            if (bytes >= after) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                socket->abort();
            }
        });
        Client client({server.baseUrl(), u"canary-client"_s, u"canary-key"_s}, quick());
        QCOMPARE(endOf(client, calls::submitReconciliation(id, submissionOf(5'000'000))),
                 u"unclear"_s);
        QCOMPARE(server.requests, 1);
    }
}

void TestLongBodies::anEndlessAnswerTakesNoMemory()
{
    Flood flood;
    const quint16 port = flood.start();
    Policy policy = quick();
    policy.responseCap = 16 * 1024 * 1024;
    policy.deadlineScale = 1;
    policy.inactivity = 20s;
    Client client({QUrl(u"http://127.0.0.1:%1/v1/"_s.arg(port)), u"c"_s, u"k"_s}, policy);
    const qint64 before = resident();
    qint64 most = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&most] { most = std::max(most, resident()); });
    watch.start(1);
    const auto answer = QCoro::waitFor(client.send(calls::survey(id)));
    QCOMPARE(answer.error().detail, u"the answer is too large"_s);
    most = std::max(most, resident());
    QVERIFY2(most - before < 4 * policy.responseCap,
             qPrintable(u"%1 MB more"_s.arg((most - before) / 1'000'000)));
}

QTEST_GUILESS_MAIN(TestLongBodies)

#include "tst_longbodies.moc"
