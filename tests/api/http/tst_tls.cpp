// A service whose certificate nobody vouches for gets nothing, and the person hears why.
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
using api::TlsProblem;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhyItIsNotTrustedAndSendsNothing_data();
    void tellsWhyItIsNotTrustedAndSendsNothing();
    void aTrustedOneIsSpokenTo();

private:
    QByteArray read(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments.split(u' '));
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
    void issue(const QString &name, const QString &issuer, const QString &address,
               const QString &from, const QString &to);
    /// Listens as the certificate `name`; what comes through is kept in `m_received`.
    void serve(QSslServer &server, const QString &name, QSsl::SslProtocol protocol);

    QTemporaryDir m_folder;
    QByteArray m_received;
};

void TestTls::initTestCase()
{
    for (const QString &issuer : {u"known"_s, u"stranger"_s}) {
        openssl(
            u"req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%1 -keyout %1.key -out %1.pem"_s
                .arg(issuer));
    }
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(read(u"known.pem"_s)));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const QString here = u"IP:127.0.0.1"_s;
    const QString past = u"20200101000000Z"_s;
    const QString soon = u"20990101000000Z"_s;
    issue(u"good"_s, u"known"_s, here, past, soon);
    issue(u"expired"_s, u"known"_s, here, past, u"20200201000000Z"_s);
    issue(u"early"_s, u"known"_s, here, u"20980101000000Z"_s, soon);
    issue(u"other"_s, u"known"_s, u"DNS:elsewhere.example"_s, past, soon);
    issue(u"unknown"_s, u"stranger"_s, here, past, soon);
    openssl(u"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout self.key "
            "-out self.pem"_s);
}

void TestTls::issue(const QString &name, const QString &issuer, const QString &address,
                    const QString &from, const QString &to)
{
    write(u"index"_s, {});
    write(u"index.attr"_s, "unique_subject = no\n");
    write(u"ca.conf"_s,
          "[ca]\ndefault_ca = one\n[one]\ndatabase = index\nnew_certs_dir = .\n"
          "default_md = sha256\npolicy = any\nrand_serial = yes\nx509_extensions = leaf\n"
          "[any]\ncommonName = supplied\n[leaf]\nsubjectAltName = "
              + address.toLatin1() + "\n");
    openssl(u"req -newkey rsa:2048 -nodes -subj /CN=%1 -keyout %1.key -out %1.csr"_s.arg(name));
    openssl(u"ca -batch -notext -config ca.conf -cert %2.pem -keyfile %2.key -startdate %3 "
            "-enddate %4 -in %1.csr -out %1.pem"_s.arg(name, issuer, from, to));
}

void TestTls::serve(QSslServer &server, const QString &name, QSsl::SslProtocol protocol)
{
    QSslConfiguration configuration;
    configuration.setLocalCertificate(QSslCertificate(read(name + u".pem"_s)));
    configuration.setPrivateKey(QSslKey(read(name + u".key"_s), QSsl::Rsa));
    configuration.setProtocol(protocol);
    server.setSslConfiguration(configuration);
    m_received.clear();
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [this, &server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_received += socket->readAll();
            socket->disconnectFromHost();
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
}

void TestTls::tellsWhyItIsNotTrustedAndSendsNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *what, const QString &name, TlsProblem problem,
                        QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) {
        QTest::newRow(what) << name << int(protocol) << int(problem);
    };
    row("expired", u"expired"_s, TlsProblem::Expired);
    row("not yet valid", u"early"_s, TlsProblem::NotYetValid);
    row("of another host", u"other"_s, TlsProblem::WrongHost);
    row("of an unknown issuer", u"unknown"_s, TlsProblem::UnknownIssuer);
    row("self-signed", u"self"_s, TlsProblem::SelfSigned);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED // which is the point
        row("only an old protocol", u"good"_s, TlsProblem::Protocol, QSsl::TlsV1_1);
    QT_WARNING_POP
}

void TestTls::tellsWhyItIsNotTrustedAndSendsNothing()
{
    QFETCH(const QString, name);
    QFETCH(const int, protocol);
    QSslServer server;
    serve(server, name, QSsl::SslProtocol(protocol));
    QUrl url(u"https://127.0.0.1/v1/"_s);
    url.setPort(server.serverPort());
    api::Client client({url, u"canary-client"_s, u"canary-key"_s});
    const auto answer = QCoro::waitFor(client.send(api::calls::createSurvey({})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, api::ErrorKind::Tls);
    QTEST(int(answer.error().tls), "problem");
    QCOMPARE(answer.error().host, u"127.0.0.1"_s);
    QCOMPARE(answer.error().delivery, api::Delivery::NotSent);
    QVERIFY2(answer.error().detail.startsWith(u"127.0.0.1: "_s), qPrintable(answer.error().detail));
    QVERIFY(!answer.error().detail.contains(u"canary"_s));
    QCOMPARE(m_received, QByteArray());
}

/// So that the rows above fail for what they name, and not for something else.
void TestTls::aTrustedOneIsSpokenTo()
{
    QSslServer server;
    serve(server, u"good"_s, QSsl::TlsV1_2OrLater);
    QUrl url(u"https://127.0.0.1/v1/"_s);
    url.setPort(server.serverPort());
    api::Policy policy;
    policy.tries = 1;
    api::Client client({url, u"canary-client"_s, u"canary-key"_s}, policy);
    const auto answer = QCoro::waitFor(client.send(api::calls::createSurvey({})));
    QCOMPARE(answer.error().kind, api::ErrorKind::Network);
    QVERIFY(m_received.contains("getHashData"));
}

QTEST_GUILESS_MAIN(TestTls)

#include "tst_tls.moc"
