#include "tests/ui/interlocking/griddesk.h"

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;
using Desk = support::GridDesk;

/// What comes into the grid from elsewhere, and what goes out of it.
class TestGridSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastesWhatFits();
    void pastesHtml();
    void aBadValueIsMarkedAndTheOthersAreSet();
    void copiesTheMatrixWithItsHeaders();
    void movesToTheEdgeAndFinds();
    void handsItsMarginsToTheQuotas();
    void keepsAnotherSurveysPattern();
    void importsCompletesOfPeople();
};

void TestGridSources::pastesWhatFits()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.select(0);
    QGuiApplication::clipboard()->setText(u"11\n12\n13"_s);
    desk.action(u"Paste"_s)->trigger();
    QVERIFY(says(desk.page, u"1 value(s) would be left out: 13"_s));
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
    desk.button(u"Paste what fits"_s)->click();
    QCOMPARE(desk.cell(0) + desk.cell(1), u"1112"_s);
    QVERIFY(!says(desk.page, u"would be left out"_s));
    QCOMPARE(desk.action(u"Undo"_s)->text().remove(u'&'), u"Undo paste of 2 cell(s)"_s);
    desk.action(u"Undo"_s)->trigger();
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestGridSources::pastesHtml()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.select(0);
    auto *const data = new QMimeData;
    data->setHtml(u"<table><tr><td>Male</td><td>41</td></tr><tr><td>Female</td><td>42</td></tr>"
                  "</table>"_s);
    QGuiApplication::clipboard()->setMimeData(data);
    desk.action(u"Paste"_s)->trigger();
    QCOMPARE(desk.cell(0) + desk.cell(1), u"4142"_s);
    desk.table()->selectColumn(1);
    desk.action(u"Copy"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"41\n42\n"_s);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(u"<td>42</td>"_s));
}

void TestGridSources::aBadValueIsMarkedAndTheOthersAreSet()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.select(0);
    QGuiApplication::clipboard()->setText(u"n/a\n250"_s);
    desk.action(u"Paste"_s)->trigger();
    QCOMPARE(desk.cell(0) + desk.cell(1), u"100250"_s);
    QVERIFY(says(desk.page, u"“n/a” isn’t a whole number from 1 to 10,000."_s));
    const QModelIndex refused = desk.table()->model()->index(0, 1);
    const auto state = [&refused] { return refused.data(models::StatusRole).toInt(); };
    QCOMPARE(state(), int(models::CellState::Refused));
    QVERIFY(refused.data(Qt::AccessibleTextRole).toString().contains(u"not pasted"_s));
    QCOMPARE(desk.action(u"Undo"_s)->text().remove(u'&'), u"Undo paste of 1 cell(s)"_s);
    desk.action(u"Undo"_s)->trigger();
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
    QCOMPARE(state(), int(models::CellState::Saved));
    desk.action(u"Redo"_s)->trigger();
    QCOMPARE(desk.action(u"Redo"_s)->shortcuts().last(), QKeySequence(u"Ctrl+Y"_s));
    QCOMPARE(desk.cell(1), u"250"_s);
}

void TestGridSources::copiesTheMatrixWithItsHeaders()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.button(u"Matrix"_s)->click();
    auto *const matrix = named<QTableView>(desk.page, u"Interlocking matrix"_s);
    matrix->selectAll();
    QCOMPARE(desk.action(u"Copy with headers"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+C"_s));
    desk.action(u"Copy with headers"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\tQuota\nMale\t100\nFemale\t200\n"_s);
    // What was copied can be pasted again, whatever is selected.
    desk.type(0, u"7"_s);
    matrix->setCurrentIndex(matrix->model()->index(1, 0));
    desk.action(u"Paste"_s)->trigger();
    QCOMPARE(desk.cell(0) + desk.cell(1), u"100200"_s);
    desk.button(u"List"_s)->click(); // it is remembered
}

void TestGridSources::movesToTheEdgeAndFinds()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.select(0);
    QTest::keyClick(desk.table(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(desk.table()->currentIndex().row(), 1);
    QTest::keyClick(desk.table(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(desk.table()->currentIndex().row(), 0);
    QTest::keyClicks(named<QLineEdit>(desk.page, u"Find a combination"_s), u"fem"_s);
    QCOMPARE(desk.table()->currentIndex().row(), 1);
}

void TestGridSources::handsItsMarginsToTheQuotas()
{
    Desk desk;
    QSignalSpy wanted(&desk.page, &ui::InterlockingPage::quotasWanted);
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.button(u"Copy totals to quotas"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<QList<api::Quota>>(),
             (QList<api::Quota> {{{43}, {{150, 1}, {200, 2}}}}));
    QVERIFY(desk.writes.isEmpty());
}

void TestGridSources::keepsAnotherSurveysPattern()
{
    Desk desk;
    desk.session.surveys().adopt(fixture::survey(u"S2"_s, u"Snack tracker, last wave"_s));
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.openDistribute(u"By margins, keeping another survey’s pattern"_s);
    QVERIFY(says(desk.page, u"Choose the survey whose grid has the pattern."_s));
    auto *const surveys = named<QComboBox>(desk.page, u"Pattern of survey"_s);
    QCOMPARE(surveys->count(), 2); // not the survey itself
    surveys->setCurrentIndex(1);
    QTRY_VERIFY(says(desk.page, u"Nothing is sent yet."_s));
    desk.button(u"Apply to grid"_s)->click();
    QCOMPARE(desk.cell(0), u"200"_s); // one margin leaves no room for a pattern
    QVERIFY(desk.writes.isEmpty());
}

void TestGridSources::importsCompletesOfPeople()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    const QTemporaryDir folder;
    desk.prompt.path = folder.filePath(u"completes.csv"_s);
    QFile file(desk.prompt.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("UID,GENDER\nu1,Male\nu1,Male\nU1,Female\nu3,Robot\n");
    file.close();
    desk.openDistribute(u"Re-balance in field"_s);
    desk.button(u"Import completes…"_s)->click();
    QTRY_VERIFY(says(desk.page, u"2 respondent(s) counted. 1 line(s) repeat a UID"_s));
    QVERIFY(says(desk.page, u"1 line(s) were not understood: 5"_s));
    auto *const numbers = named<QPlainTextEdit>(desk.page, u"Pasted numbers"_s);
    QCOMPARE(numbers->toPlainText().simplified(), u"1 1"_s);
    numbers->setPlainText(u"u1\tMale\nu2\tMale"_s);
    QVERIFY(says(desk.page, u"2 respondent(s) counted."_s));
    QVERIFY(says(desk.page, u"Nothing is sent yet."_s));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestGridSources>(argc, argv);
}

#include "tst_gridsources.moc"
