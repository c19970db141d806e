#include "api/calls/auth.h"
#include "api/calls/exclusions.h"
#include "api/calls/feasibility.h"
#include "api/calls/interlocking.h"
#include "api/calls/masterdata.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"

#include <QTest>
#include <QTimeZone>

using namespace api;
using namespace Qt::StringLiterals;

namespace {

/// All of a request that the contract settles: a line for verb and target, headers, class, body.
/// Bodies are shown with single quotes.
QString render(const WireRequest &request)
{
    static const QStringList verbs {u"GET"_s, u"POST"_s, u"PATCH"_s, u"PUT"_s, u"DELETE"_s};
    static const QStringList classes {u"read"_s, u"set"_s, u"detectable"_s, u"never"_s};
    QStringList lines {verbs[int(request.verb)] + u' ' + QString::fromLatin1(request.endpoint)
                       + (request.query.isEmpty() ? QString() : u'?' + request.query.toString())};
    for (const Header &header : request.headers)
        lines += QString::fromUtf8(header.name + ": " + header.value);
    lines += u"%1 %2 s%3"_s.arg(classes[int(request.repeat)])
                 .arg(request.deadline.count() / 1000)
                 .arg(request.isSigned ? QString() : u" unsigned"_s);
    if (!request.body.isEmpty())
        lines += QString::fromUtf8(request.body).replace(u'"', u'\'');
    return lines.join(u'\n');
}

const SurveyId survey {u"oE45"_s};

NewSurvey sampleSurvey()
{
    NewSurvey s;
    s.name = u"AUD1"_s;
    s.country = {u"229"_s};
    s.language = {u"5"_s};
    s.category = {u"5"_s};
    s.vertical = {u"1"_s};
    s.audience = AudienceType::B2B;
    s.ir = s.loi = 10;
    s.cpi = {1000};
    s.completeNeeded = 50;
    s.start = QDate(2025, 8, 14);
    s.end = QDate(2025, 8, 15);
    s.liveLink = u"https://a.b?uid=[identifier]"_s;
    s.testLink = u"https://c.d?uid=[identifier]"_s;
    s.qualifications = {{{42}, QualificationKind::Ranges, {}, {{18, 24}, {25, 34}}, {}},
                        {{43}, QualificationKind::Options, {1}, {}, {}},
                        {{45}, QualificationKind::ZipCodes, {}, {}, {u"126535"_s, u"01234"_s}}};
    s.quotas = {{{43}, {{120, 1}}},
                {{42}, {{140, Range {25, 34}}}},
                {{45}, {{150, QStringList {u"126535"_s}}}}};
    return s;
}

FeasibilityQuery sampleQuery()
{
    FeasibilityQuery q;
    q.locale = u"eng_us"_s;
    q.ir = 29;
    q.loi = 20;
    q.completes = 40;
    q.start = QDateTime(QDate(2025, 8, 14), QTime(1, 0), QTimeZone(7200));
    q.end = QDateTime(QDate(2026, 1, 1), QTime(23, 0), QTimeZone::utc());
    q.audience = AudienceType::HealthCare;
    q.profiles = {{{43}, QualificationKind::Options, {1, 2}, {}, {}},
                  {{42}, QualificationKind::Ranges, {}, {{18, 50}}, {}},
                  {{45}, QualificationKind::ZipCodes, {}, {}, {u"90001"_s}}};
    return q;
}

} // namespace

