// A server whose certificate nobody vouches for gets nothing, and the person hears why.
#include "api/calls/surveys.h"
#include "api/http/client.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsAnUntrustedCertificateAndSendsNothing_data();
    void tellsAnUntrustedCertificateAndSendsNothing();

private:
    QByteArray read(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void TestTls::initTestCase()
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                   u"2"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-keyout"_s,
                   m_folder.filePath(u"key"_s), u"-out"_s, m_folder.filePath(u"certificate"_s)});
    QVERIFY(openssl.waitForFinished(60'000) && openssl.exitCode() == 0);
}

void TestTls::tellsAnUntrustedCertificateAndSendsNothing_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("self-signed") << int(QSsl::TlsV1_2OrLater);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED // which is the point
            QTest::newRow("only an old protocol")
        << int(QSsl::TlsV1_1);
    QT_WARNING_POP
}

void TestTls::tellsAnUntrustedCertificateAndSendsNothing()
{
    QFETCH(int, protocol);
    QSslConfiguration configuration;
    configuration.setLocalCertificate(QSslCertificate(read(u"certificate"_s)));
    configuration.setPrivateKey(QSslKey(read(u"key"_s), QSsl::Rsa));
    configuration.setProtocol(QSsl::SslProtocol(protocol));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QByteArray received;
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this,
                [&received, socket] { received += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUrl url(u"https://127.0.0.1/v1/"_s);
    url.setPort(server.serverPort());
    api::Client client({url, u"canary-client"_s, u"canary-key"_s});
    const auto answer = QCoro::waitFor(client.send(api::calls::createSurvey({})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, api::ErrorKind::Tls);
    QCOMPARE(answer.error().delivery, api::Delivery::NotSent);
    QVERIFY2(answer.error().detail.startsWith(u"127.0.0.1: "_s), qPrintable(answer.error().detail));
    QVERIFY(!answer.error().detail.contains(u"canary"_s));
    QCOMPARE(received, QByteArray());
}

QTEST_GUILESS_MAIN(TestTls)

#include "tst_tls.moc"
