// Calls 20 to 24 and 28: the reference lists and feasibility.
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

class TestMasterData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAreTheVendors();
    void everyCountrySpeaksKnownLanguages();
    void unknownTypeIsRefused();
    void qualificationsOf_data();
    void qualificationsOf();
    void everyPairHasSixtyQualifications();
    void textsAreLocal();
    void masterIsRefused();
    void feasibilityAnswers();
    void feasibilityFollowsThePlan();
    void feasibilityIsRefused_data();
    void feasibilityIsRefused();

private:
    QJsonArray list(const QString &type)
    {
        return m_sandbox.get({u"endpoints/get_master_data"_s, {}, u"type="_s + type})
            .object[u"data"_s]
            .toArray();
    }
    QJsonArray master(const QString &country, const QString &language)
    {
        return m_sandbox
            .get({u"endpoints/get_qualification_master"_s,
                  {{u"country_id"_s, country}, {u"language_id"_s, language}}})
            .object[u"qualifications_data"_s]
            .toArray();
    }

    Harness m_sandbox;
};

namespace {

QJsonObject plan()
{
    return {{u"locale"_s, u"eng_us"_s},
            {u"incidence_rate"_s, 0.5},
            {u"length_of_interview"_s, 20},
            {u"filling_goal"_s, 40},
            {u"start_date"_s, u"2026-03-13T23:00:00.000Z"_s},
            {u"end_date"_s, u"2026-03-20T23:00:00.000Z"_s},
            {u"category"_s, u"B2C"_s},
            {u"profiles"_s, QJsonArray()}};
}

QJsonArray profile(int question, const QJsonObject &answer)
{
    const QJsonObject conditions {{u"data"_s, QJsonArray {answer}}};
    return {QJsonObject {{u"question_id"_s, question}, {u"conditions"_s, conditions}}};
}

} // namespace

void TestMasterData::listsAreTheVendors()
{
    const QJsonArray countries = list(u"country"_s);
    QCOMPARE(countries.size(), 249);
    QCOMPARE(countries[0].toObject(),
             (QJsonObject {{u"country_id"_s, u"1"_s},
                           {u"name"_s, u"Afghanistan"_s},
                           {u"short_name"_s, u"AF"_s},
                           {u"iso_code"_s, u"AFG"_s},
                           {u"country_code"_s, u"93"_s},
                           {u"language"_s, u"5"_s}}));
    QCOMPARE(countries[1][u"name"_s].toString(), u"Albania"_s);
    QCOMPARE(countries[228][u"name"_s].toString(), u"United States"_s);
    QCOMPARE(countries[228][u"country_id"_s].toString(), u"229"_s);
    QStringList languages;
    for (const QJsonValue &language : list(u"language"_s))
        languages.append(language[u"name"_s].toString());
    languages.resize(5);
    QCOMPARE(languages,
             (QStringList {u"French"_s, u"Chinese Simplified"_s, u"Chinese Traditional"_s,
                           u"Dutch"_s, u"English"_s}));
    const QJsonArray categories = list(u"study_category"_s);
    QCOMPARE(categories.size(), 13);
    QCOMPARE(categories[0][u"name"_s].toString(), u"Adhoc"_s);
    const QJsonArray verticals = list(u"vertical"_s);
    QCOMPARE(verticals.size(), 31);
    QCOMPARE(verticals[10][u"name"_s].toString(), u"Food/SnacksGambling/Lottery"_s);
}

void TestMasterData::everyCountrySpeaksKnownLanguages()
{
    QSet<QString> known;
    for (const QJsonValue &language : list(u"language"_s))
        known.insert(language[u"language_id"_s].toString());
    QSet<QString> ids;
    for (const QJsonValue &country : list(u"country"_s)) {
        ids.insert(country[u"country_id"_s].toString());
        for (const QString &language : country[u"language"_s].toString().split(u','))
            QVERIFY2(known.contains(language), qPrintable(country[u"name"_s].toString()));
        QVERIFY(QRegularExpression(u"^[0-9]+$"_s)
                    .match(country[u"country_code"_s].toString())
                    .hasMatch());
    }
    QCOMPARE(ids.size(), 249);
}

