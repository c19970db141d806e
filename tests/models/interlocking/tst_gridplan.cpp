#include "models/interlocking/gridcompletes.h"
#include "models/interlocking/gridplan.h"
#include "models/interlocking/gridseed.h"
#include "models/interlocking/matrixmodel.h"
#include "models/quotas/margintext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using models::InterlockingModel;
using models::PlanMethod;

namespace {

models::InterlockingGrid gridOver(const QList<models::GridDimension> &dimensions)
{
    models::InterlockingGrid grid {dimensions, {}};
    qsizetype size = 1;
    for (const models::GridDimension &dimension : dimensions)
        size *= dimension.options.size();
    for (qsizetype i = 0; i < size; ++i)
        grid.cells.append({{u"c%1"_s.arg(i)}, grid.names(i).join(u','), int(i) + 1, int(i) + 1});
    return grid;
}

const models::GridDimension gender {u"GENDER"_s, {u"Male"_s, u"Female"_s}};
const models::GridDimension region {u"REGION"_s, {u"North"_s, u"South, east"_s}};
const models::GridDimension age {u"AGE"_s, {u"18-24"_s, u"25-34"_s, u"35-44"_s}};

/// Headers, cells, totals and margins as they are seen.
QString rendered(const QAbstractItemModel &model)
{
    QStringList lines;
    QStringList line {QString()};
    for (int column = 0; column < model.columnCount(); ++column)
        line.append(model.headerData(column, Qt::Horizontal).toString());
    lines.append(line.join(u" | "_s));
    for (int row = 0; row < model.rowCount(); ++row) {
        line = {model.headerData(row, Qt::Vertical).toString()};
        for (int column = 0; column < model.columnCount(); ++column)
            line.append(model.index(row, column).data().toString());
        lines.append(line.join(u" | "_s));
    }
    return lines.join(u'\n');
}

} // namespace

class TestGridPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matrixShowsTotalsAndMargins();
    void matrixNestsFurtherQualifications();
    void matrixEditsTheSameCells();
    void quotasAreMatchedByName();
    void plans_data();
    void plans();
    void refuses_data();
    void refuses();
    void pastedMarginsMayHaveNames();
    void marginsBecomeQuotas();
    void countsPeopleIntoCells_data();
    void countsPeopleIntoCells();
    void balancesAgainAroundCountedPeople();
    void takesThePatternOfAnotherGrid();
};

void TestGridPlan::matrixShowsTotalsAndMargins()
{
    InterlockingModel cells;
    models::MatrixModel matrix(cells);
    QAbstractItemModelTester tester(&matrix);
    cells.setGrid(gridOver({gender, age}));
    cells.setQuotas({{6, 18}, {}});
    QCOMPARE(rendered(matrix),
             u" | 18-24 | 25-34 | 35-44 | Total | Margin\n"
             "Male | 1 | 2 | 3 | 6 | quota 6 ✓\n"
             "Female | 4 | 5 | 6 | 15 | quota 18, 3 short\n"
             "Total | 5 | 7 | 9 | 21 | "_s);
    QCOMPARE(matrix.index(1, 0).data(Qt::AccessibleDescriptionRole).toString(),
             u"Female, 18-24, quota 4; Female quota 18, 3 short"_s);
    QCOMPARE(matrix.index(1, 4).data(models::StatusRole).toInt(), int(InterlockingModel::Short));
}

void TestGridPlan::matrixNestsFurtherQualifications()
{
    InterlockingModel cells;
    models::MatrixModel matrix(cells);
    QAbstractItemModelTester tester(&matrix);
    cells.setGrid(gridOver({gender, region, age}));
    QCOMPARE(matrix.rowCount(), 3);
    QCOMPARE(matrix.columnCount(), 8);
    QCOMPARE(matrix.headerData(4, Qt::Horizontal, InterlockingModel::LevelsRole).toStringList(),
             QStringList({u"South, east"_s, u"25-34"_s}));
    cells.setGrid(gridOver({gender, region, age, {u"KIDS"_s, {u"Yes"_s, u"No"_s}}}));
    QCOMPARE(matrix.rowCount(), 5);
    QCOMPARE(matrix.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(),
             u"Male, South, east"_s);
    QCOMPARE(matrix.index(4, 6).data().toString(), u"300"_s);
    cells.setGrid(gridOver({gender}));
    QCOMPARE(rendered(matrix),
             u" | Quota | Total | Margin\nMale | 1 | 1 | \nFemale | 2 | 2 | \nTotal | 3 | 3 | "_s);
    cells.setGrid({{}, {{{u"c"_s}, u"a,b"_s, 1, 1}}});
    QCOMPARE(matrix.rowCount(), 0);
}

