#include "models/interlocking/combinationreader.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace {

api::Qualification question(const QString &title, const QStringList &options)
{
    api::Qualification made;
    made.title = title;
    for (const QString &option : options)
        made.conditions.append({int(made.conditions.size()) + 1, option});
    return made;
}

/// A grid as the server tells it, each cell's quota its number from 10 on.
api::Interlocking told(const QStringList &combinations, const QStringList &titles,
                       const QStringList &options)
{
    api::Interlocking answer;
    for (const QString &text : combinations) {
        const int number = int(answer.combinations.size());
        answer.combinations.append({{u"c%1"_s.arg(number)}, text, 10 + number});
    }
    for (qsizetype i = 0; i < titles.size(); ++i)
        answer.qualifications.append({QString::number(i + 1), titles[i], options[i]});
    return answer;
}

} // namespace

class TestCombinationReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreTakenInAnyOrder_data();
    void cellsAreTakenInAnyOrder();
    void anyShuffleIsTheSameMatrix();
    void whatCanBeReadInTwoWaysStaysFlat();
};

void TestCombinationReader::cellsAreTakenInAnyOrder_data()
{
    QTest::addColumn<QStringList>("combinations");
    const QStringList rows {u"Male,20-24"_s, u"Male,25-30"_s, u"Female,20-24"_s, u"Female,25-30"_s};
    QTest::newRow("row by row") << rows;
    QTest::newRow("column by column") << QStringList {rows[0], rows[2], rows[1], rows[3]};
    QTest::newRow("reversed") << QStringList {rows[3], rows[2], rows[1], rows[0]};
    QTest::newRow("with the names the other way round")
        << QStringList {u"25-30,Female"_s, u"20-24,Male"_s, u"25-30,Male"_s, u"20-24,Female"_s};
}

void TestCombinationReader::cellsAreTakenInAnyOrder()
{
    QFETCH(QStringList, combinations);
    const auto answer =
        told(combinations, {u"GENDER"_s, u"AGE"_s}, {u"Male,Female"_s, u"20-24,25-30"_s});
    for (const QList<api::Qualification> &ofSurvey :
         {QList<api::Qualification> {}, {question(u"GENDER"_s, {u"Male"_s, u"Female"_s})}}) {
        const models::InterlockingGrid grid = models::gridOf(answer, ofSurvey);
        QVERIFY2(!grid.isFlat(), qPrintable(grid.flatReason));
        QVERIFY(grid.flatReason.isEmpty());
        for (qsizetype cell = 0; cell < grid.cells.size(); ++cell) {
            // Each cell's names are those that its own text holds.
            for (const QString &name : grid.names(cell))
                QVERIFY(grid.cells[cell].combination.split(u',').contains(name));
        }
        QCOMPARE(grid.names(1), (QStringList {u"Male"_s, u"25-30"_s}));
    }
}

/// Names that hold commas and one another, in grids of one to four qualifications.
void TestCombinationReader::anyShuffleIsTheSameMatrix()
{
    std::mt19937 random(20261129);
    const QStringList pool {u"Yes"_s,     u"Yes, often"_s, u"No"_s,  u"18-24"_s,  u"25-34"_s,
                            u"A, B, C"_s, u"Ümlaut, ß"_s,  u"x y"_s, u"(a, b)"_s, u"Other, etc."_s};
    for (int round = 0; round < 300; ++round) {
        QList<api::Qualification> ofSurvey;
        QStringList titles;
        QStringList joined;
        QList<QStringList> rows {QStringList()};
        for (unsigned i = 0, count = 1 + random() % 4; i < count; ++i) {
            QStringList names = pool;
            std::ranges::shuffle(names, random);
            names = names.mid(0, 1 + qsizetype(random() % 3));
            titles.append(u"Q%1"_s.arg(i));
            joined.append(names.join(u','));
            QStringList known = names;
            std::ranges::shuffle(known, random);
            ofSurvey.append(question(titles.last(), known));
            QList<QStringList> longer;
            for (const QStringList &row : std::as_const(rows))
                for (const QString &name : std::as_const(names))
                    longer.append(row + QStringList {name});
            rows = longer;
        }
        QStringList combinations;
        for (const QStringList &row : std::as_const(rows))
            combinations.append(row.join(u','));
        const auto inOrder = models::gridOf(told(combinations, titles, joined), ofSurvey);
        QList<qsizetype> order(rows.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::shuffle(order, random);
        QStringList shuffled;
        for (const qsizetype at : std::as_const(order))
            shuffled.append(combinations[at]);
        const auto grid = models::gridOf(told(shuffled, titles, joined), ofSurvey);
        QCOMPARE(grid.dimensions, inOrder.dimensions);
        const bool isAmbiguous =
            QSet<QString>(shuffled.begin(), shuffled.end()).size() < shuffled.size();
        QVERIFY2(!isAmbiguous || grid.isFlat(), qPrintable(combinations.join(u'|')));
        QCOMPARE(grid.isFlat(), !grid.flatReason.isEmpty());
        for (qsizetype cell = 0; cell < grid.cells.size() && !grid.isFlat(); ++cell) {
            QCOMPARE(grid.names(cell), rows[combinations.indexOf(grid.cells[cell].combination)]);
            QCOMPARE(grid.cells[cell].combination, inOrder.cells[cell].combination);
        }
    }
}

void TestCombinationReader::whatCanBeReadInTwoWaysStaysFlat()
{
    const QList<api::Qualification> ofSurvey {question(u"ONE"_s, {u"A"_s, u"A, B"_s}),
                                              question(u"TWO"_s, {u"B, C"_s, u"C"_s})};
    const auto answer = told({u"A,B,C"_s, u"A,C"_s, u"A,B,B,C"_s, u"A,B,C"_s}, {u"ONE"_s, u"TWO"_s},
                             {u"A,A,B"_s, u"B,C,C"_s});
    const auto grid = models::gridOf(answer, ofSurvey);
    QVERIFY(grid.isFlat());
    QVERIFY2(grid.flatReason.contains(u"“A,B,C” can be read in more than one way"_s),
             qPrintable(grid.flatReason));
    const auto unknown =
        models::gridOf(told({u"Male,20-24"_s, u"Other"_s}, {u"GENDER"_s}, {u"Male,Female"_s}), {});
    QVERIFY2(unknown.flatReason.contains(u"“Male,20-24” doesn’t match"_s),
             qPrintable(unknown.flatReason));
    const auto fewer = models::gridOf(told({u"Male"_s}, {u"GENDER"_s}, {u"Male,Female"_s}), {});
    QVERIFY2(fewer.flatReason.contains(u"make 2 combinations and the service has 1"_s),
             qPrintable(fewer.flatReason));
}

QTEST_GUILESS_MAIN(TestCombinationReader)

#include "tst_combinationreader.moc"
