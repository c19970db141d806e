#include "models/feasibility/scenariomodel.h"
#include "models/feasibility/sweep.h"
#include "models/feasibility/sweepcurves.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SweepAxis;

namespace {

/// A service for which completes fall with the length, and the price rises with it.
models::FeasibilityRun answered(const models::SweepPlan &plan)
{
    models::FeasibilityRun run;
    run.uuid = u"r"_s;
    run.draft.start = QDate(2026, 12, 1);
    run.draft.end = QDate(2026, 12, 14);
    run.points = models::sweepPoints(plan);
    for (models::FeasibilityPoint &point : run.points) {
        point.asked = QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC);
        const int most = point.ir * 100 / point.loi;
        point.answer = {most / 2, most, {point.loi * 10}};
    }
    return run;
}

QString render(const QList<QPointF> &points)
{
    QStringList all;
    for (const QPointF &point : points)
        all.append(u"%1:%2"_s.arg(point.x()).arg(point.y()));
    return all.join(u' ');
}

QStringList render(const models::SweepCurves &drawing)
{
    QStringList lines {u"held %1 at %2, %3 left out"_s.arg(int(drawing.held))
                           .arg(drawing.heldValue)
                           .arg(drawing.leftOut)};
    for (const models::SweepCurve &curve : drawing.curves)
        lines.append(u"%1 | %2 | %3 | %4"_s.arg(curve.value)
                         .arg(render(curve.minimum), render(curve.maximum), render(curve.price)));
    return lines;
}

} // namespace

class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsValues_data();
    void readsValues();
    void suggestsAboutTheTerms();
    void crossesAllValues();
    void drawsAlongAnyAxis();
    void drawsOnlyWhatIsAnswered();
    void leavesFurtherLinesOut();
    void showsScenariosSideBySide();
};

void TestSweep::readsValues_data()
{
    QTest::addColumn<int>("axis");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const int ir = int(SweepAxis::Ir);
    const int completes = int(SweepAxis::Completes);
    QTest::newRow("blanks") << ir << u"10 20  30"_s << u"10 20 30"_s;
    QTest::newRow("semicolons and commas behind") << ir << u"30; 10, 20,"_s << u"10 20 30"_s;
    QTest::newRow("each once, ascending") << ir << u"20 10 20"_s << u"10 20"_s;
    QTest::newRow("a span") << ir << u"8-11"_s << u"8 9 10 11"_s;
    QTest::newRow("a span with a step") << ir << u"10-50/20 5"_s << u"5 10 30 50"_s;
    QTest::newRow("a long dash") << ir << u"10–30/10"_s << u"10 20 30"_s;
    QTest::newRow("grouped") << completes << u"500 1,000"_s << u"500 1000"_s;
    QTest::newRow("commas without blanks are no list")
        << ir << u"10,20"_s << u"“10,20” isn’t a number. Write e.g. 10 20 30 or 10-50/10."_s;
    QTest::newRow("a fraction") << ir << u"0.5"_s
                                << u"“0.5” isn’t a number. Write e.g. 10 20 30 or 10-50/10."_s;
    QTest::newRow("too large") << ir << u"101"_s << u"The service takes values from 1 to 100."_s;
    QTest::newRow("zero") << ir << u"0"_s << u"The service takes values from 1 to 100."_s;
    QTest::newRow("minutes") << int(SweepAxis::Loi) << u"46"_s
                             << u"The service takes values from 1 to 45."_s;
    QTest::newRow("completes") << completes << u"10001"_s
                               << u"The service takes values from 1 to 10,000."_s;
    QTest::newRow("backwards") << ir << u"30-10"_s
                               << u"“30-10” isn’t a number. Write e.g. 10 20 30 or 10-50/10."_s;
    QTest::newRow("a step of nothing")
        << ir << u"1-9/0"_s << u"“1-9/0” isn’t a number. Write e.g. 10 20 30 or 10-50/10."_s;
    QTest::newRow("nothing") << ir << u" ; "_s << u"Enter at least one value."_s;
    QTest::newRow("endless") << ir << u"1 "_s.repeated(300) << u"This is too long a list."_s;
    QTest::newRow("a span without an end")
        << completes << u"1-2000000000"_s << u"This makes too many values."_s;
}

void TestSweep::readsValues()
{
    QFETCH(int, axis);
    QFETCH(QString, text);
    QFETCH(QString, read);
    const models::SweepValues values = models::sweepValues(SweepAxis(axis), text);
    QCOMPARE(values.problem.isEmpty() ? models::sweepText(values.values) : values.problem, read);
    QVERIFY(values.problem.isEmpty() || values.values.isEmpty());
}

void TestSweep::suggestsAboutTheTerms()
{
    models::SurveyDraft draft;
    QCOMPARE(models::sweepCalls(models::suggestedSweep(draft)), 0);
    draft.ir = 20;
    draft.loi = 15;
    draft.completes = 400;
    const models::SweepPlan plan = models::suggestedSweep(draft);
    QCOMPARE(models::sweepText(plan.ir), u"10 15 20 25 30"_s);
    QCOMPARE(models::sweepText(plan.loi), u"10 15 20"_s);
    QCOMPARE(models::sweepText(plan.completes), u"400"_s);
    draft.ir = 90;
    draft.loi = 45;
    QCOMPARE(models::sweepText(models::suggestedSweep(draft).ir), u"45 68 90 100"_s);
    QCOMPARE(models::sweepText(models::suggestedSweep(draft).loi), u"30 45"_s);
}