void TestGridPlan::matrixEditsTheSameCells()
{
    InterlockingModel cells;
    models::MatrixModel matrix(cells);
    cells.setGrid(gridOver({gender, age}));
    connect(&cells, &InterlockingModel::editWanted, &cells,
            [&cells](const models::GridEdit &edit) { cells.apply(edit, true); });
    QVERIFY(matrix.setData(matrix.index(1, 2), u"60"_s, Qt::EditRole));
    QCOMPARE(cells.grid().cells[5].current, 60);
    QCOMPARE(matrix.index(2, 3).data().toString(), u"75"_s);
    QVERIFY(!matrix.setData(matrix.index(2, 2), u"60"_s, Qt::EditRole));
    QVERIFY(!matrix.setData(matrix.index(0, 0), u"0"_s, Qt::EditRole));
}

void TestGridPlan::quotasAreMatchedByName()
{
    const auto grid = gridOver({gender, age});
    api::Qualification asked {{43}, u"GENDER"_s, {}, {}, {}, {{1, u"Male"_s}, {2, u"Female"_s}},
                              {},   {}};
    api::Qualification ages {
        {59}, u"AGE"_s, {}, {}, api::QualificationKind::Ranges, {}, {{18, 24}, {25, 34}, {35, 44}},
        {}};
    const auto quotas = models::marginQuotas(
        grid, {asked, ages},
        {{{43}, {{70, 2}}}, {{59}, {{40, api::Range {25, 34}}, {5, api::Range {1, 2}}}}});
    QCOMPARE(quotas, (models::MarginQuotas {{{}, 70}, {{}, 40, {}}}));
    QCOMPARE(models::marginTargets(grid, quotas, 101),
             (QList<QList<qint64>> {{31, 70}, {31, 40, 30}}));
}

void TestGridPlan::plans_data()
{
    QTest::addColumn<models::PlanWish>("wish");
    QTest::addColumn<QList<int>>("cells");
    const auto wish = [](PlanMethod method, qint64 total, const QString &text = {}) {
        return models::PlanWish {method, total, text};
    };
    QTest::newRow("evenly") << wish(PlanMethod::Evenly, 20) << QList<int> {4, 4, 3, 3, 3, 3};
    QTest::newRow("by margins") << wish(PlanMethod::ByMargins, 100)
                                << QList<int> {10, 10, 20, 15, 15, 30};
    QTest::newRow("pasted counts, in order")
        << wish(PlanMethod::PastedMargins, 100, u"40\n60\n\n50\n30\n20"_s)
        << QList<int> {20, 12, 8, 30, 18, 12};
    QTest::newRow("pasted percentages, named")
        << wish(PlanMethod::PastedMargins, 200,
                u"Female 60%\r\nMale 40%\r\n\r\n18-24\t50%\r\n25-34\t30%\r\n35-44\t20%\r\n"_s)
        << QList<int> {40, 24, 16, 60, 36, 24};
    QTest::newRow("a pasted pattern with headings")
        << wish(PlanMethod::PastedPattern, 100, u"\tA\tB\tC\nM\t1\t1\t2\nF\t1\t1\t2"_s)
        << QList<int> {10, 10, 20, 15, 15, 30};
    QTest::newRow("twice as much")
        << wish(PlanMethod::NewTotal, 42) << QList<int> {2, 4, 6, 8, 10, 12};
    QTest::newRow("completes stand") << wish(PlanMethod::Rebalance, 100, u"20\t0\t0\t0\t0\t0"_s)
                                     << QList<int> {20, 6, 14, 5, 19, 36};
}

