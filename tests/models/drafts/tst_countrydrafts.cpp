#include "models/database/database.h"
#include "models/drafts/countryplanmodel.h"
#include "models/drafts/countryspreader.h"
#include "models/drafts/draftstore.h"
#include "models/reference/referencestore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using models::CountryPlan;
using models::CountryPlanModel;

namespace {

QString quotas(const models::SurveyDraft &draft)
{
    QStringList all;
    for (const api::Quota &quota : draft.quotas)
        for (const api::QuotaCriterion &criterion : quota.criteria)
            all.append(QString::number(criterion.requiredCount));
    return all.join(u' ');
}

models::SurveyDraft brief()
{
    models::SurveyDraft draft = support::goodDraft();
    draft.quotas = {{{43}, {{250, 1}, {150, 2}}}, {{42}, {{0, api::Range {18, 24}}}}};
    draft.interlocked = {{43}};
    draft.cells = {{{u"o1"_s}, 3}, {{u"o2"_s}, 397}};
    return draft;
}

} // namespace

class TestCountryDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void scalesQuotasAndCells();
    void keepsWhatTheCountryHas();
    void saysWhenNothingIsKnown();
    void marksCountries();
    void editsFiguresAndDates();
    void waitsForItsOwnListOnly();
};

void TestCountryDrafts::scalesQuotasAndCells()
{
    const models::SurveyDraft small = models::scaledTo(brief(), 103);
    QCOMPARE(small.completes, 103);
    QCOMPARE(quotas(small), u"64 39 0"_s); // 64.4 and 38.6; a closed answer stays closed
    QCOMPARE(small.cells[0].quota, 1);
    QCOMPARE(small.cells[1].quota, 102);
    QCOMPARE(models::scaledTo(brief(), 4).cells[0].quota, 1); // a cell has at least 1
    QCOMPARE(models::scaledTo(brief(), 400), brief());
}

void TestCountryDrafts::keepsWhatTheCountryHas()
{
    api::Qualification gender = support::genderQuestion();
    gender.title = u"GESCHLECHT"_s;
    gender.conditions = {{2, u"Frau"_s}};
    const CountryPlan plan {{u"80"_s}, {u"3"_s},       200,
                            {300},     support::today, support::today.addDays(3)};
    const models::CountryDraft made = models::draftFor(brief(), plan, u"DE"_s, {gender});
    QCOMPARE(made.draft.name, u"Snack tracker W14 DE"_s);
    QCOMPARE(made.draft.cpi, api::Money {300});
    QCOMPARE(made.draft.end, support::today.addDays(3));
    QCOMPARE(made.draft.qualifications.size(), 1);
    QCOMPARE(made.draft.qualifications[0].question, gender);
    QCOMPARE(made.draft.qualifications[0].options, QList<int> {2});
    QCOMPARE(quotas(made.draft), u"75"_s);
    QCOMPARE(made.draft.cells.size(), 1);
    QCOMPARE(made.lost.size(), 2);
    QVERIFY(made.lost[0].contains(u"don’t exist there"_s));
    QVERIFY(made.lost[1].contains(u"“AGE” isn’t a standard qualification there"_s));
}

void TestCountryDrafts::saysWhenNothingIsKnown()
{
    const CountryPlan plan {{u"80"_s}, {u"3"_s}, 200, {300}, support::today, support::today};
    const models::CountryDraft made = models::draftFor(brief(), plan, u"DE"_s, {});
    QCOMPARE(made.draft.qualifications.size(), 0);
    QCOMPARE(made.lost.size(), 1);
    // The brief's own country needs no translation.
    const CountryPlan own {{u"229"_s}, {u"5"_s}, 400, {450}, support::today, support::today};
    QCOMPARE(models::draftFor(brief(), own, {}, {}).draft.qualifications, brief().qualifications);
}

