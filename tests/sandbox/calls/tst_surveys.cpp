// Calls 2 to 6: list, one, create with every rule, change, status.
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

class TestSurveys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsPagedUntilItsEnd();
    void oneIsFoundByQueryOrHeader();
    void pageMustBeANumber();
    void createdSurveyIsAnsweredAndListed();
    void numbersAreTakenAsNumbersToo();
    void createIsRefused_data();
    void createIsRefused();
    void updateChangesLoiAndCpi();
    void updateIsRefused_data();
    void updateIsRefused();
    void statusIsSet();
    void statusIsRefused();
    void closedSurveyRefusesEveryChange();
};

void TestSurveys::listIsPagedUntilItsEnd()
{
    sandbox::Options options;
    options.surveys = 120;
    Harness sandbox(options);
    QSet<QString> ids;
    QStringList sizes;
    for (const QString &page : {u""_s, u"page=2"_s, u"page=3"_s}) {
        const Answer answer = sandbox.get({u"endpoints/get_survey"_s, {}, page});
        QCOMPARE(answer.object[u"message"_s].toString(),
                 u"\"Great news — we’ve found the data you were looking for."_s);
        const QJsonArray data = answer.object[u"data"_s].toArray();
        sizes.append(QString::number(data.size()));
        for (const QJsonValue &survey : data)
            ids.insert(survey[u"project_id"_s].toString());
    }
    QCOMPARE(sizes, (QStringList {u"50"_s, u"50"_s, u"20"_s}));
    QCOMPARE(ids.size(), 120);
    QCOMPARE(sandbox.get({u"endpoints/get_survey"_s, {}, u"page=4"_s}).said(),
             u"422 Survey data not found!"_s);
}

void TestSurveys::oneIsFoundByQueryOrHeader()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Bank switchers DE"_s);
    const QString endpoint = u"endpoints/get_survey"_s;
    const Answer queried = sandbox.get({endpoint, {}, u"project_id="_s + id});
    QCOMPARE(queried.object[u"data"_s].toArray().size(), 1);
    QCOMPARE(queried.object[u"data"_s][0][u"project_name"_s].toString(), u"Bank switchers DE"_s);
    QCOMPARE(sandbox.get({endpoint, {}, {}, id}).body, queried.body);
    QCOMPARE(sandbox.get({endpoint, {}, u"project_id=unknown"_s}).said(),
             u"422 Survey data not found!"_s);
}

void TestSurveys::pageMustBeANumber()
{
    Harness sandbox;
    for (const QString &page : {u"page=0"_s, u"page=-1"_s, u"page=two"_s})
        QCOMPARE(sandbox.get({u"endpoints/get_survey"_s, {}, page}).said(),
                 u"400 Invalid request parameters"_s);
}

void TestSurveys::createdSurveyIsAnsweredAndListed()
{
    Harness sandbox;
    const Answer created = sandbox.post({u"endpoints/create_survey"_s, sandbox.newSurvey()});
    QCOMPARE(created.said(), u"200 Survey created successfully."_s);
    const QJsonObject survey = created.object[u"data"_s].toObject();
    QCOMPARE(survey[u"status"_s].toString(), u"Inactive"_s);
    QCOMPARE(survey[u"project_cpi"_s].toString(), u"10.00"_s);
    QCOMPARE(survey[u"complete_goal"_s].toString(), u"50"_s);
    QCOMPARE(survey[u"progress"_s],
             (QJsonObject {{u"complete"_s, 0}, {u"survey_entrant"_s, 0}, {u"remaining"_s, 50}}));
    QVERIFY(QRegularExpression(u"^[A-Za-z0-9]{16}$"_s)
                .match(survey[u"project_id"_s].toString())
                .hasMatch());
    QVERIFY(QRegularExpression(u"^ALGN[0-9]{4,}$"_s)
                .match(survey[u"project_code"_s].toString())
                .hasMatch());
    QCOMPARE(survey[u"qualifications"_s][1][u"conditions"_s][0],
             (QJsonObject {{u"condition_code"_s, u"1"_s}, {u"condition_name"_s, u"Male"_s}}));
    QCOMPARE(survey[u"quotas"_s][0][u"criteria"_s][0],
             (QJsonObject {{u"condition_codes"_s, u"1"_s}, {u"required_count"_s, 120}}));
    QCOMPARE(sandbox.surveyNamed(u"AUD1"_s), survey);
}