void TestGridPlan::plans()
{
    QFETCH(const models::PlanWish, wish);
    QFETCH(const QList<int>, cells);
    const auto grid = gridOver({gender, age});
    const auto plan = models::planGrid(grid, {{40, {}}, {25, 25, 50}}, wish);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error()));
    QCOMPARE(plan->cells, cells);
    QVERIFY(!models::planEdit(grid, *plan).isEmpty());
}

void TestGridPlan::refuses_data()
{
    QTest::addColumn<models::PlanWish>("wish");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("too few") << models::PlanWish {PlanMethod::Evenly, 5} << u"A total of 5"_s;
    QTest::newRow("quotas over the total")
        << models::PlanWish {PlanMethod::ByMargins, 99} << u"GENDER sums to 99, AGE to 100"_s;
    QTest::newRow("one block for two")
        << models::PlanWish {PlanMethod::PastedMargins, 100, u"50\n50"_s} << u"1 blocks for 2"_s;
    QTest::newRow("lines") << models::PlanWish {PlanMethod::PastedMargins, 100, u"50\n50\n\n1\n2"_s}
                           << u"AGE: 2 lines for 3 options."_s;
    QTest::newRow("97 %") << models::PlanWish {PlanMethod::PastedMargins, 100,
                                               u"50%\n47%\n\n1\n2\n3"_s}
                          << u"sum to 97, not to 100"_s;
    QTest::newRow("beyond all numbers")
        << models::PlanWish {PlanMethod::Rebalance, 100, u"1e12\t0\t0\t0\t0\t0"_s}
        << u"“1e12” is too large."_s;
    QTest::newRow("endless") << models::PlanWish {PlanMethod::PastedPattern, 100,
                                                  u"inf\t0\t0\t0\t0\t0"_s}
                             << u"“inf” is too large."_s;
    QTest::newRow("more done than wanted")
        << models::PlanWish {PlanMethod::Rebalance, 100, u"41\t0\t0\t0\t0\t0"_s}
        << u"“Male”: 40 is too small, the cells need at least 43."_s;
    QTest::newRow("cells") << models::PlanWish {PlanMethod::PastedPattern, 100, u"1\t2"_s}
                           << u"2 numbers for 6 cells."_s;
}

void TestGridPlan::refuses()
{
    QFETCH(const models::PlanWish, wish);
    QFETCH(const QString, fragment);
    const auto plan = models::planGrid(gridOver({gender, age}), {{40, {}}, {25, 25, 50}}, wish);
    QVERIFY(!plan);
    QVERIFY2(plan.error().contains(fragment), qPrintable(plan.error()));
}

void TestGridPlan::pastedMarginsMayHaveNames()
{
    const QStringList options {u"Yes, often"_s, u"No"_s};
    QCOMPARE(models::marginFromText(u"no 60\nyes, often 40"_s, options, 500).value(),
             (QList<qint64> {200, 300}));
    QCOMPARE(models::marginFromText(u"12,5%\n87.5 %"_s, options, 8).value(),
             (QList<qint64> {1, 7}));
    QCOMPARE(models::marginFromText(u"no 60\nyes 40"_s, options, 500).error(),
             u"No line for “Yes, often”."_s);
    QVERIFY(models::marginFromText(u"1.5\n2"_s, options, 500).error().contains(u"whole"_s));
    QVERIFY(models::marginFromText(u"x\n2"_s, options, 500).error().contains(u"“x”"_s));
}

void TestGridPlan::marginsBecomeQuotas()
{
    const auto grid = gridOver({age, gender});
    api::Qualification genders {{43}, u"GENDER"_s, {}, {}, {}, {{1, u"Male"_s}, {2, u"Female"_s}},
                                {},   {}};
    api::Qualification ages {
        {59}, u"AGE"_s, {}, {}, api::QualificationKind::Ranges, {}, {{18, 24}, {25, 34}}, {}};
    const auto quotas = models::quotasOfMargins(grid, {genders, ages});
    QCOMPARE(quotas,
             (QList<api::Quota> {{{59}, {{3, api::Range {18, 24}}, {7, api::Range {25, 34}}}},
                                 {{43}, {{9, 1}, {12, 2}}}}));
    // What the single qualifications then want is what the grid has.
    QCOMPARE(models::marginQuotas(grid, {genders, ages}, quotas),
             (models::MarginQuotas {{3, 7, {}}, {9, 12}}));
}

