// Calls 7 to 17: qualifications, quotas and interlocked quotas, with every refusal.
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

namespace {

const QString noData = u"422 No data found against this survey!"_s;
const QString invalid = u"400 Invalid request parameters"_s;

QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestTargeting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void qualificationsCarry422AndData();
    void oneQualificationIsFound();
    void qualificationIsAdded();
    void qualificationIsRefused_data();
    void qualificationIsRefused();
    void qualificationIsUpdatedWithWhatHangsOnIt();
    void qualificationIsDeleted();
    void quotasAreRead();
    void quotasAreAddedAndReplaced();
    void quotasAreRefused_data();
    void quotasAreRefused();
    void gridIsCreatedRowMajor();
    void namesWithCommasStayWhole();
    void gridIsRefused_data();
    void gridIsRefused();
    void gridIsMadeAnewWithOtherIds();
    void aSurveyWithoutAGridStaysWithoutOne();
    void cellsAreUpdated();
    void cellsAreRefused();

private:
    Answer postFor(const QString &endpoint, QJsonObject body, const QByteArray &verb = "POST")
    {
        if (!body.contains(u"project_id"_s))
            body[u"project_id"_s] = m_id;
        return m_sandbox->call(verb, {endpoint, body});
    }
    QJsonObject listed() { return m_sandbox->surveyNamed(u"AUD1"_s); }

    std::unique_ptr<Harness> m_sandbox;
    QString m_id;
};

void TestTargeting::init()
{
    m_sandbox = std::make_unique<Harness>();
    m_id = m_sandbox->create(m_sandbox->newSurvey());
    QVERIFY(!m_id.isEmpty());
}

void TestTargeting::qualificationsCarry422AndData()
{
    const Answer answer = m_sandbox->get({u"endpoints/qualifications"_s, {}, {}, m_id});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object[u"status"_s].toInt(), 422);
    const QJsonArray data = answer.object[u"qualifications_data"_s].toArray();
    QCOMPARE(data.size(), 3);
    QCOMPARE(data[0].toObject(),
             parsed(R"({"qualification_code": 42, "title": "AGE", "text": "What is your age?",
                        "range_sets": [{"from": 18, "to": 24}, {"from": 25, "to": 34}]})"));
    QCOMPARE(data[1][u"conditions"_s][1].toObject(),
             parsed(R"({"condition_code": 2, "condition_name": "Female"})"));
    QCOMPARE(data[2][u"zipcodes"_s].toArray(), (QJsonArray {u"126535"_s, u"283733"_s}));
    QCOMPARE(m_sandbox->get({u"endpoints/qualifications"_s, {}, {}, u"unknown"_s}).said(), noData);
}

void TestTargeting::oneQualificationIsFound()
{
    const QString endpoint = u"endpoints/qualifications"_s;
    const Answer one = m_sandbox->get({endpoint, {}, {}, m_id, u"43"_s});
    QCOMPARE(one.object[u"qualifications_data"_s].toArray().size(), 1);
    QCOMPARE(one.object[u"qualifications_data"_s][0][u"title"_s].toString(), u"GENDER"_s);
    QCOMPARE(m_sandbox->get({endpoint, {}, {}, m_id, u"639"_s}).said(), noData);
}

void TestTargeting::qualificationIsAdded()
{
    const QJsonObject body =
        parsed(R"({"qualifications": [{"qualification_code": 639, "condition_codes": [1, 6]}]})");
    const QString endpoint = u"endpoints/save_qualification"_s;
    QCOMPARE(postFor(endpoint, body).said(), u"200  Qualification Saved successfully."_s);
    QCOMPARE(listed()[u"qualifications"_s][3][u"conditions"_s][1][u"condition_name"_s].toString(),
             u"Small animals or rodents (hamsters, mice, rabbits, ferrets, etc.)"_s);
    const Answer again = postFor(endpoint, body);
    QCOMPARE(again.said(),
             u"422  Qualification Already exists, Please Remove these qualification from data & "
             "try again!"_s);
    QCOMPARE(again.object[u"Question_exists"_s].toString(), u"STANDARD_PETS"_s);
}

