// All 28 calls, from the client through the proxy to the sandbox and back: neither side may leave
// the OpenAPI file, and no call may be left out.
#include "api/calls/exclusions.h"
#include "api/calls/feasibility.h"
#include "api/calls/interlocking.h"
#include "api/calls/masterdata.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"
#include "api/http/client.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace api;

namespace {

/// A program that prints its address first and ends with its standard input.
class Service
{
public:
    Service(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
        m_url = QUrl(QString::fromUtf8(m_process.readLine()).trimmed());
    }
    ~Service()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }
    const QUrl &url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

NewSurvey newSurvey(QualificationCode gender, QualificationCode age)
{
    NewSurvey survey;
    survey.name = u"Contract, \"all\" of it – ü"_s;
    survey.country = {u"229"_s};
    survey.language = {u"5"_s};
    survey.category = {u"5"_s};
    survey.vertical = {u"1"_s};
    survey.ir = 30;
    survey.loi = 12;
    survey.cpi = {250};
    survey.completeNeeded = 400;
    survey.start = QDate::currentDate();
    survey.end = survey.start.addDays(10);
    survey.liveLink = u"https://a.example/?uid=[identifier]"_s;
    survey.testLink = u"https://a.example/test?uid=[identifier]"_s;
    survey.qualifications = {{gender, QualificationKind::Options, {1, 2}, {}, {}},
                             {age, QualificationKind::Ranges, {}, {{18, 34}, {35, 54}}, {}}};
    survey.quotas = {{gender, {{200, 1}, {200, 2}}}};
    return survey;
}

FeasibilityQuery query()
{
    FeasibilityQuery query;
    query.locale = u"eng_us"_s;
    query.ir = 30;
    query.loi = 12;
    query.completes = 400;
    query.start = QDateTime(QDate::currentDate(), QTime(0, 0), Qt::UTC);
    query.end = query.start.addDays(10);
    query.profiles = {{{43}, QualificationKind::Options, {1, 2}, {}, {}}};
    return query;
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allCallsKeepTheContract();

private:
    template <class T>
    T ask(Client &client, const Request<T> &request)
    {
        const Result<T> answer = QCoro::waitFor(client.send(request));
        if (answer)
            return *answer;
        QTest::qFail(qPrintable(QString::fromLatin1(request.endpoint) + u": "_s
                                + answer.error().serverMessage + answer.error().detail),
                     __FILE__, __LINE__);
        return {};
    }

    QualificationCode codeOf(const QList<Qualification> &master, const QString &title)
    {
        const auto found = std::ranges::find(master, title, &Qualification::title);
        return found == master.end() ? QualificationCode() : found->code;
    }

    void readMasterData(Client &client);
    void changeSurvey(Client &client, const SurveyId &id, const QList<Qualification> &master);
    void reconcile(Client &client, const QList<Survey> &surveys);
    QJsonObject verdict(const QUrl &proxy);
};

void TestContract::readMasterData(Client &client)
{
    QVERIFY(!ask(client, calls::countries()).isEmpty());
    QVERIFY(!ask(client, calls::languages()).isEmpty());
    QVERIFY(!ask(client, calls::studyCategories()).isEmpty());
    QVERIFY(!ask(client, calls::verticals()).isEmpty());
    ask(client, calls::feasibility(query()));
}

void TestContract::changeSurvey(Client &client, const SurveyId &id,
                                const QList<Qualification> &master)
{
    const QualificationCode gender = codeOf(master, u"GENDER"_s);
    const auto third = std::ranges::find_if(master, [&](const Qualification &one) {
        return one.kind == QualificationKind::Options && one.code != gender;
    });
    const Targeting targeting {
        third->code, QualificationKind::Options, {third->conditions.first().code}, {}, {}};
    ask(client, calls::survey(id));
    SurveyChange change;
    change.cpi = Money {300};
    ask(client, calls::updateSurvey(id, change));
    ask(client, calls::addQualifications(id, {targeting}));
    QCOMPARE(ask(client, calls::qualifications(id)).size(), qsizetype(3));
    ask(client, calls::qualification(id, third->code));
    Targeting wider = targeting;
    wider.options.append(third->conditions.last().code);
    ask(client, calls::updateQualifications(id, {wider}));
    ask(client, calls::deleteQualification(id, third->code));
    ask(client, calls::saveQuotas(id, {{gender, {{150, 1}, {250, 2}}}}));
    ask(client, calls::quotas(id));
    ask(client, calls::quota(id, gender));
    ask(client, calls::createInterlocking(id, {gender, codeOf(master, u"AGE"_s)}));
    const Interlocking grid = ask(client, calls::interlocking(id));
    QCOMPARE(grid.combinations.size(), qsizetype(4));
    ask(client, calls::updateInterlocking(id, {{grid.combinations.first().id, 77}}));
    ask(client, calls::setSurveyStatus(id, SurveyStatus::Active));
}

void TestContract::reconcile(Client &client, const QList<Survey> &surveys)
{
    for (const Survey &survey : surveys) {
        if (survey.status != SurveyStatus::Completed)
            continue;
        if (QCoro::waitFor(client.send(calls::reconciliation(survey.id))))
            continue; // settled before
        UidList uids;
        uids.append("j8G7Y170924878SjNlC");
        uids.append("Z5hjB170924872cokEx");
        ask(client, calls::submitReconciliation(survey.id, {u"buyer@agency.example"_s, uids}));
        ask(client, calls::reconciliation(survey.id));
        return;
    }
    QFAIL("no completed survey to reconcile");
}

QJsonObject TestContract::verdict(const QUrl &proxy)
{
    QNetworkAccessManager network;
    QNetworkReply *const reply = network.get(QNetworkRequest(proxy.resolved(QUrl(u"/verdict"_s))));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    support::emitted(finished);
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestContract::allCallsKeepTheContract()
{
    QTemporaryDir folder;
    const QString here = qEnvironmentVariable("ALIGNDESK_CONTRACT");
    Service sandbox(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk-sandbox"_s,
                    {u"--port"_s, u"0"_s, u"--seed"_s, u"1"_s, u"--data"_s,
                     folder.filePath(u"service.sqlite"_s)});
    Service proxy(
        qEnvironmentVariable("ALIGNDESK_PYTHON"),
        {u"-B"_s, here + u"/proxy.py"_s, here + u"/openapi.yaml"_s, sandbox.url().toString()});
    QVERIFY(proxy.url().isValid() && !proxy.url().isEmpty());
    Client client({proxy.url(), u"client"_s, u"key"_s});
    readMasterData(client);
    const auto master =
        ask(client, calls::qualificationMaster(CountryId {u"229"_s}, LanguageId {u"5"_s}));
    const QList<Survey> surveys = ask(client, calls::surveys(1)).surveys;
    const SurveyId id =
        ask(client,
            calls::createSurvey(newSurvey(codeOf(master, u"GENDER"_s), codeOf(master, u"AGE"_s))))
            .id;
    changeSurvey(client, id, master);
    const auto closed = std::ranges::find(surveys, SurveyStatus::Completed, &Survey::status);
    QVERIFY(closed != surveys.end());
    ask(client, calls::saveExclusions(id, {closed->id}));
    QCOMPARE(ask(client, calls::exclusions(id)), QList<SurveyId> {closed->id});
    ask(client, calls::deleteExclusions(id));
    reconcile(client, surveys);
    const QJsonObject found = verdict(proxy.url());
    QJsonArray all;
    for (int call = 1; call <= 28; ++call)
        all.append(call);
    QCOMPARE(found[u"violations"_s].toArray(), QJsonArray());
    QCOMPARE(found[u"seen"_s].toArray(), all);
}

QTEST_GUILESS_MAIN(TestContract)

#include "tst_contract.moc"