void TestSurveys::numbersAreTakenAsNumbersToo()
{
    Harness sandbox;
    QJsonObject survey = sandbox.newSurvey();
    survey[u"ir"_s] = 12.5;
    survey[u"loi"_s] = 7;
    survey[u"cpi"_s] = 6.05;
    const Answer created = sandbox.post({u"endpoints/create_survey"_s, survey});
    QCOMPARE(created.object[u"data"_s][u"ir"_s].toString(), u"12.5"_s);
    QCOMPARE(created.object[u"data"_s][u"project_cpi"_s].toString(), u"6.05"_s);
}

void TestSurveys::createIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        const QString &said) { QTest::newRow(name) << field << value << said; };
    for (const char *field : {"project_name", "country", "language", "live_link", "test_link",
                              "audience_type", "pii_collection", "ir", "loi", "cpi",
                              "complete_needed", "project_start_date", "project_end_date"})
        QTest::addRow("without %s", field)
            << QString::fromLatin1(field) << QJsonValue(u""_s)
            << u"422 The %1 field is required."_s.arg(QLatin1String(field));
    row("unknown country", u"country"_s, u"999"_s, u"422 The selected country is invalid."_s);
    row("language not spoken there", u"language"_s, u"4"_s,
        u"422 The selected language is not available in this country."_s);
    row("unknown vertical", u"vertical"_s, u"99"_s, u"422 The selected vertical is invalid."_s);
    row("unknown category", u"study_category"_s, u"1"_s,
        u"422 The selected study_category is invalid."_s);
    row("audience type 4", u"audience_type"_s, u"4"_s,
        u"422 The audience_type must be a whole number between 1 and 3."_s);
    row("PII neither Yes nor No", u"pii_collection"_s, u"Maybe"_s,
        u"422 The selected pii_collection is invalid."_s);
    row("B2B below 6.00", u"cpi"_s, u"5.99"_s,
        u"422 The minimum CPI for this audience type is 6.00."_s);
    row("CPI with three decimals", u"cpi"_s, u"6.001"_s,
        u"422 The cpi must be an amount with at most two decimals."_s);
    row("IR of 0", u"ir"_s, u"0"_s, u"422 The ir must be between 1 and 100."_s);
    row("IR over 100", u"ir"_s, u"100.5"_s, u"422 The ir must be between 1 and 100."_s);
    row("LOI of 0", u"loi"_s, u"0"_s, u"422 The loi must be a whole number between 1 and 1440."_s);
    row("no completes", u"complete_needed"_s, u"0"_s,
        u"422 The complete_needed must be a whole number between 1 and 1000000."_s);
    row("start yesterday", u"project_start_date"_s, u"2026-03-09"_s,
        u"422 Start date must be in future or equal to current date."_s);
    row("end today", u"project_end_date"_s, u"2026-03-10"_s,
        u"422 End date must be in future or greater than current date."_s);
    row("start after the end", u"project_start_date"_s, u"2026-04-01"_s,
        u"422 End date must not be before the start date."_s);
    row("a date that doesn't exist", u"project_start_date"_s, u"2026-02-30"_s,
        u"422 The project_start_date does not match the format Y-m-d."_s);
    row("link without a host", u"live_link"_s, u"https://"_s,
        u"422 The live_link must be a valid URL."_s);
    row("link that isn't http", u"test_link"_s, u"ftp://example.com/[identifier]"_s,
        u"422 The test_link must be a valid URL."_s);
    row("qualifications that are no list", u"qualifications"_s, u"[]"_s,
        u"400 Invalid request parameters"_s);
    row("quota for what isn't targeted", u"qualifications"_s, QJsonArray(),
        u"422  Quota data not found!"_s);
}

void TestSurveys::createIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, said);
    static Harness sandbox;
    QJsonObject survey = sandbox.newSurvey();
    survey[field] = value;
    QCOMPARE(sandbox.post({u"endpoints/create_survey"_s, survey}).said(), said);
    QVERIFY(sandbox.surveyNamed(u"AUD1"_s).isEmpty());
}

void TestSurveys::updateChangesLoiAndCpi()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Smart home Q4"_s);
    const Answer answer =
        sandbox.patch({u"endpoints/update_survey"_s,
                       {{u"project_id"_s, id}, {u"loi"_s, u"15"_s}, {u"cpi"_s, u"2.5"_s}}});
    QCOMPARE(answer.said(), u"200 Survey Data updated successfully!"_s);
    QCOMPARE(answer.object[u"data"_s][u"loi"_s].toString(), u"15"_s);
    QCOMPARE(sandbox.surveyNamed(u"Smart home Q4"_s)[u"project_cpi"_s].toString(), u"2.50"_s);
}