void TestCountryDrafts::marksCountries()
{
    QList<CountryPlan> plans(3);
    plans[0].country = {u"21"_s};
    plans[0].language = {u"4"_s};
    plans[1].country = {u"21"_s};
    plans[1].language = {u"9"_s};
    plans[2].country = {u"80"_s};
    const QList<api::Country> countries {{{u"21"_s}, u"Belgium"_s, u"BE"_s, {}, {}, {}},
                                         {{u"80"_s}, u"Germany"_s, u"de"_s, {}, {}, {}}};
    const QList<api::Language> languages {{{u"4"_s}, u"French"_s, u"fr"_s}};
    QCOMPARE(models::marksOf(plans, countries, languages),
             (QStringList {u"BE-fr"_s, u"BE-9"_s, u"DE"_s}));
}

void TestCountryDrafts::editsFiguresAndDates()
{
    support::FaultServer server(
        [](const support::Seen &) { return support::json(200, R"({"status":200,"data":[]})"); });
    api::Client client({server.baseUrl(), u"c"_s, u"k"_s}, support::quickPolicy());
    const support::CallsEnd ending(client);
    models::Database database(u":memory:"_s);
    const models::ReferenceStore reference(client, database, u"a"_s);
    CountryPlanModel model(reference);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({{u"80"_s}, {u"3"_s}, 200, {300}, support::today, support::today});
    const auto edit = [&model](int column, const QString &text) {
        return model.setData(model.index(0, column), text, Qt::EditRole);
    };
    QVERIFY(edit(CountryPlanModel::Completes, u"1,200"_s));
    QVERIFY(edit(CountryPlanModel::Cpi, u"2.75"_s));
    QVERIFY(edit(CountryPlanModel::End, u"2026-08-01"_s));
    for (const QString &wrong : {u""_s, u"soon"_s, u"0"_s}) {
        QVERIFY(!edit(CountryPlanModel::Completes, wrong));
        QVERIFY(!edit(CountryPlanModel::Start, wrong));
    }
    QVERIFY(!edit(CountryPlanModel::Country, u"France"_s));
    QCOMPARE(model.index(0, CountryPlanModel::Completes).data().toString(), u"1,200"_s);
    QCOMPARE(model.plans(),
             (QList<CountryPlan> {
                 {{u"80"_s}, {u"3"_s}, 1200, {275}, support::today, QDate(2026, 8, 1)}}));
    QVERIFY(model.contains({u"80"_s}, {u"3"_s}));
    model.remove(0);
    QCOMPARE(model.rowCount(), 0);
}

void TestCountryDrafts::waitsForItsOwnListOnly()
{
    const support::MasterData masterData;
    models::ReferenceStore *asked = nullptr;
    support::FaultServer server([&](const support::Seen &seen) {
        if (asked && seen.path().endsWith("/get_qualification_master")) {
            Q_EMIT asked->qualificationsFailed({u"7"_s}, {u"5"_s}, {});
            Q_EMIT asked->failed({});
        }
        return masterData.reply(seen).value_or(support::json(422, "{}"));
    });
    models::Database database(u":memory:"_s);
    api::Client client({server.baseUrl(), u"c"_s, u"k"_s}, support::quickPolicy());
    const support::CallsEnd ending(client);
    models::ReferenceStore reference(client, database, u"a"_s);
    models::DraftStore drafts(database, u"a"_s);
    models::CountrySpreader spreader(drafts, reference);
    asked = &reference;
    QSignalSpy finished(&spreader, &models::CountrySpreader::finished);
    const models::SurveyDraft original = brief();
    CountryPlan plan {original.country, original.language,        200, {300},
                      support::today,   support::today.addDays(7)};
    plan.language = {u"9"_s};
    spreader.start(original, {plan});
    QVERIFY(support::emitted(finished));
    const auto made = finished[0][0].value<QList<models::CountrySpreader::Made>>();
    QCOMPARE(made.size(), 1);
    QCOMPARE(drafts.find(made[0].uuid)->draft.qualifications.size(), 1); // GENDER, no AGE there
}

QTEST_GUILESS_MAIN(TestCountryDrafts)
#include "tst_countrydrafts.moc"