void TestTargeting::qualificationIsRefused_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown codes are all named")
        << u"{\"qualification_code\": 5}, {\"qualification_code\": 6}"_s
        << u"422 The following qualification code were not found in the system: 5,6"_s;
    QTest::newRow("unknown option")
        << u"{\"qualification_code\": 639, \"condition_codes\": [99]}"_s
        << u"422 The condition code 99 is not valid for STANDARD_PETS."_s;
    QTest::newRow("no option") << u"{\"qualification_code\": 639, \"condition_codes\": []}"_s
                               << u"422 At least one option must be chosen for STANDARD_PETS."_s;
    QTest::newRow("wrong kind of answer")
        << u"{\"qualification_code\": 639, \"zipcodes\": [1]}"_s
        << u"422 The targeting criteria do not fit the type of STANDARD_PETS."_s;
    QTest::newRow("the same twice") << u"{\"qualification_code\": 639, \"condition_codes\": [1]}, "
                                       "{\"qualification_code\": 639, \"condition_codes\": [2]}"_s
                                    << u"422 STANDARD_PETS is given more than once."_s;
    QTest::newRow("a range that ends before it starts")
        << u"{\"qualification_code\": 14785, \"range_sets\": [{\"from\": 5, \"to\": 4}]}"_s
        << u"422 The range 5-4 of STANDARD_HOUSEHOLD_SIZE ends before it starts."_s;
    QTest::newRow("overlapping ranges")
        << u"{\"qualification_code\": 14785, \"range_sets\": [{\"from\": 5, \"to\": 8}, "
           "{\"from\": 1, \"to\": 5}]}"_s
        << u"422 The ranges of STANDARD_HOUSEHOLD_SIZE overlap."_s;
    QTest::newRow("blank zip code") << u"{\"qualification_code\": 45, \"zipcodes\": [\" \"]}"_s
                                    << u"422 The zip codes of ZIP must be filled and distinct."_s;
    QTest::newRow("no list at all") << u""_s << invalid;
    QTest::newRow("a code that is no number") << u"{\"qualification_code\": \"AGE\"}"_s << invalid;
}

void TestTargeting::qualificationIsRefused()
{
    QFETCH(QString, one);
    QFETCH(QString, said);
    const QByteArray text = "{\"qualifications\": [" + one.toUtf8() + "]}";
    const QJsonObject before = listed();
    QCOMPARE(postFor(u"endpoints/save_qualification"_s, parsed(text.constData())).said(), said);
    QCOMPARE(listed(), before);
}

void TestTargeting::qualificationIsUpdatedWithWhatHangsOnIt()
{
    QVERIFY(
        postFor(u"endpoints/create_interlocking"_s, parsed(R"({"qualification_code": [43, 42]})"))
            .said()
            .startsWith(u"200"));
    const QString endpoint = u"endpoints/update_qualification"_s;
    QCOMPARE(postFor(endpoint, parsed(R"({"qualifications": [{"qualification_code": 43,
                                                    "condition_codes": [2]}]})"),
                     "PATCH")
                 .said(),
             u"200  Qualification Updated successfully."_s);
    QCOMPARE(listed()[u"quotas"_s].toArray().size(), 2);
    QCOMPARE(m_sandbox->get({u"endpoints/get_interlocking"_s, {{u"project_id"_s, m_id}}}).said(),
             u"422 Interlocking data not found!"_s);
    QCOMPARE(postFor(endpoint, parsed(R"({"qualifications": [{"qualification_code": 639,
                                                    "condition_codes": [2]}]})"),
                     "PATCH")
                 .said(),
             u"422  Qualification not exists"_s);
}

void TestTargeting::qualificationIsDeleted()
{
    const QString endpoint = u"endpoints/delete_qualification"_s;
    const QJsonObject body {{u"qualification_code"_s, u"45"_s}};
    QCOMPARE(postFor(endpoint, body, "DELETE").said(),
             u"200 Qualification deleted successfully."_s);
    QCOMPARE(listed()[u"qualifications"_s].toArray().size(), 2);
    QCOMPARE(listed()[u"quotas"_s].toArray().size(), 2);
    QCOMPARE(postFor(endpoint, body, "DELETE").said(), u"422  Qualification not exists"_s);
    QCOMPARE(postFor(endpoint, {}, "DELETE").said(), invalid);
}

