#include "models/activity/changelog.h"
#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/support/figures.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void currenciesAreNamedPerAccount();
    void aNewSurveyHasTheCurrencyOfAll();
    void theLogOutlivesTheSession();
    void aRefusalOfAllIsToldAbove();
    void attentionKnowsWhatWasADayAgo_data();
    void attentionKnowsWhatWasADayAgo();
};

void TestSession::currenciesAreNamedPerAccount()
{
    models::Currencies one(u"one"_s);
    QCOMPARE(one.name(u"2"_s), u"USD"_s);
    QCOMPARE(one.name(u"7"_s), u"currency 7"_s);
    QVERIFY(one.name({}).isEmpty());
    QSignalSpy changed(&one, &models::Currencies::changed);
    one.setCode(u"7"_s, u"eur"_s);
    one.setCode(u"2"_s, u"GBP"_s);
    one.setCode(u"9"_s, u"Euro"_s); // no code
    QCOMPARE(changed.size(), 2);
    const models::Currencies again(u"one"_s); // after a restart
    QCOMPARE(again.name(u"7"_s), u"EUR"_s);
    QCOMPARE(again.name(u"2"_s), u"GBP"_s);
    QCOMPARE(again.name(u"9"_s), u"currency 9"_s);
    QCOMPARE(models::Currencies(u"two"_s).name(u"7"_s), u"currency 7"_s);
    one.setCode(u"7"_s, {});
    QCOMPARE(one.name(u"7"_s), u"currency 7"_s);
    QCOMPARE(models::moneyText({123'456}, one.name(u"2"_s)), u"1,234.56\u00a0GBP"_s);
    QCOMPARE(models::moneyText({123'456}, {}), u"1,234.56"_s);
}

void TestSession::aNewSurveyHasTheCurrencyOfAll()
{
    QList<api::Survey> there;
    support::FaultServer server([&there](const support::Seen &seen) {
        return support::json(
            200, fixture::page(seen.target.contains("page=2") ? QList<api::Survey>() : there));
    });
    models::Database database(u":memory:"_s);
    models::Session session({.name = u"Test"_s, .baseUrl = server.baseUrl(), .colour = {}},
                            {u"buyer"_s, u"key"_s}, database, support::quickPolicy());
    const support::CallsEnd ending(session.client());
    QCOMPARE(session.usualCurrency(), QString());
    api::Survey one = fixture::survey(u"S1"_s, u"Snack"_s, 7);
    api::Survey two = fixture::survey(u"S2"_s, u"Soap"_s, 7);
    one.currency = two.currency = u"2"_s;
    const auto refresh = [&](const QList<api::Survey> &surveys) {
        there = surveys;
        session.surveys().refresh();
        return QTest::qWaitFor([&] { return !session.surveys().isBusy(); });
    };
    QVERIFY(refresh({one, two}));
    QCOMPARE(session.usualCurrency(), u"USD"_s);
    two.currency = u"7"_s;
    QVERIFY(refresh({one, two}));
    QCOMPARE(session.usualCurrency(), QString()); // it can be either
    two.currency.clear(); // of one it isn't known: in any order
    QVERIFY(refresh({one, two}));
    QCOMPARE(session.usualCurrency(), QString());
    QVERIFY(refresh({two, one}));
    QCOMPARE(session.usualCurrency(), QString());
}

void TestSession::theLogOutlivesTheSession()
{
    const models::Connection connection {
        .name = u"Test"_s, .baseUrl = QUrl(u"http://127.0.0.1:9/"_s), .colour = {}};
    models::Database database(m_folder.filePath(u"log.sqlite"_s));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    {
        models::Session session(connection, {u"buyer"_s, u"key"_s}, database);
        session.changes().addCreated(fixture::survey(u"S1"_s, u"Snack"_s, 7));
    }
    models::Session again(connection, {u"buyer"_s, u"key"_s}, database);
    const QList<models::Change> kept = support::wait(again.changes().newest(10));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().survey, api::SurveyId {u"S1"_s});
    QCOMPARE(kept.first().origin, models::Change::Here);
    QVERIFY(qAbs(before.msecsTo(kept.first().at)) < 60'000);
    models::Session other(connection, {u"another"_s, u"key"_s}, database);
    QVERIFY(support::wait(other.changes().newest(10)).isEmpty());
}

void TestSession::aRefusalOfAllIsToldAbove()
{
    const support::Reply refusal = support::json(401, R"({"status":401,"error":"No."})");
    support::Reply ofList = refusal;
    support::Reply ofOne = refusal;
    support::FaultServer server([&](const support::Seen &seen) {
        return seen.target.contains("project_id=") ? ofOne : ofList;
    });
    models::Database database(u":memory:"_s);
    models::Session session({.name = u"Test"_s, .baseUrl = server.baseUrl(), .colour = {}},
                            {u"buyer"_s, u"key"_s}, database, support::quickPolicy());
    const support::CallsEnd ending(session.client());
    api::ApiError error;
    error.kind = api::ErrorKind::Unauthorized;
    QSignalSpy one(&session.surveys(), &models::SurveyStore::oneFailed);
    session.surveys().refreshOne({u"S1"_s});
    QTRY_COMPARE(one.size(), 1);
    QVERIFY(!session.isToldAbove(error)); // that survey's page has to say so
    session.surveys().refresh();
    QTRY_VERIFY(session.fault());
    QVERIFY(session.isToldAbove(error));
    QSignalSpy read(&session.surveys(), &models::SurveyStore::surveyChanged);
    ofOne = support::json(200, fixture::page({fixture::survey(u"S1"_s, u"Snack"_s, 7)}));
    session.surveys().refreshOne({u"S1"_s});
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(session.fault()); // the list is refused still
    ofList = support::json(422, R"({"status":422,"error":"Survey data not found!"})");
    session.surveys().refresh();
    QTRY_VERIFY(!session.fault());
    QVERIFY(!session.isToldAbove(error));
}

void TestSession::attentionKnowsWhatWasADayAgo_data()
{
    QTest::addColumn<int>("completesThen");
    QTest::addColumn<bool>("isSilent");
    QTest::newRow("nothing came since") << 7 << true;
    QTest::newRow("some came since") << 3 << false;
}

void TestSession::attentionKnowsWhatWasADayAgo()
{
    QFETCH(const int, completesThen);
    QFETCH(const bool, isSilent);
    support::FaultServer server([](const support::Seen &seen) {
        const QList<api::Survey> none;
        return support::json(200,
                             seen.target.contains("page=2")
                                 ? fixture::page(none)
                                 : fixture::page({fixture::survey(u"S1"_s, u"Snack"_s, 7)}));
    });
    models::Database database(u":memory:"_s);
    models::Session session({.name = u"Test"_s, .baseUrl = server.baseUrl(), .colour = {}},
                            {u"buyer"_s, u"key"_s}, database, support::quickPolicy());
    const support::CallsEnd ending(session.client());
    const auto then = fixture::survey(u"S1"_s, u"Snack"_s, completesThen);
    support::wait(database.run([account = session.account(), then](QSqlDatabase &connection) {
        models::snapshottable::record(connection, account, {then},
                                      QDateTime::currentDateTimeUtc().addSecs(-25 * 3600));
        return true;
    }));
    models::AttentionWatch &watch = session.attention();
    watch.setClock([] { return QDate(2026, 11, 15).startOfDay(); });
    QSignalSpy judged(&watch, &models::AttentionWatch::changed);
    session.surveys().refresh();
    QTRY_VERIFY(!session.surveys().isBusy());
    QTRY_VERIFY(!judged.isEmpty());
    const api::Survey *const survey = session.surveys().find({u"S1"_s});
    QVERIFY(survey);
    QCOMPARE(watch.assess(*survey, watch.now()).kinds.testFlag(models::AttentionKind::Silent),
             isSilent);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
