#include "models/connections/connectionrules.h"
#include "models/connections/connectiontest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestConnectionRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddressAsTyped_data();
    void readsAnAddressAsTyped();
    void namesEveryProblem_data();
    void namesEveryProblem();
    void accountsNeverMix();
    void judgesErrors_data();
    void judgesErrors();
    void tellsARedirectAndAWebPage();
};

void TestConnectionRules::readsAnAddressAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("whole") << u"https://api.example.com/v1/"_s << u"https://api.example.com/v1/"_s;
    QTest::newRow("no slash at the end")
        << u"https://api.example.com/v1"_s << u"https://api.example.com/v1/"_s;
    QTest::newRow("no scheme, blanks around")
        << u"  api.example.com/v1 "_s << u"https://api.example.com/v1/"_s;
    QTest::newRow("nothing") << u"  "_s << u""_s;
}

void TestConnectionRules::readsAnAddressAsTyped()
{
    QFETCH(const QString, typed);
    QTEST(models::baseUrlFromInput(typed).toString(), "url");
}

void TestConnectionRules::namesEveryProblem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("fields");
    const QString good = u"https://example.com/v1/"_s;
    QTest::newRow("all is well") << u"Live"_s << good << u"c"_s << u"k"_s << u""_s;
    QTest::newRow("all is missing")
        << u" "_s << u""_s << u" "_s << u""_s << u"name baseUrl clientId key"_s;
    QTest::newRow("name is taken, in other case")
        << u"TEST"_s << good << u"c"_s << u"k"_s << u"name"_s;
    QTest::newRow("name of the sandbox") << u"sandbox"_s << good << u"c"_s << u"k"_s << u"name"_s;
    QTest::newRow("name is endless") << QString(61, u'x') << good << u"c"_s << u"k"_s << u"name"_s;
    QTest::newRow("plain http") << u"L"_s << u"http://example.com/"_s << u"c"_s << u"k"_s
                                << u"baseUrl"_s;
    QTest::newRow("http on this computer")
        << u"L"_s << u"http://127.0.0.1:80/"_s << u"c"_s << u"k"_s << u""_s;
    QTest::newRow("http on this computer, IPv6")
        << u"L"_s << u"http://[::1]:80/"_s << u"c"_s << u"k"_s << u""_s;
    QTest::newRow("a name that only looks like this computer")
        << u"L"_s << u"http://127.0.0.1.example.com/"_s << u"c"_s << u"k"_s << u"baseUrl"_s;
    QTest::newRow("another scheme")
        << u"L"_s << u"ftp://example.com/"_s << u"c"_s << u"k"_s << u"baseUrl"_s;
    QTest::newRow("a password inside")
        << u"L"_s << u"https://a:b@example.com/"_s << u"c"_s << u"k"_s << u"baseUrl"_s;
    QTest::newRow("a query inside")
        << u"L"_s << u"https://example.com/?x=1"_s << u"c"_s << u"k"_s << u"baseUrl"_s;
    QTest::newRow("a line break in the client ID")
        << u"L"_s << good << u"c\r\nX: y"_s << u"k"_s << u"clientId"_s;
    QTest::newRow("letters beyond ASCII in the key")
        << u"L"_s << good << u"c"_s << u"ключ"_s << u"key"_s;
}

void TestConnectionRules::namesEveryProblem()
{
    QFETCH(const QString, name);
    QFETCH(const QString, url);
    QFETCH(const QString, clientId);
    QFETCH(const QString, key);
    const models::Connection connection {.name = name, .baseUrl = QUrl(url), .colour = {}};
    QStringList fields;
    for (const models::Issue &issue :
         models::validate(connection, {clientId, key}, {u"Sandbox"_s, u"Test"_s})) {
        QCOMPARE(issue.severity, models::Severity::Error);
        QVERIFY(!issue.text.isEmpty());
        if (!key.isEmpty())
            QVERIFY(!issue.text.contains(key));
        fields.append(QString::fromLatin1(issue.field));
    }
    QTEST(fields.join(u' '), "fields");
}

