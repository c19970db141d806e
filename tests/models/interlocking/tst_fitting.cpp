#include "models/interlocking/wholefit.h"
#include "models/quotas/distribution.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using models::FitProblem;
using models::FitTask;

namespace {

using Margins = QList<QList<qint64>>;

/// The sums of row-major cells over every option of every dimension.
template <typename Cell>
QList<QList<Cell>> sums(const QList<Cell> &cells, const Margins &like)
{
    QList<QList<Cell>> all;
    qsizetype inside = cells.size();
    for (const QList<qint64> &margin : like) {
        inside /= margin.size();
        QList<Cell> totals(margin.size());
        for (qsizetype i = 0; i < cells.size(); ++i)
            totals[i / inside % margin.size()] += cells[i];
        all.append(totals);
    }
    return all;
}

Margins marginsOf(const QList<int> &cells, const Margins &like)
{
    Margins all;
    for (const QList<int> &totals : sums(cells, like))
        all.append(QList<qint64>(totals.begin(), totals.end()));
    return all;
}

/// A table that exists, so that its margins can be met: sizes and cells by chance.
FitTask chance(QRandomGenerator &random, int dimensions, bool withZeros)
{
    static const int widest[] = {0, 0, 14, 5, 3};
    Margins like;
    qsizetype size = 1;
    for (int i = 0; i < dimensions; ++i) {
        like.append(QList<qint64>(1 + random.bounded(widest[dimensions])));
        size *= like.last().size();
    }
    QList<int> cells;
    FitTask task;
    for (qsizetype i = 0; i < size; ++i) {
        const bool isZero = withZeros && random.bounded(5) == 0;
        cells.append(isZero ? 0 : 1 + random.bounded(random.bounded(2) ? 6 : 300));
        task.seed.append(isZero ? 0 : 1 + random.bounded(100));
    }
    task.margins = marginsOf(cells, like);
    return task;
}

} // namespace

class TestFitting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedTable();
    void onesGiveTheProduct();
    void largestRemainder();
    void saysWhyItCantBe_data();
    void saysWhyItCantBe();
    void whatIsNoTable();
    void keepsEveryMargin_data();
    void keepsEveryMargin();
    void orderOfMarginsDoesntMatter();
    void orderBreaksNoTie();
    void staysWithinItsLimits();
    void completesAreKept();
    void findsWhatACascadeMisses();
    void provesThatNoneAreWhole();
    void emptiesCellsThatMustBeEmpty();
};

void TestFitting::publishedTable()
{
    const FitTask task {{{150, 300, 400, 150}, {200, 300, 400, 100}},
                        {40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50}};
    const double published[] = {64.5585, 46.2325, 35.3843, 3.82473, 49.9679, 68.1594,
                                156.499, 25.3742, 56.7219, 144.428, 145.082, 53.7673,
                                28.7516, 41.18,   63.0347, 17.0337};
    const auto whole = models::fitWhole(task);
    QVERIFY(whole);
    QList<int> plain;
    for (qsizetype i = 0; i < 16; ++i) {
        QVERIFY2(std::abs(whole->fitted[i] / published[i] - 1) < 1e-5, qPrintable(u"%1"_s.arg(i)));
        plain.append(int(std::lround(whole->fitted[i])));
    }
    QCOMPARE(marginsOf(whole->cells, task.margins), task.margins);
    QCOMPARE(marginsOf(plain, task.margins).first(), QList<qint64>({150, 299, 400, 150}));
}

void TestFitting::onesGiveTheProduct()
{
    const auto whole = models::fitWhole({{{30, 70}, {50, 50}}});
    QVERIFY(whole);
    QCOMPARE(whole->cells, QList<int>({15, 15, 35, 35}));
    QCOMPARE(whole->rounds, 1);
}

void TestFitting::largestRemainder()
{
    QCOMPARE(models::distribute(20, {16200, 47000, 12700}), QList<int>({4, 13, 3}));
    const auto whole = models::fitWhole({{{4, 13, 3}}});
    QVERIFY(whole);
    QCOMPARE(whole->cells, QList<int>({4, 13, 3}));
}

