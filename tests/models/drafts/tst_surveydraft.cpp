#include "models/drafts/draftcellmodel.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftjson.h"
#include "models/drafts/jsontext.h"
#include "tests/models/drafts/draftfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SurveyDraft;
using support::goodDraft;
using support::today;

namespace {
api::Interlocking gridOf(const SurveyDraft &draft, const QStringList &titles,
                         const QStringList &options)
{
    Q_UNUSED(draft)
    api::Interlocking grid;
    for (const QString &title : titles)
        grid.qualifications.append({u"1"_s, title, {}});
    for (const QString &option : options)
        grid.combinations.append({{u"id-"_s + option}, option, 50});
    return grid;
}
} // namespace

class TestSurveyDraft : public QObject
{
    Q_OBJECT

    static QStringList render(const QList<models::GridCell> &cells)
    {
        QStringList lines;
        for (const models::GridCell &cell : cells)
            lines.append(u"%1 = %2%3"_s.arg(cell.names.join(u" x "_s))
                             .arg(cell.quota)
                             .arg(cell.isSetByHand ? u"*"_s : QString()));
        return lines;
    }
    static QStringList render(const models::CellPlan &plan)
    {
        QStringList lines;
        for (const api::CellChange &change : plan.changes)
            lines.append(u"%1 = %2"_s.arg(change.id.value).arg(change.requiredCount));
        return plan.isCertain ? lines : QStringList {u"uncertain"_s};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void spreadsTheCellsInRowMajorOrder()
    {
        SurveyDraft draft = goodDraft();
        draft.completes = 402;
        draft.interlocked = {{43}, {42}};
        draft.cells = {{{u"o2"_s, u"r18-24"_s}, 7}};
        QCOMPARE(render(models::gridCells(draft)),
                 (QStringList {u"Male x 18-24 = 101"_s, u"Male x 25-34 = 101"_s,
                               u"Female x 18-24 = 7*"_s, u"Female x 25-34 = 100"_s}));
    }

    void givesEveryCellAtLeastOne()
    {
        SurveyDraft draft = goodDraft();
        draft.completes = 0;
        draft.interlocked = {{43}};
        QCOMPARE(render(models::gridCells(draft)), (QStringList {u"Male = 1"_s, u"Female = 1"_s}));
    }

    void dropsWhatIsNoLongerTargeted()
    {
        SurveyDraft draft = goodDraft();
        draft.quotas = {{{43}, {{10, 1}, {20, 2}}}, {{42}, {{5, api::Range {18, 24}}}}};
        draft.interlocked = {{43}, {42}};
        draft.cells = {{{u"o1"_s, u"r18-24"_s}, 3}, {{u"o2"_s, u"r18-24"_s}, 4}};
        SurveyDraft same = draft;
        models::dropUntargeted(same);
        QCOMPARE(same, draft);

        draft.qualifications[0].options = {2};
        models::dropUntargeted(draft);
        QCOMPARE(draft.quotas[0].criteria, (QList<api::QuotaCriterion> {{20, 2}}));
        QCOMPARE(draft.cells, (QList<models::DraftCell> {{{u"o2"_s, u"r18-24"_s}, 4}}));

        draft.qualifications.removeFirst();
        models::dropUntargeted(draft);
        QCOMPARE(draft.interlocked, (QList<api::QualificationCode> {{42}}));
        QVERIFY(draft.cells.isEmpty());
        QCOMPARE(draft.quotas.size(), 1);
    }

    void estimatesTheEntrants()
    {
        SurveyDraft draft = goodDraft();
        QCOMPARE(models::expectedEntrants(draft), 3330);
        QCOMPARE(models::budget(draft).toFixed(), u"1800.00"_s);
        draft.ir = 0;
        QCOMPARE(models::expectedEntrants(draft), 0);
        draft.ir = 100;
        draft.completes = 1;
        QCOMPARE(models::expectedEntrants(draft), 1);
    }

    void becomesWhatIsSent()
    {
        SurveyDraft draft = goodDraft();
        draft.name = u" Snack tracker W14 "_s;
        draft.qualifications[0].options = {2, 1};
        const api::NewSurvey survey = models::toNewSurvey(draft);
        QCOMPARE(survey.name, u"Snack tracker W14"_s);
        QCOMPARE(survey.qualifications[0].options, (QList<int> {1, 2})); // the question's order
        QCOMPARE(survey.qualifications[1].ranges, (QList<api::Range> {{18, 24}, {25, 34}}));
        const api::FeasibilityQuery query = models::toFeasibilityQuery(draft, u"eng_us"_s);
        QCOMPARE(query.start, QDateTime({2026, 7, 14}, {0, 0}, Qt::UTC));
        QCOMPARE(query.end, QDateTime({2026, 7, 28}, {23, 59, 59, 999}, Qt::UTC));
        QCOMPARE(query.profiles, survey.qualifications);
    }

    void findsTheCellsOfAGrid_data()
    {
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("plan");
        const QStringList titles {u"GENDER"_s, u"AGE"_s};
        QTest::newRow("in our order")
            << titles
            << QStringList {u"Male,18-24"_s, u"Male,25-34"_s, u"Female,18-24"_s, u"Female,25-34"_s}
            << QStringList {u"id-Male,18-24 = 11"_s, u"id-Male,25-34 = 12"_s,
                            u"id-Female,18-24 = 13"_s};
        QTest::newRow("with the qualifications the other way round")
            << QStringList {u"AGE"_s, u"GENDER"_s}
            << QStringList {u"18-24,Male"_s, u"18-24,Female"_s, u"25-34,Male"_s, u"25-34,Female"_s}
            << QStringList {u"id-18-24,Male = 11"_s, u"id-18-24,Female = 13"_s,
                            u"id-25-34,Male = 12"_s};
        QTest::newRow("with an option that isn't ours")
            << titles
            << QStringList {u"Male,18-24"_s, u"Male,25-34"_s, u"Other,18-24"_s, u"Female,25-34"_s}
            << QStringList {u"uncertain"_s};
        QTest::newRow("with one combination twice")
            << titles
            << QStringList {u"Male,18-24"_s, u"Male,18-24"_s, u"Female,18-24"_s, u"Female,25-34"_s}
            << QStringList {u"uncertain"_s};
        QTest::newRow("with a combination missing")
            << titles << QStringList {u"Male,18-24"_s, u"Male,25-34"_s, u"Female,18-24"_s}
            << QStringList {u"uncertain"_s};
        QTest::newRow("with a title that isn't ours")
            << QStringList {u"GENDER"_s, u"REGION"_s}
            << QStringList {u"Male,18-24"_s, u"Male,25-34"_s, u"Female,18-24"_s, u"Female,25-34"_s}
            << QStringList {u"uncertain"_s};
    }
    void findsTheCellsOfAGrid()
    {
        QFETCH(QStringList, titles);
        QFETCH(QStringList, options);
        QFETCH(QStringList, plan);
        SurveyDraft draft = goodDraft();
        draft.interlocked = {{43}, {42}};
        draft.cells = {{{u"o1"_s, u"r18-24"_s}, 11},
                       {{u"o1"_s, u"r25-34"_s}, 12},
                       {{u"o2"_s, u"r18-24"_s}, 13},
                       {{u"o2"_s, u"r25-34"_s}, 50}};
        QCOMPARE(render(models::cellPlan(draft, gridOf(draft, titles, options))), plan);
    }

    void isNotFooledByCommasInNames()
    {
        SurveyDraft draft = goodDraft();
        draft.qualifications[0] = {support::petQuestion(), {4, 5, 6}, {}, {}};
        draft.interlocked = {{639}};
        draft.cells = {{{u"o5"_s}, 1}, {{u"o6"_s}, 2}, {{u"o4"_s}, 3}};
        const api::Interlocking grid =
            gridOf(draft, {u"STANDARD_PETS"_s},
                   {u"Fish"_s, u"Amphibians (frogs, toads, etc.)"_s,
                    u"Small animals or rodents (hamsters, mice, rabbits, ferrets, etc.)"_s});
        const models::CellPlan plan = models::cellPlan(draft, grid);
        QVERIFY(plan.isCertain);
        QCOMPARE(plan.changes[0].requiredCount, 3);
        QCOMPARE(plan.changes[1].requiredCount, 1);
        QCOMPARE(plan.changes[2].requiredCount, 2);
    }

    void refusesToGuessBetweenEqualNames()
    {
        SurveyDraft draft = goodDraft();
        api::Qualification first = support::genderQuestion();
        first.conditions = {{1, u"A"_s}, {2, u"A,B"_s}};
        api::Qualification second = support::petQuestion();
        second.conditions = {{1, u"B,C"_s}, {2, u"C"_s}};
        draft.qualifications = {{first, {1, 2}, {}, {}}, {second, {1, 2}, {}, {}}};
        draft.interlocked = {{43}, {639}};
        // "A" x "B,C" and "A,B" x "C" are one name; the order alone can settle it.
        const QStringList titles {u"GENDER"_s, u"STANDARD_PETS"_s};
        const QStringList inOrder {u"A,B,C"_s, u"A,C"_s, u"A,B,B,C"_s, u"A,B,C"_s};
        QVERIFY(models::cellPlan(draft, gridOf(draft, titles, inOrder)).isCertain);
        const QStringList otherwise {u"A,C"_s, u"A,B,C"_s, u"A,B,B,C"_s, u"A,B,C"_s};
        QVERIFY(!models::cellPlan(draft, gridOf(draft, titles, otherwise)).isCertain);
    }

    void isTheSameAfterJson()
    {
        SurveyDraft draft = goodDraft();
        draft.category = {u"5"_s};
        draft.vertical = {u"1"_s};
        draft.audience = api::AudienceType::HealthCare;
        draft.collectsPii = true;
        draft.qualifications.append({support::zipQuestion(), {}, {}, {u"07030"_s, u"SW1A"_s}});
        draft.qualifications.append({support::petQuestion(), {6}, {}, {}});
        draft.quotas = {{{43}, {{100, 1}}},
                        {{42}, {{5, api::Range {18, 24}}}},
                        {{45}, {{9, QStringList {u"07030"_s}}}}};
        draft.interlocked = {{43}, {42}};
        draft.cells = {{{u"o1"_s, u"r18-24"_s}, 3}};
        const QByteArray bytes = QJsonDocument(models::toJson(draft)).toJson();
        QCOMPARE(models::draftFromJson(QJsonDocument::fromJson(bytes).object()), draft);
        QCOMPARE(models::draftFromJson(models::toJson(SurveyDraft {})), SurveyDraft {});
    }

    void indentsWithoutAChange()
    {
        const QByteArray json = "{\"b\":\"x{,\\\"\",\"a\":[1,{\"c\":[]}],\"d\":{}}";
        QCOMPARE(
            models::indentedJson(json),
            u"{\n  \"b\": \"x{,\\\"\",\n  \"a\": [\n    1,\n    {\n      \"c\": []\n    }\n  ],\n"
            "  \"d\": {}\n}"_s);
        QCOMPARE(models::indentedJson("{\"cut"), u"{\n  \"cut"_s);
        QCOMPARE(models::indentedJson("\"\\"), u"\"\\"_s);
    }

    void refusesANewerSchema()
    {
        QJsonObject object = models::toJson(goodDraft());
        object[u"schema"] = models::draftSchema + 1;
        QVERIFY(!models::draftFromJson(object));
        QVERIFY(!models::draftFromJson({}));
    }

    void editsCells()
    {
        models::DraftCellModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        SurveyDraft draft = goodDraft();
        draft.interlocked = {{43}, {42}};
        model.setDraft(draft);
        QSignalSpy changed(&model, &models::DraftCellModel::cellsChanged);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"AGE"_s);
        const QModelIndex first = model.index(0, 2);
        QVERIFY(model.setData(first, u"1,000"_s, Qt::EditRole));
        QCOMPARE(first.data().toString(), u"1,000"_s);
        QVERIFY(!model.setData(first, u"0"_s, Qt::EditRole));
        QVERIFY(!model.setData(first, u"10001"_s, Qt::EditRole));
        QVERIFY(!model.setData(first, u"many"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, 0), u"5"_s, Qt::EditRole));
        QCOMPARE(model.sum(), 1300);
        QCOMPARE(model.cells(), (QList<models::DraftCell> {{{u"o1"_s, u"r18-24"_s}, 1000}}));
        QVERIFY(model.setData(first, u""_s, Qt::EditRole));
        QCOMPARE(model.sum(), 400);
        QCOMPARE(changed.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSurveyDraft)
#include "tst_surveydraft.moc"