void TestSweep::crossesAllValues()
{
    const QList<models::FeasibilityPoint> points =
        models::sweepPoints({.ir = {10, 20}, .loi = {5}, .completes = {100, 200}});
    QStringList lines;
    for (const models::FeasibilityPoint &point : points)
        lines.append(u"%1 %2 %3"_s.arg(point.ir).arg(point.loi).arg(point.completes));
    QCOMPARE(lines, (QStringList {u"10 5 100"_s, u"10 5 200"_s, u"20 5 100"_s, u"20 5 200"_s}));
    QList<int> many;
    for (int i = 1; i <= models::mostSweepCalls; ++i)
        many.append(i);
    QCOMPARE(models::sweepPoints({many, {1}, {1}}).size(), qsizetype(models::mostSweepCalls));
    QVERIFY(models::sweepPoints({many, {1, 2}, {1}}).isEmpty());
    QVERIFY(models::sweepPoints({many, {1}, {}}).isEmpty());
}

void TestSweep::drawsAlongAnyAxis()
{
    const models::FeasibilityRun run =
        answered({.ir = {10, 20}, .loi = {5, 10}, .completes = {100, 200}});
    QCOMPARE(render(models::sweepCurves(run, SweepAxis::Ir, 200)),
             (QStringList {u"held 2 at 200, 0 left out"_s,
                           u"5 | 10:100 20:200 | 10:200 20:400 | 10:0.5 20:0.5"_s,
                           u"10 | 10:50 20:100 | 10:100 20:200 | 10:1 20:1"_s}));
    QCOMPARE(render(models::sweepCurves(run, SweepAxis::Loi, 99)),
             (QStringList {u"held 2 at 100, 0 left out"_s,
                           u"10 | 5:100 10:50 | 5:200 10:100 | 5:0.5 10:1"_s,
                           u"20 | 5:200 10:100 | 5:400 10:200 | 5:0.5 10:1"_s}));
}

void TestSweep::drawsOnlyWhatIsAnswered()
{
    models::FeasibilityRun run = answered({.ir = {10, 20}, .loi = {5, 10}, .completes = {100}});
    run.points[0].answer.reset(); // no figure
    run.points[3].answer.reset();
    run.points[3].asked = {};
    QCOMPARE(render(models::sweepCurves(run, SweepAxis::Ir, 0)),
             (QStringList {u"held 2 at 100, 0 left out"_s, u"5 | 20:200 | 20:400 | 20:0.5"_s,
                           u"10 | 10:50 | 10:100 | 10:1"_s}));
    QCOMPARE(models::askedCount(run), 3);
    QCOMPARE(render(models::sweepCurves({}, SweepAxis::Ir, 0)),
             (QStringList {u"held 2 at 0, 0 left out"_s}));
}

void TestSweep::leavesFurtherLinesOut()
{
    const models::SweepCurves drawing = models::sweepCurves(
        answered({.ir = {10, 20}, .loi = {1, 2, 3, 4, 5, 6, 7, 8}, .completes = {100}}),
        SweepAxis::Ir, 0);
    QCOMPARE(drawing.curves.size(), qsizetype(models::SweepCurves::mostLines));
    QCOMPARE(drawing.leftOut, 2);
}

void TestSweep::showsScenariosSideBySide()
{
    models::ScenarioModel model;
    const QAbstractItemModelTester tester(&model);
    models::FeasibilityRun run = answered({.ir = {20}, .loi = {10}, .completes = {80, 150, 250}});
    run.points.append({.ir = 1, .loi = 10, .completes = 90});
    run.points[3].asked = run.points[0].asked;
    run.draft.qualifications = {{}, {}};
    model.setRows(models::scenarioRows(run, u"United States, English"_s, u"USD"_s));
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = models::ScenarioModel::Market; column < model.columnCount(); ++column) {
            if (column != models::ScenarioModel::Dates)
                cells.append(model.index(row, column).data().toString());
        }
        lines.append(cells.join(u" | "_s));
    }
    const QString market = u"United States, English | B2C, 2 qualification(s) | "_s;
    QCOMPARE(
        lines,
        (QStringList {
            market + u"20 % | 10 min | 80 | 100 | 200 | 1.00\u00a0USD | 80.00\u00a0USD | Fits"_s,
            market
                + u"20 % | 10 min | 150 | 100 | 200 | 1.00\u00a0USD | 150.00\u00a0USD | May fit (50 not sure)"_s,
            market
                + u"20 % | 10 min | 250 | 100 | 200 | 1.00\u00a0USD | 250.00\u00a0USD | Doesn’t fit (50 too many)"_s,
            market + u"1 % | 10 min | 90 | – | – | – | – | No figure"_s}));
    run.points[0].answer->maximum = 300;
    model.sync(models::scenarioRows(run, u"United States, English"_s, u"USD"_s),
               &models::ScenarioRow::place);
    QCOMPARE(model.index(0, models::ScenarioModel::Maximum).data().toString(), u"300"_s);
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