void TestFitting::saysWhyItCantBe_data()
{
    QTest::addColumn<FitTask>("task");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("as published")
        << FitTask {{{2, 1, 1}, {3, 1}}, {5, 0, 0, 15, 0, 16}, {}, 0}
        << u"Option 1 of margin 2: 3 needed, but the open cells allow 2."_s;
    QTest::newRow("sums") << FitTask {{{30, 70}, {50, 51}}}
                          << u"Margin 1 sums to 100, margin 2 to 101: they differ by 1."_s;
    QTest::newRow("below the minimum")
        << FitTask {{{2, 98}, {50, 25, 25}}}
        << u"Option 1 of margin 1: 2 is too small, the cells need at least 3."_s;
    QTest::newRow("over the maximum")
        << FitTask {{{20'001, 20'000}, {20'001, 20'000}}}
        << u"Option 1 of margin 1: 20,001 needed, but the open cells allow 20,000."_s;
    QTest::newRow("two together, each possible alone")
        << FitTask {{{4, 4, 4, 4}, {3, 4, 4, 5}},
                    {1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1},
                    {},
                    0}
        << u"Option 1 of margin 1, option 2 of margin 1: 8 needed, but the open cells allow 7."_s;
    QTest::newRow("three together, each two of them possible")
        << FitTask {{{0, 2, 2}, {3, 1}, {2, 2}}, {0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0}, {}, 0}
        << u"No numbers keep all margins at once. Option 2 of margin 3: 2 needed, but the nearest "
           "numbers come to 1.50."_s;
    QTest::newRow("more completes than wanted")
        << FitTask {{{10, 20}, {15, 15}}, {}, {8, 4, 0, 0}}
        << u"Option 1 of margin 1: 10 is too small, the cells need at least 12."_s;
}

void TestFitting::saysWhyItCantBe()
{
    QFETCH(const FitTask, task);
    const auto whole = models::fitWhole(task);
    QVERIFY(!whole);
    QTEST(models::problemText(whole.error()), "sentence");
    QCOMPARE(models::fit(task).error().kind, whole.error().kind);
}

void TestFitting::whatIsNoTable()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const QList<FitTask> tasks {{{}},
                                {{{}, {1}}},
                                {{{1, -1}, {0}}},
                                {{{1}, {1}}, {1, 1}},
                                {{{1}, {1}}, {-1}},
                                {{{1}, {1}}, {nan}},
                                {{QList<qint64>(201, 1)}},
                                {{{1}, {1}, {1}, {1}, {1}}},
                                {{{1}, {1}}, {}, {}, 5, 4}};
    for (const FitTask &task : tasks)
        QCOMPARE(models::fitWhole(task).error(), FitProblem {});
}

void TestFitting::keepsEveryMargin_data()
{
    QTest::addColumn<int>("dimensions");
    QTest::addColumn<bool>("withZeros");
    for (const int dimensions : {2, 3, 4}) {
        QTest::addRow("%d ways", dimensions) << dimensions << false;
        QTest::addRow("%d ways, zeros", dimensions) << dimensions << true;
    }
}

void TestFitting::keepsEveryMargin()
{
    QFETCH(const int, dimensions);
    QFETCH(const bool, withZeros);
    QRandomGenerator random(quint32(dimensions * 2 + withZeros));
    for (int i = 0; i < 200; ++i) {
        const FitTask task = chance(random, dimensions, withZeros);
        const auto whole = models::fitWhole(task);
        QVERIFY2(whole, whole ? "" : qPrintable(models::problemText(whole.error())));
        QCOMPARE(marginsOf(whole->cells, task.margins), task.margins);
        const auto fitted = sums(whole->fitted, task.margins);
        for (qsizetype d = 0; d < fitted.size(); ++d) {
            for (qsizetype o = 0; o < fitted[d].size(); ++o)
                QVERIFY(std::abs(fitted[d][o] - double(task.margins[d][o]))
                        <= 1e-8 * double(std::max(task.margins[d][o], qint64(1))));
        }
        for (qsizetype cell = 0; cell < whole->cells.size(); ++cell) {
            const double distance = std::abs(whole->cells[cell] - whole->fitted[cell]);
            QVERIFY(dimensions > 2 || distance < 1);
            QCOMPARE(whole->cells[cell] == 0, task.seed[cell] == 0);
        }
    }
}

void TestFitting::orderOfMarginsDoesntMatter()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 200; ++i) {
        const FitTask task = chance(random, 2, false);
        const qsizetype rows = task.margins[0].size();
        const qsizetype columns = task.margins[1].size();
        FitTask turned {{task.margins[1], task.margins[0]}};
        for (qsizetype cell = 0; cell < rows * columns; ++cell)
            turned.seed.append(task.seed[cell % rows * columns + cell / rows]);
        const auto whole = models::fitWhole(task);
        const auto other = models::fitWhole(turned);
        QVERIFY(whole && other);
        for (qsizetype cell = 0; cell < rows * columns; ++cell)
            QCOMPARE(other->cells[cell], whole->cells[cell % rows * columns + cell / rows]);
    }
}

