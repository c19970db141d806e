#include "models/files/pastedrows.h"
#include "models/interlocking/gridpaste.h"
#include "models/interlocking/headedblock.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

using models::GridPaste;
using models::InterlockingGrid;

InterlockingGrid crossed(const QList<models::GridDimension> &dimensions)
{
    InterlockingGrid grid {dimensions, {}};
    qsizetype count = 1;
    for (const models::GridDimension &dimension : dimensions)
        count *= dimension.options.size();
    for (qsizetype i = 0; i < count; ++i)
        grid.cells.append({{u"c%1"_s.arg(i)}, grid.names(i).join(u','), 1, 1});
    return grid;
}

InterlockingGrid ageByGender()
{
    return crossed({{u"Age"_s, {u"18-34"_s, u"35-54"_s, u"55-99"_s}},
                    {u"Gender"_s, {u"Male"_s, u"Female"_s}}});
}

/// The whole table from its first cell on, as a view of that many columns hands it over.
models::CellBlock wholeBlock(qsizetype rows, qsizetype columns, const InterlockingGrid &grid,
                             qsizetype width)
{
    models::CellBlock block;
    for (qsizetype row = 0; row < rows; ++row) {
        QList<qsizetype> cells;
        for (qsizetype column = 0; column < columns; ++column) {
            const qsizetype cell = row * width + column;
            cells.append(column < width && cell < grid.cells.size() ? cell : -1);
        }
        block.append(cells);
    }
    return block;
}

/// "60 70 / 70 75 / 65 60", or the sentence that refuses it.
QString pasted(const InterlockingGrid &grid, const QString &text, qsizetype side = 1)
{
    const auto rows = models::rowsFromText(text);
    qsizetype columns = 0;
    for (const QStringList &row : rows)
        columns = std::max(columns, row.size());
    qsizetype width = 1;
    for (qsizetype i = side; i < grid.dimensions.size(); ++i)
        width *= grid.dimensions[i].options.size();
    const auto plan =
        models::paste(grid, side, wholeBlock(rows.size(), columns, grid, width), rows);
    if (!plan)
        return plan.error();
    QList<int> values;
    for (const models::GridCellState &cell : grid.cells)
        values.append(cell.current);
    for (const models::CellEdit &edit : plan->edit)
        values[edit.cell] = edit.after;
    QStringList lines;
    for (qsizetype at = 0; at < values.size(); at += width) {
        QStringList line;
        for (qsizetype i = at; i < at + width; ++i)
            line.append(QString::number(values[i]));
        lines.append(line.join(u' '));
    }
    QString all = lines.join(u" / "_s);
    for (const models::RefusedCell &each : plan->refused)
        all += u" !%1=%2"_s.arg(each.cell).arg(each.text);
    if (!plan->outside.isEmpty())
        all += u" outside "_s + plan->outside.join(u',');
    return plan->kept > 0 ? all + u" kept %1"_s.arg(plan->kept) : all;
}

} // namespace

class TestGridPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatASpreadsheetGives_data();
    void takesWhatASpreadsheetGives();
    void namesMayBeNested();
    void namesMayBeNumbers();
    void aListIsPastedByName();
    void nothingIsPlacedByGuess_data();
    void nothingIsPlacedByGuess();
    void theOrderOfNamedLinesIsFree();
};

void TestGridPaste::takesWhatASpreadsheetGives_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const QString six = u"60 70 / 70 75 / 65 60"_s;
    QTest::newRow("numbers") << u"60\t70\r\n70\t75\r\n65\t60\r\n"_s << six;
    QTest::newRow("headers and totals")
        << u"\tMale\tFemale\tTotal\n18-34\t60\t70\t130\n35-54\t70\t75\t145\n55+\t65\t60\t125\n"
           "Total\t195\t205\t400\n"_s
        << six;
    QTest::newRow("two header rows")
        << u"Age\tGender\tGender\nAge\tMale\tFemale\n18-34\t60\t70\n35-54\t70\t75\n55+\t65\t60"_s
        << six;
    QTest::newRow("with dashes of another kind")
        << u"age\tMALE\tfemale\n18 – 34\t60\t70\n35–54\t70\t75\n55–99\t65\t60"_s << six;
    QTest::newRow("columns the other way round")
        << u"\tFemale\tMale\n55+\t60\t65\n18-34\t70\t60\n35-54\t75\t70"_s << six;
    QTest::newRow("turned") << u"\t18-34\t35-54\t55+\nMale\t60\t70\t65\nFemale\t70\t75\t60"_s
                            << six;
    QTest::newRow("row names only") << u"55+\t65\t60\n18-34\t60\t70\n35-54\t70\t75"_s << six;
    QTest::newRow("column names only") << u"Female\tMale\n70\t60\n75\t70\n60\t65"_s << six;
    QTest::newRow("a row that isn't there keeps its cells")
        << u"\tMale\tFemale\n35-54\t70\t75"_s << u"1 1 / 70 75 / 1 1"_s;
    QTest::newRow("one bad cell") << u"60\t70\n70\tn/a\n65\t60"_s
                                  << u"60 70 / 70 1 / 65 60 !3=n/a"_s;
    QTest::newRow("out of bounds")
        << u"60\t0\n70\t10001\n65\t-5"_s << u"60 1 / 70 1 / 65 1 !1=0 !3=10001 !5=-5"_s;
    QTest::newRow("blank and a dash")
        << u"60\t-\n\t75\n65\t60"_s << u"60 1 / 1 75 / 65 60 kept 2"_s;
    QTest::newRow("larger than the grid")
        << u"60\t70\t80\n70\t75\n65\t60\n1\t2"_s << six + u" outside 80,1,2"_s;
}