void TestTargeting::quotasAreRead()
{
    const QString endpoint = u"endpoints/qualifications_quota"_s;
    const QJsonArray all =
        m_sandbox->get({endpoint, {}, {}, m_id}).object[u"quota_data"_s].toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[1].toObject(), parsed(R"({"qualification_id": 42,
                        "criteria": [{"required_count": 140, "condition_codes": "25-34"}]})"));
    QCOMPARE(all[2][u"criteria"_s][0][u"condition_codes"_s].toArray(), (QJsonArray {126535}));
    const QJsonArray one =
        m_sandbox->get({endpoint, {}, {}, m_id, u"43"_s}).object[u"quota_data"_s].toArray();
    QCOMPARE(one.size(), 1);
    QCOMPARE(one[0][u"qualification_code"_s].toInt(), 43);
    QCOMPARE(m_sandbox->get({endpoint, {}, {}, m_id, u"639"_s}).said(), noData);
    QCOMPARE(m_sandbox->get({endpoint, {}, {}, u"unknown"_s}).said(), noData);
}

void TestTargeting::quotasAreAddedAndReplaced()
{
    const QJsonObject body = parsed(R"({"quota": [
        {"qualification_code": 43, "criteria": [{"required_count": 20, "condition_codes": 1}]},
        {"qualification_code": 43, "criteria": [{"required_count": 0, "condition_codes": 2}]}]})");
    QCOMPARE(postFor(u"endpoints/save_quota"_s, body).said(), u"200 Quota Updated Successfully."_s);
    QCOMPARE(listed()[u"quotas"_s][0][u"criteria"_s].toArray(),
             (QJsonArray {parsed(R"({"required_count": 20, "condition_codes": "1"})"),
                          parsed(R"({"required_count": 0, "condition_codes": "2"})")}));
}

void TestTargeting::quotasAreRefused_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("said");
    const QString one = u"{\"quota\": [{\"qualification_code\": %1, \"criteria\": "
                        "[{\"required_count\": %2, \"condition_codes\": %3}]}]}"_s;
    QTest::newRow("a qualification that isn't targeted")
        << one.arg(u"639"_s, u"1"_s, u"1"_s) << u"422  Quota data not found!"_s;
    QTest::newRow("an option that isn't targeted")
        << one.arg(u"43"_s, u"1"_s, u"3"_s)
        << u"422 The quota for GENDER refers to an option that is not targeted: 3"_s;
    QTest::newRow("a range that isn't targeted")
        << one.arg(u"42"_s, u"1"_s, u"\"18-34\""_s)
        << u"422 The quota for AGE refers to an option that is not targeted: 18-34"_s;
    QTest::newRow("a negative count") << one.arg(u"43"_s, u"-1"_s, u"1"_s)
                                      << u"422 The required_count of a quota must be 0 or more."_s;
    QTest::newRow("a count that is no number")
        << one.arg(u"43"_s, u"\"many\""_s, u"1"_s) << invalid;
    QTest::newRow("no list") << u"{}"_s << invalid;
    QTest::newRow("no criteria") << u"{\"quota\": [{\"qualification_code\": 43}]}"_s << invalid;
    QTest::newRow("unknown survey")
        << u"{\"project_id\": \"unknown\", \"quota\": [1]}"_s << u"422  Quota data not found!"_s;
}

void TestTargeting::quotasAreRefused()
{
    QFETCH(QString, body);
    QFETCH(QString, said);
    QCOMPARE(postFor(u"endpoints/save_quota"_s, parsed(body.toUtf8().constData())).said(), said);
}