void TestGridPlan::countsPeopleIntoCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("cells");
    QTest::addColumn<QString>("report");
    QTest::newRow("with a heading")
        << u"AGE;UID;GENDER\n19;u1;male\n25-34;u2;Female\n\n30;u2;Female\n99;u3;Male\n40;;Male\n"_s
        << QList<int> {1, 0, 0, 0, 1, 0}
        << u"2 respondent(s) counted. 1 line(s) repeat a UID and count once. "
           "2 line(s) were not understood: 6, 7"_s;
    QTest::newRow("without one, in any order")
        << u"u1\tMale\t35-44\r\nu2\t24\tFEMALE\r\n"_s << QList<int> {0, 0, 1, 1, 0, 0}
        << u"2 respondent(s) counted."_s;
    QTest::newRow("numbers are no people") << u"1\t2\t3\n4\t5\t6"_s << QList<int>(6, 0)
                                           << u"0 respondent(s) counted. 2 line(s) were not "
                                              "understood: 1, 2"_s;
}

void TestGridPlan::countsPeopleIntoCells()
{
    QFETCH(const QString, text);
    const auto count =
        models::countPeople(gridOver({gender, age}), *models::TextSource::fromText(text));
    QTEST(count.cells, "cells");
    QTEST(models::peopleText(count), "report");
}

void TestGridPlan::balancesAgainAroundCountedPeople()
{
    const auto grid = gridOver({gender, age});
    models::PlanWish wish {PlanMethod::Rebalance, 100};
    wish.completes = {20, 0, 0, 0, 0, 0};
    const models::MarginQuotas quotas {{40, {}}, {25, 25, 50}};
    const auto counted = models::planGrid(grid, quotas, wish);
    QVERIFY(counted);
    QCOMPARE(counted->cells, QList<int>({20, 6, 14, 5, 19, 36})); // as if pasted
    QCOMPARE(models::cellsText(grid, wish.completes), u"20\t0\t0\n0\t0\t0\n"_s);
}

void TestGridPlan::takesThePatternOfAnotherGrid()
{
    const auto grid = gridOver({gender, age});
    // The other way round, with an option more, one less and a further qualification.
    const auto other = gridOver({{u"Age"_s, {u"25-34"_s, u"18-24"_s, u"65-99"_s}},
                                 {u"KIDS"_s, {u"Yes"_s, u"No"_s}},
                                 {u"GENDER"_s, {u"female"_s, u"Male"_s}}});
    const auto seed = models::seedFrom(other, grid);
    QVERIFY2(seed, seed ? "" : qPrintable(seed.error()));
    QCOMPARE(seed->cells, QList<double>({14, 6, 9, 12, 4, 9}));
    QCOMPARE(seed->remarks,
             QStringList({u"AGE: “35-44” isn’t there and takes the average."_s,
                          u"AGE: “65-99” of that grid has no place here."_s,
                          u"KIDS of that grid is summed over."_s}));
    QVERIFY(models::seedFrom(gridOver({region}), grid).error().contains(u"in common"_s));
    // In another language one qualification still gives its pattern.
    const auto spanish = gridOver({{u"GENDER"_s, {u"Hombre"_s, u"Mujer"_s}}, age});
    const auto ages = models::seedFrom(spanish, grid);
    QVERIFY2(ages, ages ? "" : qPrintable(ages.error()));
    QCOMPARE(ages->cells, QList<double>({5, 7, 9, 5, 7, 9}));
    QCOMPARE(ages->remarks,
             QStringList(
                 {u"The options of GENDER have other names there, so they get equal shares."_s}));
}

QTEST_GUILESS_MAIN(TestGridPlan)
#include "tst_gridplan.moc"