void TestGridPaste::takesWhatASpreadsheetGives()
{
    QFETCH(QString, text);
    QTEST(pasted(ageByGender(), text), "result");
}

void TestGridPaste::namesMayBeNested()
{
    const auto grid = crossed({{u"Region"_s, {u"North"_s, u"South"_s}},
                               {u"Gender"_s, {u"Male"_s, u"Female"_s}},
                               {u"Age"_s, {u"18-34"_s, u"35-99"_s}}});
    const QString merged = u"\tFemale\t\tMale\t\n\t18-34\t35+\t18-34\t35+\n"
                           "North\t1\t2\t3\t4\nSouth\t5\t6\t7\t8"_s;
    QCOMPARE(pasted(grid, merged), u"3 4 1 2 / 7 8 5 6"_s);
    const QString repeated = u"\tMale\tMale\tFemale\tFemale\n\t18-34\t35-99\t18-34\t35-99\n"
                             "North\t1\t2\t3\t4\nSouth\t5\t6\t7\t8"_s;
    QCOMPARE(pasted(grid, repeated), u"1 2 3 4 / 5 6 7 8"_s);
}

void TestGridPaste::namesMayBeNumbers()
{
    const auto grid = crossed(
        {{u"Gender"_s, {u"Male"_s, u"Female"_s}}, {u"Persons"_s, {u"1"_s, u"2"_s, u"3"_s}}});
    QCOMPARE(pasted(grid, u"\t3\t2\t1\nFemale\t30\t20\t10\nMale\t33\t22\t11"_s),
             u"11 22 33 / 10 20 30"_s);
    QCOMPARE(pasted(grid, u"3\t2\t1\n30\t20\t10"_s), u"3 2 1 / 30 20 10"_s); // may be quotas
}

void TestGridPaste::aListIsPastedByName()
{
    const auto grid = ageByGender();
    QCOMPARE(pasted(grid, u"18-34\tFemale\t70\n55+\tMale\t65\nTotal\t\t135"_s, 2),
             u"1 / 70 / 1 / 1 / 65 / 1"_s);
    QCOMPARE(pasted(grid, u"Age\tGender\tQuota\tShare\n18-34\tMale\t60\t50 %"_s, 2),
             u"60 / 1 / 1 / 1 / 1 / 1"_s);
    QCOMPARE(pasted(grid, u"x\t60\ny\t70"_s, 2), u"60 / 70 / 1 / 1 / 1 / 1"_s);
    InterlockingGrid flat = grid;
    flat.dimensions.clear();
    QCOMPARE(pasted(flat, u"55-99,Male\t65"_s), u"1 / 1 / 1 / 1 / 65 / 1"_s);
}

void TestGridPaste::nothingIsPlacedByGuess_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("an unknown option")
        << u"\tMale\tOther\n18-34\t60\t70"_s << u"“Other” isn’t an option of this grid."_s;
    QTest::newRow("a column without a name")
        << u"\tMale\tFemale\t\n18-34\t60\t70\t5"_s << u"The value “5” has no heading."_s;
    QTest::newRow("twice") << u"\tMale\tMale\n18-34\t60\t70"_s
                           << u"There are two values for “18-34, Male”."_s;
}

void TestGridPaste::nothingIsPlacedByGuess()
{
    QFETCH(QString, text);
    QTEST(pasted(ageByGender(), text), "sentence");
}

/// A table with its names is the same whatever the order of its rows and columns.
void TestGridPaste::theOrderOfNamedLinesIsFree()
{
    std::mt19937 random(7);
    const auto grid = ageByGender();
    for (int round = 0; round < 100; ++round) {
        QStringList ages = grid.dimensions[0].options;
        QStringList genders = grid.dimensions[1].options;
        std::ranges::shuffle(ages, random);
        std::ranges::shuffle(genders, random);
        QStringList lines {u'\t' + genders.join(u'\t')};
        QStringList values;
        for (const QString &age : std::as_const(ages)) {
            QStringList line {age};
            for (const QString &gender : std::as_const(genders))
                line.append(QString::number(10 + 2 * grid.dimensions[0].options.indexOf(age)
                                            + grid.dimensions[1].options.indexOf(gender)));
            lines.append(line.join(u'\t'));
        }
        QCOMPARE(pasted(grid, lines.join(u'\n')), u"10 11 / 12 13 / 14 15"_s);
    }
}

QTEST_GUILESS_MAIN(TestGridPaste)

#include "tst_gridpaste.moc"