void TestTargeting::gridIsCreatedRowMajor()
{
    const Answer created =
        postFor(u"endpoints/create_interlocking"_s, parsed(R"({"qualification_code": [43, 42]})"));
    QCOMPARE(created.said(), u"200 Great! Interlocking was created successfully."_s);
    const QJsonObject grid = created.object[u"Interlocking"_s].toObject();
    QStringList cells;
    for (const QJsonValue &cell : grid[u"combinations"_s].toArray()) {
        QVERIFY(QRegularExpression(u"^Aud[0-9]+[0-9a-f]{13}$"_s)
                    .match(cell[u"id"_s].toString())
                    .hasMatch());
        cells.append(cell[u"option"_s].toString() + u" | "_s + cell[u"quota"_s].toString());
    }
    QCOMPARE(cells,
             (QStringList {u"Male,18-24 | 13"_s, u"Male,25-34 | 13"_s, u"Female,18-24 | 12"_s,
                           u"Female,25-34 | 12"_s}));
    QCOMPARE(grid[u"qualifications"_s].toArray(),
             (QJsonArray {parsed(R"({"id": "2", "title": "GENDER", "options": "Male,Female"})"),
                          parsed(R"({"id": "1", "title": "AGE", "options": "18-24,25-34"})")}));
    const Answer read =
        m_sandbox->get({u"endpoints/get_interlocking"_s, {{u"project_id"_s, m_id}}});
    QCOMPARE(read.object[u"data"_s].toObject(), grid);
}

void TestTargeting::namesWithCommasStayWhole()
{
    postFor(u"endpoints/save_qualification"_s,
            parsed(R"({"qualifications": [{"qualification_code": 639,
                                           "condition_codes": [5, 6]}]})"));
    const Answer created =
        postFor(u"endpoints/create_interlocking"_s, parsed(R"({"qualification_code": [639]})"));
    QCOMPARE(created.object[u"Interlocking"_s][u"qualifications"_s][0][u"options"_s].toString(),
             u"Amphibians (frogs, toads, etc.),"
             "Small animals or rodents (hamsters, mice, rabbits, ferrets, etc.)"_s);
}

void TestTargeting::gridIsRefused_data()
{
    QTest::addColumn<QString>("codes");
    QTest::addColumn<QString>("said");
    const QString four = u"422 qualification_code must less than or eqaul to 4 in survey."_s;
    QTest::newRow("none") << u"[]"_s << four;
    QTest::newRow("five") << u"[1, 2, 3, 4, 5]"_s << four;
    QTest::newRow("not targeted") << u"[43, 639, 5]"_s
                                  << u"422 The following qualification code were not found in the "
                                     "system: 639,5"_s;
    QTest::newRow("the same twice") << u"[43, 43]"_s
                                    << u"422 qualification_code must not name a qualification "
                                       "twice."_s;
    QTest::newRow("too many combinations") << u"[42, 43, 45, 1249]"_s
                                           << u"422 The maximum allowed interlocking combinations "
                                              "are 200."_s;
    QTest::newRow("no list") << u"43"_s << invalid;
}

void TestTargeting::gridIsRefused()
{
    QFETCH(QString, codes);
    QFETCH(QString, said);
    QJsonArray all;
    for (int code = 1; code <= 37; ++code)
        all.append(code);
    postFor(u"endpoints/save_qualification"_s,
            {{u"qualifications"_s,
              QJsonArray {
                  QJsonObject {{u"qualification_code"_s, 1249}, {u"condition_codes"_s, all}}}}});
    const QByteArray body = "{\"qualification_code\": " + codes.toUtf8() + "}";
    QCOMPARE(postFor(u"endpoints/create_interlocking"_s, parsed(body.constData())).said(), said);
    const QJsonObject unknown {{u"project_id"_s, u"unknown"_s},
                               {u"qualification_code"_s, QJsonArray {42}}};
    QCOMPARE(postFor(u"endpoints/create_interlocking"_s, unknown).said(),
             u"422 Valid project ID is required!"_s);
}

void TestTargeting::gridIsMadeAnewWithOtherIds()
{
    const QJsonObject body = parsed(R"({"qualification_code": [43]})");
    const auto first = [&] {
        return postFor(u"endpoints/create_interlocking"_s, body)
            .object[u"Interlocking"_s][u"combinations"_s][0][u"id"_s]
            .toString();
    };
    const QString before = first();
    QVERIFY(first() != before);
}