void TestMasterData::unknownTypeIsRefused()
{
    QCOMPARE(m_sandbox.get({u"endpoints/get_master_data"_s, {}, u"type=planet"_s}).said(),
             u"400 Invalid request parameters"_s);
    QCOMPARE(m_sandbox.get({u"endpoints/get_master_data"_s}).said(),
             u"400 Invalid request parameters"_s);
}

void TestMasterData::qualificationsOf_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("answers");
    QTest::newRow("age is a range") << 42 << u"AGE"_s << u"Numeric - Open-end"_s << u"range_sets"_s;
    QTest::newRow("gender is single") << 43 << u"GENDER"_s << u"Single Punch"_s << u"conditions"_s;
    QTest::newRow("zip is text") << 45 << u"ZIP"_s << u"Text - Open-end"_s << u"zipcodes"_s;
    QTest::newRow("pets are multiple")
        << 639 << u"STANDARD_PETS"_s << u"Multi Punch"_s << u"conditions"_s;
}

void TestMasterData::qualificationsOf()
{
    QFETCH(int, code);
    QFETCH(QString, name);
    QFETCH(QString, type);
    QFETCH(QString, answers);
    for (const QJsonValue &one : master(u"229"_s, u"5"_s)) {
        if (one[u"qualification_id"_s].toInt() != code)
            continue;
        QCOMPARE(one[u"Name"_s].toString(), name);
        QCOMPARE(one[u"questionType"_s].toString(), type);
        QVERIFY(one.toObject().contains(answers));
        return;
    }
    QFAIL("not in the list");
}

void TestMasterData::everyPairHasSixtyQualifications()
{
    // Through the reference itself: over HTTP some 500 pairs would take a while.
    const sandbox::Reference reference;
    int pairs = 0;
    for (const QJsonValue &country : reference.countries()) {
        for (const QString &language : country[u"language"_s].toString().split(u',')) {
            const QJsonArray all =
                reference.qualifications(country[u"country_id"_s].toString(), language);
            QSet<qint64> codes;
            for (const QJsonValue &one : all)
                codes.insert(one[u"qualification_id"_s].toInteger());
            QVERIFY2(codes.size() >= 60, qPrintable(country[u"name"_s].toString()));
            QCOMPARE(codes.size(), all.size());
            ++pairs;
        }
    }
    QVERIFY(pairs > 249);
}

void TestMasterData::textsAreLocal()
{
    const auto options = [&](const QString &country, const QString &language, int code) {
        QStringList names;
        for (const QJsonValue &one : master(country, language)) {
            if (one[u"qualification_id"_s].toInt() != code)
                continue;
            for (const QJsonValue &option : one[u"conditions"_s].toArray())
                names.append(option[u"condition_name"_s].toString());
        }
        return names;
    };
    const sandbox::Reference reference;
    const QString germany = reference.countryNamed(u"DE"_s);
    QCOMPARE(options(germany, u"16"_s, 43), (QStringList {u"Männlich"_s, u"Weiblich"_s}));
    QCOMPARE(options(germany, u"5"_s, 43), (QStringList {u"Male"_s, u"Female"_s}));
    QVERIFY(options(germany, u"16"_s, 48241).contains(u"Baden-Württemberg"_s));
    QVERIFY(options(germany, u"16"_s, 61076).first().endsWith(u"EUR"));
    const QString japan = reference.countryNamed(u"JP"_s);
    QCOMPARE(options(japan, reference.mainLanguage(japan), 43),
             (QStringList {u"男性"_s, u"女性"_s}));
    QVERIFY(
        options(u"229"_s, u"5"_s, 34004).contains(u"Nicotine pouches (\"snus\", \"Zyn\", etc.)"_s));
}

void TestMasterData::masterIsRefused()
{
    const QString endpoint = u"endpoints/get_qualification_master"_s;
    QCOMPARE(
        m_sandbox.get({endpoint, {{u"country_id"_s, u"229"_s}, {u"language_id"_s, u"4"_s}}}).said(),
        u"422  No Data Found!"_s);
    QCOMPARE(m_sandbox.get({endpoint, {{u"country_id"_s, u"229"_s}}}).said(),
             u"400 Invalid request parameters"_s);
    QCOMPARE(m_sandbox.get({endpoint}).said(), u"400 Invalid request parameters"_s);
}