void TestFitting::orderBreaksNoTie()
{
    // All cells fit to 1.5 or 0.5: every choice costs the same, the answer is the same each time.
    const FitTask task {{{3, 3, 3}, {3, 3, 3}}, {}, {}, 0};
    const auto once = models::fitWhole({{{3, 3}, {2, 2, 2}}, {}, {}, 0});
    QVERIFY(once);
    QCOMPARE(models::fitWhole({{{3, 3}, {2, 2, 2}}, {}, {}, 0})->cells, once->cells);
    QCOMPARE(models::fitWhole(task)->cells, QList<int>(9, 1));
}

void TestFitting::staysWithinItsLimits()
{
    const auto least = models::fitWhole({{{5, 995}, {500, 300, 200}}, {1, 1, 0.001, 1, 1, 1}});
    QVERIFY(least);
    QVERIFY(*std::ranges::min_element(least->cells) == 1);
    const Margins high {{19'000, 3'000}, {18'000, 4'000}};
    const auto most = models::fitWhole({high, {9, 1, 1, 1}});
    QVERIFY2(!most, "15,000 are needed where 10,000 fit");
    const Margins fitting {{13'000, 9'000}, {14'000, 8'000}};
    const auto capped = models::fitWhole({fitting, {9, 1, 1, 1}});
    QVERIFY(capped);
    QCOMPARE(capped->cells.first(), 10'000);
    QCOMPARE(marginsOf(capped->cells, fitting), fitting);
}

void TestFitting::completesAreKept()
{
    const Margins margins {{50, 50}, {40, 60}};
    const FitTask task {margins, {20, 30, 20, 30}, {28, 10, 5, 9}};
    const auto whole = models::fitWhole(task);
    QVERIFY(whole);
    QCOMPARE(whole->cells, QList<int>({28, 22, 12, 38}));
}

/// Tables that exist, half of their cells closed and the others small: rounding step by step runs
/// into dead ends there, so that only a search keeps every margin.
void TestFitting::findsWhatACascadeMisses()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 150; ++i) {
        FitTask task = chance(random, 3 + i % 2, false);
        QList<int> cells;
        for (double &seed : task.seed) {
            seed = random.bounded(2) ? seed : 0;
            cells.append(seed > 0 ? random.bounded(3) : 0);
        }
        task.margins = marginsOf(cells, task.margins);
        task.minimum = 0;
        const auto whole = models::fitWhole(task);
        QVERIFY2(whole, whole ? "" : qPrintable(models::problemText(whole.error())));
        QCOMPARE(marginsOf(whole->cells, task.margins), task.margins);
        for (qsizetype cell = 0; cell < cells.size(); ++cell)
            QVERIFY(task.seed[cell] > 0 || whole->cells[cell] == 0);
    }
}

/// Only 1.5 in each open cell keeps the six margins.
void TestFitting::provesThatNoneAreWhole()
{
    const QList<double> seed {0, 1, 1, 0, 1, 0, 0, 1};
    const auto none = models::fitWhole({{{3, 3}, {3, 3}, {3, 3}}, seed, {}, 0});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, FitProblem::NotWhole);
    QCOMPARE(models::problemText(none.error()),
             u"Numbers with fractions would keep every margin, but no whole numbers do."_s);
    const auto some = models::fitWhole({{{4, 4}, {4, 4}, {4, 4}}, seed, {}, 0});
    QVERIFY(some);
    QCOMPARE(some->cells, QList<int>({0, 2, 2, 0, 2, 0, 0, 2}));
}

/// Fitting alone would come nearer to 0 in the first cell without end.
void TestFitting::emptiesCellsThatMustBeEmpty()
{
    const auto whole = models::fitWhole({{{1, 1}, {1, 1}}, {1, 1, 1, 0}, {}, 0});
    QVERIFY(whole);
    QCOMPARE(whole->cells, QList<int>({0, 1, 1, 0}));
    QCOMPARE(whole->fitted, QList<double>({0, 1, 1, 0}));
}

QTEST_GUILESS_MAIN(TestFitting)
#include "tst_fitting.moc"