void TestConnectionRules::accountsNeverMix()
{
    const models::Connection here {.name = u"a"_s, .baseUrl = QUrl(u"https://a/"_s), .colour = {}};
    models::Connection renamed = here;
    renamed.name = u"b"_s;
    models::Connection elsewhere = here;
    elsewhere.baseUrl = QUrl(u"https://b/"_s);
    const QString account = models::accountOf(here, {u"client"_s, u"key"_s});
    QCOMPARE(models::accountOf(renamed, {u"client"_s, u"other key"_s}), account);
    QVERIFY(models::accountOf(here, {u"other"_s, u"key"_s}) != account);
    QVERIFY(models::accountOf(elsewhere, {u"client"_s, u"key"_s}) != account);
    QVERIFY(!account.contains(u"client"_s));
    models::Connection sandbox {.name = u"Sandbox"_s,
                                .baseUrl = QUrl(u"http://127.0.0.1:1/"_s),
                                .colour = {},
                                .isSandbox = true};
    const QString before = models::accountOf(sandbox, {});
    sandbox.baseUrl.setPort(2);
    QCOMPARE(models::accountOf(sandbox, {}), before);
}

void TestConnectionRules::judgesErrors_data()
{
    QTest::addColumn<api::ErrorKind>("kind");
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("says");
    using api::ErrorKind;
    const QString hash = u"endpoints/getHashData"_s;
    const QString data = u"endpoints/get_master_data"_s;
    QTest::newRow("no way there") << ErrorKind::Network << hash << QByteArray("baseUrl")
                                  << u"host.example can’t be reached"_s;
    QTest::newRow("silence") << ErrorKind::Timeout << hash << QByteArray("baseUrl")
                             << u"host.example does not answer"_s;
    QTest::newRow("certificate") << ErrorKind::Tls << hash << QByteArray("baseUrl")
                                 << u"The certificate of host.example has expired, so"_s;
    QTest::newRow("key refused at the hash") << ErrorKind::Unauthorized << hash << QByteArray("key")
                                             << u"The key is not accepted. The service says: No."_s;
    QTest::newRow("key rejected at the hash")
        << ErrorKind::Rejected << hash << QByteArray("key") << u"The key is not accepted."_s;
    QTest::newRow("client ID refused") << ErrorKind::Unauthorized << data << QByteArray("clientId")
                                       << u"The client ID is not accepted."_s;
    QTest::newRow("hash refused") << ErrorKind::HashMismatch << data << QByteArray("key")
                                  << u"The key does not fit this service"_s;
    QTest::newRow("a web page") << ErrorKind::Malformed << hash << QByteArray("baseUrl")
                                << u"not as the Audience-Align service does"_s;
    QTest::newRow("nothing there") << ErrorKind::NotFound << hash << QByteArray("baseUrl")
                                   << u"not as the Audience-Align service does"_s;
    QTest::newRow("server broken")
        << ErrorKind::ServerError << data << QByteArray("") << u"Try again later."_s;
}

void TestConnectionRules::judgesErrors()
{
    QFETCH(const api::ErrorKind, kind);
    QFETCH(const QString, endpoint);
    QFETCH(const QString, says);
    api::ApiError error;
    error.kind = kind;
    error.endpoint = endpoint;
    error.serverMessage = u"No."_s;
    error.detail = u"host.example: certificate expired"_s; // is for the details
    error.tls = api::TlsProblem::Expired;
    const models::TestResult result = models::judge(error, QUrl(u"https://host.example/v1/"_s));
    QVERIFY(!result.isGood);
    QTEST(result.field, "field");
    QVERIFY2(result.text.contains(says), qPrintable(result.text));
    QVERIFY(result.text.count(u"host.example"_s) <= 1);
}

void TestConnectionRules::tellsARedirectAndAWebPage()
{
    const QUrl url(u"https://host.example/v1/"_s);
    api::ApiError error;
    error.kind = api::ErrorKind::Malformed;
    error.isWebPage = true;
    QVERIFY(models::judge(error, url).text.contains(u"sign in"_s));
    error.redirectedTo = u"login.example"_s;
    const models::TestResult result = models::judge(error, url);
    QCOMPARE(result.field, "baseUrl");
    QVERIFY2(result.text.contains(u"on login.example"_s), qPrintable(result.text));
}

QTEST_GUILESS_MAIN(TestConnectionRules)
#include "tst_connectionrules.moc"