void TestMasterData::feasibilityAnswers()
{
    const Answer answer = m_sandbox.get({u"endpoints/getFeasibility"_s, plan()});
    QCOMPARE(answer.status, 200);
    const QJsonObject data = answer.object[u"feasibility_data"_s].toObject();
    QVERIFY(data[u"minimum_feasibility"_s].toInt() > 0);
    QVERIFY(data[u"minimum_feasibility"_s].toInt() <= data[u"maximum_feasibility"_s].toInt());
    QVERIFY(data[u"maximum_feasibility"_s].toInt() <= 10'000);
    QVERIFY(data[u"recommended_price"_s].toString().toDouble() >= 1.75);
    QCOMPARE(m_sandbox.get({u"endpoints/getFeasibility"_s, plan()}).body, answer.body);
}

void TestMasterData::feasibilityFollowsThePlan()
{
    const auto ask = [&](const QString &field, const QJsonValue &value) {
        QJsonObject body = plan();
        body[u"incidence_rate"_s] = 0.01;
        body[field] = value;
        return m_sandbox.get({u"endpoints/getFeasibility"_s, body})
            .object[u"feasibility_data"_s]
            .toObject();
    };
    const QJsonObject plain = ask(u"filling_goal"_s, 40);
    const auto most = [](const QJsonObject &data) {
        return data[u"maximum_feasibility"_s].toInt();
    };
    const auto price = [](const QJsonObject &data) {
        return data[u"recommended_price"_s].toString().toDouble();
    };
    QVERIFY(most(ask(u"profiles"_s, profile(43, {{u"option"_s, u"1"_s}}))) < most(plain));
    QVERIFY(most(ask(u"profiles"_s, profile(42, {{u"min"_s, 18}, {u"max"_s, 24}}))) < most(plain));
    const QJsonObject zips {{u"zip_codes"_s, QJsonArray {u"90001"_s}}, {u"allow_all_zip"_s, false}};
    QVERIFY(most(ask(u"profiles"_s, profile(45, zips))) < most(plain));
    QVERIFY(most(ask(u"end_date"_s, u"2026-03-14T23:00:00.000Z"_s)) < most(plain));
    QVERIFY(price(ask(u"length_of_interview"_s, 45)) > price(plain));
    QVERIFY(price(ask(u"category"_s, u"B2B"_s)) > price(plain));
    QVERIFY(price(ask(u"category"_s, u"B2B"_s)) >= 6);
}

void TestMasterData::feasibilityIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        const QString &said) { QTest::newRow(name) << field << value << said; };
    const QString nothing = u"400 Feasibility data not found!"_s;
    row("unknown locale", u"locale"_s, u"xxx_yy"_s, nothing);
    row("language not spoken there", u"locale"_s, u"jpn_us"_s, nothing);
    row("unknown question", u"profiles"_s, profile(5, {{u"option"_s, u"1"_s}}), nothing);
    row("question without answers", u"profiles"_s,
        QJsonArray {QJsonObject {{u"question_id"_s, 43}}}, nothing);
    row("incidence in per cent", u"incidence_rate"_s, 50,
        u"422 The incidence_rate must be between 0 and 1."_s);
    row("LOI of 46", u"length_of_interview"_s, 46,
        u"422 The length_of_interview must be between 1 and 45."_s);
    row("half a minute", u"length_of_interview"_s, 1.5,
        u"422 The length_of_interview must be between 1 and 45."_s);
    row("goal over 10,000", u"filling_goal"_s, 10'001,
        u"422 The filling_goal must be between 1 and 10000."_s);
    row("no start", u"start_date"_s, QJsonValue(), u"422 The start_date is not a valid date."_s);
    row("end before the start", u"end_date"_s, u"2026-03-13T22:00:00.000Z"_s,
        u"422 The start_date must be earlier than the end_date."_s);
    row("unknown category", u"category"_s, u"B2G"_s, u"422 The selected category is invalid."_s);
    row("range that ends before it starts", u"profiles"_s,
        profile(42, {{u"min"_s, 30}, {u"max"_s, 20}}),
        u"422 The min of a range must not be greater than its max."_s);
}

void TestMasterData::feasibilityIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, said);
    QJsonObject body = plan();
    body[field] = value;
    QCOMPARE(m_sandbox.get({u"endpoints/getFeasibility"_s, body}).said(), said);
}

QTEST_GUILESS_MAIN(TestMasterData)
#include "tst_masterdata.moc"