/// The 28 requests, byte for byte (contract.md, Every call).
class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheContracts_data()
    {
        QTest::addColumn<QString>("is");
        QTest::addColumn<QString>("wanted");
        const QString own = u"\nX-Project-Id: oE45"_s;
        const QString get = u"\nread 60 s"_s;
        const QString set = u"\nset 60 s"_s;
        const auto row = [](const char *name, const WireRequest &request, const QString &wanted) {
            QTest::newRow(name) << render(request) << wanted;
        };
        row("1 getHash", calls::getHash(QUrl(u"https://a.b/v1/x?hash=1"_s), u"k"_s),
            u"GET endpoints/getHashData\nread 60 s unsigned\n{'key':'k','url':'https://a.b/v1/x'}"_s);
        row("2 listSurveys", calls::surveys(15), u"GET endpoints/get_survey?page=15"_s + get);
        row("3 getSurvey", calls::survey(survey),
            u"GET endpoints/get_survey?project_id=oE45"_s + own + get);
        row("4 createSurvey", calls::createSurvey(sampleSurvey()),
            u"POST endpoints/create_survey\nnever 60 s\n{'audience_type':'1',"
            "'complete_needed':'50','country':'229','cpi':'10','ir':'10','language':'5',"
            "'live_link':'https://a.b?uid=[identifier]','loi':'10','pii_collection':'No',"
            "'project_end_date':'2025-08-15','project_name':'AUD1',"
            "'project_start_date':'2025-08-14','qualifications':["
            "{'qualification_code':42,'range_sets':[{'from':18,'to':24},{'from':25,'to':34}]},"
            "{'condition_codes':[1],'qualification_code':43},"
            "{'qualification_code':45,'zipcodes':[126535,'01234']}],'quota':["
            "{'criteria':[{'condition_codes':1,'required_count':120}],'qualification_code':43},"
            "{'criteria':[{'condition_codes':'25-34','required_count':140}],'qualification_code':"
            "42},"
            "{'criteria':[{'condition_codes':[126535],'required_count':150}],"
            "'qualification_code':45}],'study_category':'5',"
            "'test_link':'https://c.d?uid=[identifier]','vertical':'1'}"_s);
        row("5 updateSurvey with only the price",
            calls::updateSurvey(survey, {std::nullopt, Money {175}}),
            u"PATCH endpoints/update_survey"_s + set + u"\n{'cpi':'1.75','project_id':'oE45'}"_s);
        row("6 setSurveyStatus", calls::setSurveyStatus(survey, SurveyStatus::Closed),
            u"PUT endpoints/survey_status"_s + set + u"\n{'project_id':'oE45','status':'5'}"_s);
        row("7 getQualifications", calls::qualifications(survey),
            u"GET endpoints/qualifications"_s + own + get);
        row("8 getQualification", calls::qualification(survey, {123}),
            u"GET endpoints/qualifications"_s + own + u"\nX-Qualification-Id: 123"_s + get);
        const QList<Targeting> gender {{{43}, QualificationKind::Options, {1, 2}, {}, {}}};
        const QString body = u"\n{'project_id':'oE45','qualifications':"
                             "[{'condition_codes':[1,2],'qualification_code':43}]}"_s;
        row("9 addQualifications", calls::addQualifications(survey, gender),
            u"POST endpoints/save_qualification\ndetectable 60 s"_s + body);
        row("10 updateQualifications", calls::updateQualifications(survey, gender),
            u"PATCH endpoints/update_qualification"_s + set + body);
        row("11 deleteQualification", calls::deleteQualification(survey, {42}),
            u"DELETE endpoints/delete_qualification"_s + set
                + u"\n{'project_id':'oE45','qualification_code':'42'}"_s);
        row("12 getQuotas", calls::quotas(survey),
            u"GET endpoints/qualifications_quota"_s + own + get);
        row("13 getQuota", calls::quota(survey, {42}),
            u"GET endpoints/qualifications_quota"_s + own + u"\nX-Qualification-Id: 42"_s + get);
        row("14 saveQuotas", calls::saveQuotas(survey, {{{43}, {{0, 1}}}}),
            u"POST endpoints/save_quota"_s + set
                + u"\n{'project_id':'oE45','quota':[{'criteria':[{'condition_codes':1,"
                  "'required_count':0}],'qualification_code':43}]}"_s);
        row("15 getInterlocking", calls::interlocking(survey),
            u"GET endpoints/get_interlocking"_s + get + u"\n{'project_id':'oE45'}"_s);
        row("16 createInterlocking", calls::createInterlocking(survey, {{43}, {42}}),
            u"POST endpoints/create_interlocking\ndetectable 60 s\n"
            "{'project_id':'oE45','qualification_code':[43,42]}"_s);
        row("17 updateInterlocking", calls::updateInterlocking(survey, {{{u"Aud0"_s}, 21}}),
            u"PATCH endpoints/update_interlocking"_s + set
                + u"\n{'combinations':[{'id':'Aud0','required_count':21}],'project_id':'oE45'}"_s);
        row("18 getReconciliation", calls::reconciliation(survey),
            u"GET reconciliations/reconciliation"_s + own + u"\nread 120 s"_s);
        UidList uids;
        uids.append("j8G7Y170924878SjNlC");
        uids.append("a\\b");
        uids.append("é");
        row("19 submitReconciliation", calls::submitReconciliation(survey, {u"a@b.c"_s, uids}),
            u"POST reconciliations/submit_reconciliation"_s + own
                + u"\nnever 120 s\n{'contact_email':'a@b.c',"
                  "'request_uids':['j8G7Y170924878SjNlC','a\\\\b','é']}"_s);
        const QString master = u"GET endpoints/get_master_data?type="_s;
        row("20 getCountries", calls::countries(), master + u"country"_s + get);
        row("21 getLanguages", calls::languages(), master + u"language"_s + get);
        row("22 getStudyCategories", calls::studyCategories(), master + u"study_category"_s + get);
        row("23 getVerticals", calls::verticals(), master + u"vertical"_s + get);
        row("24 getQualificationMaster", calls::qualificationMaster({u"229"_s}, {u"5"_s}),
            u"GET endpoints/get_qualification_master"_s + get
                + u"\n{'country_id':'229','language_id':'5'}"_s);
        row("25 getExclusions", calls::exclusions(survey),
            u"GET endpoints/exclusion"_s + own + get);
        row("26 saveExclusions", calls::saveExclusions(survey, {{u"oE40"_s}}),
            u"POST endpoints/exclusion"_s + own
                + u"\ndetectable 60 s\n{'exclusion_project':['oE40']}"_s);
        row("27 deleteExclusions has no body", calls::deleteExclusions(survey),
            u"DELETE endpoints/exclusion"_s + own + set);
        row("28 getFeasibility", calls::feasibility(sampleQuery()),
            u"GET endpoints/getFeasibility"_s + get
                + u"\n{'category':'Health Care','end_date':'2026-01-01T23:00:00.000Z',"
                  "'filling_goal':40,'incidence_rate':0.29,'length_of_interview':20,"
                  "'locale':'eng_us','profiles':["
                  "{'conditions':{'data':[{'option':'1'},{'option':'2'}]},'question_id':43},"
                  "{'conditions':{'data':[{'max':50,'min':18}]},'question_id':42},"
                  "{'conditions':{'data':[{'allow_all_zip':false,'zip_codes':['90001']}]},"
                  "'question_id':45}],'start_date':'2025-08-13T23:00:00.000Z'}"_s);
    }
    void areTheContracts()
    {
        QFETCH(QString, is);
        QFETCH(QString, wanted);
        QCOMPARE(is, wanted);
    }

    void aMillionUidsGoOutAndComeBack()
    {
        constexpr int count = 1'000'000;
        UidList list;
        for (int i = 0; i < count; ++i)
            list.append("j8G7Y1709248" + QByteArray::number(1'000'000 + i));
        const QByteArray body = calls::submitReconciliation(survey, {u"a@b.c"_s, list}).body;
        const QByteArray answer =
            "{\"status\":\"Completed\",\"accepted_uids\":" + body.mid(body.indexOf('['));
        const auto read = calls::reconciliation(survey).decode({200, answer, {}});
        QVERIFY(read);
        QVERIFY(read->acceptedUids == list);
        QCOMPARE(read->resultCount, count);
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