void TestSurveys::updateIsRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing to change") << QJsonObject() << u"400 Validation failed"_s;
    QTest::newRow("LOI of 0") << QJsonObject {{u"loi"_s, u"0"_s}} << u"400 Validation failed"_s;
    QTest::newRow("CPI in words") << QJsonObject {{u"cpi"_s, u"cheap"_s}}
                                  << u"400 Validation failed"_s;
    QTest::newRow("CPI below the minimum")
        << QJsonObject {{u"cpi"_s, u"1.74"_s}}
        << u"422 The minimum CPI for this audience type is 1.75."_s;
    QTest::newRow("unknown survey")
        << QJsonObject {{u"project_id"_s, u"unknown"_s}, {u"loi"_s, u"5"_s}}
        << u"422 Survey Data not found!"_s;
    QTest::newRow("no survey named")
        << QJsonObject {{u"project_id"_s, u""_s}} << u"400 Invalid request parameters"_s;
}

void TestSurveys::updateIsRefused()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, said);
    Harness sandbox;
    if (!change.contains(u"project_id"_s))
        change[u"project_id"_s] = sandbox.idOf(u"Smart home Q4"_s);
    QCOMPARE(sandbox.patch({u"endpoints/update_survey"_s, change}).said(), said);
}

void TestSurveys::statusIsSet()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Smart home Q4"_s);
    const auto set = [&](const QString &status) {
        return sandbox.put(
            {u"endpoints/survey_status"_s, {{u"project_id"_s, id}, {u"status"_s, status}}});
    };
    QCOMPARE(set(u"1"_s).said(), u"200 Survey status updated successfully."_s);
    QCOMPARE(sandbox.surveyNamed(u"Smart home Q4"_s)[u"status"_s].toString(), u"Active"_s);
    const Answer again = set(u"1"_s);
    QCOMPARE(again.status, 204);
    QCOMPARE(again.body, QByteArray());
    QVERIFY(set(u"4"_s).said().startsWith(u"200"));
    QVERIFY(set(u"5"_s).said().startsWith(u"200"));
    QCOMPARE(set(u"1"_s).said(),
             u"422 Status update failed. The project has been closed and cannot be modified."_s);
}

void TestSurveys::statusIsRefused()
{
    Harness sandbox;
    const auto put = [&](const QJsonObject &body) {
        return sandbox.put({u"endpoints/survey_status"_s, body});
    };
    QCOMPARE(put({{u"project_id"_s, u"unknown"_s}, {u"status"_s, u"1"_s}}).status, 204);
    const QString id = sandbox.idOf(u"Smart home Q4"_s);
    QCOMPARE(put({{u"project_id"_s, id}, {u"status"_s, u"3"_s}}).said(),
             u"400 Invalid request parameters"_s);
    QCOMPARE(put({{u"project_id"_s, id}}).said(), u"400 Invalid request parameters"_s);
}

void TestSurveys::closedSurveyRefusesEveryChange()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Snack tracker W12"_s);
    const QString closed = u"422 The project has been closed and cannot be modified."_s;
    const QJsonObject project {{u"project_id"_s, id}};
    const auto with = [&](const QString &field, const QJsonValue &value) {
        QJsonObject body = project;
        body[field] = value;
        return body;
    };
    QCOMPARE(sandbox.patch({u"endpoints/update_survey"_s, with(u"loi"_s, u"9"_s)}).said(), closed);
    QCOMPARE(
        sandbox.erase({u"endpoints/delete_qualification"_s, with(u"qualification_code"_s, u"42"_s)})
            .said(),
        closed);
    QCOMPARE(sandbox.post({u"endpoints/save_quota"_s, with(u"quota"_s, QJsonArray {1})}).said(),
             closed);
    QCOMPARE(sandbox
                 .post({u"endpoints/create_interlocking"_s,
                        with(u"qualification_code"_s, QJsonArray {42})})
                 .said(),
             closed);
    QCOMPARE(sandbox.patch({u"endpoints/update_interlocking"_s, project}).said(), closed);
    QCOMPARE(sandbox.erase({u"endpoints/exclusion"_s, {}, {}, id}).said(), closed);
}

QTEST_GUILESS_MAIN(TestSurveys)
#include "tst_surveys.moc"
