#include "tests/ui/interlocking/griddesk.h"

using namespace Qt::StringLiterals;
using support::named;
using support::says;
using Desk = support::GridDesk;

class TestGridConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesConflictsCellByCell();
    void theirsTakenAndUndoneIsAConflictAgain();
    void undoGoesBackToTheirs();
    void anotherReadingSettlesNoConflict();
};

void TestGridConflicts::settlesConflictsCellByCell()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.type(1, u"250"_s);
    desk.quotas = {111, 222};
    desk.button(u"Save"_s)->click();
    auto *const conflicts = named<QTableWidget>(desk.page, u"Conflicts"_s);
    QTRY_COMPARE(conflicts->rowCount(), 2);
    QVERIFY(desk.writes.isEmpty());
    conflicts->selectRow(0);
    desk.button(u"Take theirs"_s)->click();
    QCOMPARE(desk.cell(0), u"111"_s);
    desk.button(u"Keep mine"_s)->click();
    QCOMPARE(desk.cell(1), u"250"_s);
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
    QVERIFY(desk.writes.first().contains("c1") && !desk.writes.first().contains("c0"));
}

void TestGridConflicts::theirsTakenAndUndoneIsAConflictAgain()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.type(1, u"250"_s);
    desk.quotas = {111, 222};
    desk.button(u"Save"_s)->click();
    auto *const conflicts = named<QTableWidget>(desk.page, u"Conflicts"_s);
    QTRY_COMPARE(conflicts->rowCount(), 2);
    desk.button(u"Take theirs"_s)->click();
    QCOMPARE(conflicts->rowCount(), 0);
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.cell(0), u"150"_s);
    QCOMPARE(conflicts->rowCount(), 2);
    desk.button(u"Save"_s)->click();
    QVERIFY(says(desk.page, u"Nothing was sent."_s));
    desk.button(u"Redo"_s)->click();
    QCOMPARE(conflicts->rowCount(), 0);
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
    QVERIFY(desk.writes.isEmpty());
}

/// The value before an edit is theirs once they changed it: undo must not set theirs back.
void TestGridConflicts::undoGoesBackToTheirs()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.quotas[0] = 111;
    desk.page.refresh();
    auto *const conflicts = named<QTableWidget>(desk.page, u"Conflicts"_s);
    QTRY_COMPARE(conflicts->rowCount(), 1);
    desk.button(u"Keep mine"_s)->click();
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.cell(0), u"111"_s);
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestGridConflicts::anotherReadingSettlesNoConflict()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.type(1, u"250"_s);
    desk.quotas = {111, 222};
    desk.button(u"Save"_s)->click();
    auto *const conflicts = named<QTableWidget>(desk.page, u"Conflicts"_s);
    QTRY_COMPARE(conflicts->rowCount(), 2);
    desk.quotas = {112, 222};
    desk.page.refresh();
    QTRY_COMPARE(conflicts->item(0, 2)->text(), u"112"_s);
    QCOMPARE(conflicts->rowCount(), 2);
    QCOMPARE(conflicts->item(1, 2)->text(), u"222"_s);
    desk.button(u"Save"_s)->click();
    QVERIFY(says(desk.page, u"Nothing was sent."_s));
    desk.page.saveUnsaved(); // as on the way out
    QTest::qWait(50);
    QVERIFY(desk.writes.isEmpty());
    conflicts->clearSelection(); // all of them
    desk.button(u"Keep mine"_s)->click();
    QCOMPARE(conflicts->rowCount(), 0);
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestGridConflicts>(argc, argv);
}

#include "tst_gridconflicts.moc"
