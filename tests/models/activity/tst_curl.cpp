// A printed command line runs as it stands: with the real curl, against the sandbox.
#include "api/calls/auth.h"
#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/surveys.h"
#include "api/http/client.h"
#include "models/activity/curl.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasPlaceholders();
    void runsAsItStands();
    void cleanupTestCase();

private:
    /// What the shell gets out of the printed line; the hash and client ID are in its environment.
    QJsonObject run(api::CallRecord call);

    QTemporaryDir m_folder;
    QProcess m_sandbox;
    QUrl m_base;
    std::unique_ptr<api::Client> m_client;
};

void TestCurl::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("there is no curl");
    m_sandbox.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk-sandbox"_s, QStringList());
    while (!m_sandbox.canReadLine() && m_sandbox.waitForReadyRead(10'000)) { }
    m_base = QUrl(QString::fromUtf8(m_sandbox.readLine().trimmed()));
    QVERIFY(m_base.isValid() && !m_base.host().isEmpty());
    m_client.reset(new api::Client({m_base, u"buyer"_s, u"key"_s}));
}

void TestCurl::cleanupTestCase()
{
    m_client.reset();
    m_sandbox.closeWriteChannel();
    m_sandbox.waitForFinished(5000);
}

QJsonObject TestCurl::run(api::CallRecord call)
{
    const QUrl endpoint = m_base.resolved(QUrl(call.endpoint));
    const auto hash = QCoro::waitFor(m_client->send(api::calls::getHash(endpoint, u"key"_s)));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HASH"_s, hash.value_or(QString()));
    environment.insert(u"CLIENT_ID"_s, u"buyer"_s);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.start(u"/bin/sh"_s, {u"-c"_s, models::curlCommand(call, m_base)});
    shell.waitForFinished(30'000);
    return QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
}

void TestCurl::runsAsItStands()
{
    QList<api::CallRecord> calls;
    connect(m_client.get(), &api::Client::recorded, this,
            [&calls](const api::CallRecord &call) { calls.append(call); });
    const auto page = QCoro::waitFor(m_client->send(api::calls::surveys(1)));
    QVERIFY(page && !page->surveys.isEmpty());
    const api::SurveyId id = page->surveys.first().id;
    QVERIFY(QCoro::waitFor(m_client->send(api::calls::survey(id))));
    std::ignore = QCoro::waitFor(m_client->send(api::calls::interlocking(id)));
    api::NewSurvey wish;
    wish.name = u"O'Neil \"$(touch made)\" `touch made` \\ %s é\n!x"_s;
    wish.country = {u"229"_s};
    wish.language = {u"5"_s};
    wish.ir = 10;
    wish.loi = 10;
    wish.cpi = {1000};
    wish.completeNeeded = 50;
    wish.start = QDate::currentDate();
    wish.end = wish.start.addDays(5);
    wish.liveLink = u"https://example.com/?uid=[identifier]&a=1"_s;
    wish.testLink = wish.liveLink;
    const auto created = QCoro::waitFor(m_client->send(api::calls::createSurvey(wish)));
    QVERIFY2(created, created ? "" : qPrintable(created.error().serverMessage));
    std::ignore = QCoro::waitFor(m_client->send(api::calls::deleteQualification(id, {43})));
    calls.removeIf([](const api::CallRecord &call) { return call.endpoint.endsWith(u"HashData"); });
    QCOMPARE(calls.size(), 5);
    QVERIFY(models::curlCommand(calls[0], m_base)
                .startsWith(u"# HASH is what endpoints/getHashData answers to your key and "_s
                            + m_base.resolved(QUrl(calls[0].endpoint)).toString()));
    QCOMPARE(run(calls[0])[u"data"_s].toArray().size(),
             page->surveys.size() + 1); // and the new one
    const QJsonValue data = run(calls[1])[u"data"_s]; // a list of one, or the one
    const QJsonValue one = data.isArray() ? data[0] : data;
    QCOMPARE(one[u"project_id"_s].toString(), id.value);
    const int grid = run(calls[2])[u"status"_s].toInt();
    QVERIFY(grid == 200 || grid == 422); // as the service has it, never a refused hash
    const QJsonObject again = run(calls[3]);
    QCOMPARE(again[u"status"_s].toInt(), 200);
    const api::SurveyId second {again[u"data"_s][u"project_id"_s].toString()};
    const auto read = QCoro::waitFor(m_client->send(api::calls::survey(second)));
    QVERIFY(read);
    QCOMPARE(read->name, created->name);
    QCOMPARE(calls[4].verb, api::Verb::Delete);
    const QJsonObject gone = run(calls[4]); // its body arrived: there is nothing to delete now
    QVERIFY2(gone[u"status"_s].toInt() == 422, QJsonDocument(gone).toJson());
    QVERIFY(!QFile::exists(m_folder.filePath(u"made"_s)));
}

void TestCurl::hasPlaceholders()
{
    api::CallRecord call;
    call.verb = api::Verb::Put;
    call.endpoint = u"endpoints/survey_status"_s;
    call.headers = u"X-Project-Id: S1"_s;
    call.requestBody = u"{\"name\":\"it's\"}"_s;
    QCOMPARE(models::curlCommand(call, QUrl(u"https://api.example.com/v1"_s)),
             u"# HASH is what endpoints/getHashData answers to your key and "
             "https://api.example.com/v1/endpoints/survey_status\n"
             "curl -X PUT 'https://api.example.com/v1/endpoints/survey_status?hash='\"$HASH\" \\\n"
             "  -H \"X-Client-Id: $CLIENT_ID\" \\\n"
             "  -H 'X-Project-Id: S1' \\\n"
             "  -H 'Content-Type: application/json' \\\n"
             "  --data-raw '{\"name\":\"it'\\''s\"}'\n"_s);
    call.requestBody = u"{\"contact_email\":\"…\"}"_s;
    QVERIFY(models::curlCommand(call, {}).startsWith(u"# The body isn't whole"));
}

QTEST_GUILESS_MAIN(TestCurl)

#include "tst_curl.moc"