void TestTargeting::aSurveyWithoutAGridStaysWithoutOne()
{
    const auto grid = [this] {
        return m_sandbox->get({u"endpoints/get_interlocking"_s, {{u"project_id"_s, m_id}}}).said();
    };
    QCOMPARE(grid(), u"422 Interlocking data not found!"_s);
    const QJsonObject other =
        parsed(R"({"qualifications": [{"qualification_code": 43, "condition_codes": [2]}]})");
    QVERIFY(postFor(u"endpoints/update_qualification"_s, other, "PATCH").said().startsWith(u"200"));
    QCOMPARE(grid(), u"422 Interlocking data not found!"_s);
    const QJsonObject cells = parsed(R"({"combinations": [{"id": "x", "required_count": 5}]})");
    QVERIFY(postFor(u"endpoints/update_interlocking"_s, cells, "PATCH").said().startsWith(u"422"));
    QCOMPARE(grid(), u"422 Interlocking data not found!"_s);
}

void TestTargeting::cellsAreUpdated()
{
    const QJsonObject grid =
        postFor(u"endpoints/create_interlocking"_s, parsed(R"({"qualification_code": [43]})"))
            .object[u"Interlocking"_s]
            .toObject();
    const QString id = grid[u"combinations"_s][1][u"id"_s].toString();
    m_sandbox->pass(60);
    const QJsonObject body {
        {u"combinations"_s, QJsonArray {QJsonObject {{u"id"_s, id}, {u"required_count"_s, 21}}}}};
    const Answer updated = postFor(u"endpoints/update_interlocking"_s, body, "PATCH");
    QCOMPARE(updated.said(), u"200 Great! Interlocking was created successfully."_s);
    const QJsonObject after = updated.object[u"Interlocking"_s].toObject();
    QCOMPARE(after[u"combinations"_s][0], grid[u"combinations"_s][0]);
    QCOMPARE(after[u"combinations"_s][1][u"quota"_s].toString(), u"21"_s);
    QVERIFY(after[u"updated_date"_s] != grid[u"updated_date"_s]);
    QCOMPARE(after[u"created_date"_s], grid[u"created_date"_s]);
    QCOMPARE(postFor(u"endpoints/update_interlocking"_s, body, "PATCH").said(),
             u"422 No changes were made. Either the quotas are already up to date or the update "
             "failed. Please verify and try again."_s);
}

void TestTargeting::cellsAreRefused()
{
    const QString id =
        postFor(u"endpoints/create_interlocking"_s, parsed(R"({"qualification_code": [43]})"))
            .object[u"Interlocking"_s][u"combinations"_s][0][u"id"_s]
            .toString();
    const auto set = [&](const QString &cell, const QJsonValue &count) {
        const QJsonArray cells {QJsonObject {{u"id"_s, cell}, {u"required_count"_s, count}}};
        return postFor(u"endpoints/update_interlocking"_s, {{u"combinations"_s, cells}}, "PATCH")
            .said();
    };
    const QString outside =
        u"422 required_count must greater than 0 and less than or equal to 10000."_s;
    QCOMPARE(set(id, 0), outside);
    QCOMPARE(set(id, 10'001), outside);
    QCOMPARE(set(u"Aud0"_s, 5), u"422 The combination Aud0 was not found in this survey."_s);
    QCOMPARE(set(id, u"many"_s), invalid);
    QCOMPARE(postFor(u"endpoints/update_interlocking"_s, {}, "PATCH").said(), invalid);
    QCOMPARE(
        m_sandbox->get({u"endpoints/get_interlocking"_s, {{u"project_id"_s, u"unknown"_s}}}).said(),
        u"422 Valid project ID is required!"_s);
    QCOMPARE(m_sandbox->get({u"endpoints/get_interlocking"_s}).said(), invalid);
}

QTEST_GUILESS_MAIN(TestTargeting)
#include "tst_targeting.moc"
