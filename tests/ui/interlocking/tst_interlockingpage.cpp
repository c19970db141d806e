#include "tests/ui/interlocking/griddesk.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;
using Desk = support::GridDesk;

class TestInterlockingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsUndoesAndSaves();
    void keepsEditsThroughFailureAndRefresh();
    void pastesAColumn();
    void saysWhyThereIsNoMatrix();
    void anErrorOffersNoNewGrid();
    void claimsNothingThatIsNotThere();
    void createsAfterAReading();
    void saysWhenSomebodyElseMadeAnotherGrid();
    void createsAGridWhenThereIsNone();
    void createsAnewAndCarriesOver();
    void aClosedSurveyIsOnlyRead();
    void init() { QSettings().remove(u"interlocking/matrix"_s); }
    void showsTheMatrixBesideItsMargins();
    void showsWhatWasChosenLast();
    void distributesAfterAPreview();
    void whatCannotBeSentWaits();
    void showsWhatIsKnownWithoutTheServer();
    void aSaveCutsAReadingOff();
    void cellsOfAGridThatIsGoneGoOnWaiting();
};

void TestInterlockingPage::editsUndoesAndSaves()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(says(desk.page, u"Sum 300 of 400 completes"_s));
    QVERIFY(!desk.button(u"Save"_s)->isEnabled());
    QVERIFY(!desk.type(0, u"many"_s));
    QVERIFY(says(desk.page, u"A quota is a whole number"_s));
    QVERIFY(desk.type(0, u"150"_s));
    QVERIFY(!says(desk.page, u"A quota is a whole number"_s));
    QVERIFY(desk.type(1, u"250"_s));
    QCOMPARE(desk.page.unsavedCells(), qsizetype(2));
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.cell(1), u"200"_s);
    desk.button(u"Redo"_s)->click();
    desk.button(u"Undo"_s)->click();
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
    QVERIFY(desk.writes.first().contains("c0") && !desk.writes.first().contains("c1"));
    QTRY_COMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestInterlockingPage::keepsEditsThroughFailureAndRefresh()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.isDown = true;
    desk.button(u"Save"_s)->click();
    QTRY_VERIFY(says(desk.page, u"Your edits are kept here."_s));
    QCOMPARE(desk.cell(0), u"150"_s);
    desk.isDown = false;
    desk.quotas[1] = 222;
    desk.page.refresh();
    QTRY_COMPARE(desk.cell(1), u"222"_s);
    QCOMPARE(desk.cell(0), u"150"_s);
    desk.button(u"Revert"_s)->click();
    QCOMPARE(desk.cell(0), u"100"_s);
    QVERIFY(desk.writes.isEmpty());
}

void TestInterlockingPage::pastesAColumn()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QAction *paste = nullptr;
    for (QAction *const action : desk.page.editActions()) {
        if (action->text() == u"&Paste"_s)
            paste = action;
    }
    desk.table()->setCurrentIndex(desk.table()->model()->index(0, 1));
    QGuiApplication::clipboard()->setText(u"1\n2\n3"_s);
    paste->trigger();
    QVERIFY(says(desk.page, u"Nothing was pasted."_s));
    QCOMPARE(desk.cell(0), u"100"_s);
    QGuiApplication::clipboard()->setText(u"150\n250\n"_s);
    paste->trigger();
    QCOMPARE(desk.cell(1), u"250"_s);
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestInterlockingPage::saysWhyThereIsNoMatrix()
{
    Desk desk;
    desk.secondOption = u"Somebody"_s;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(!desk.button(u"Matrix"_s)->isEnabled());
    QVERIFY(says(desk.page, u"“Somebody” doesn’t match the options that are known"_s));
    QVERIFY(desk.button(u"Matrix"_s)->accessibleDescription().contains(u"“Somebody”"_s));
}

void TestInterlockingPage::anErrorOffersNoNewGrid()
{
    Desk desk;
    desk.refusal = R"({"status":422,"error":"Valid project ID is required!"})";
    QTRY_VERIFY(says(desk.page, u"Valid project ID is required!"_s));
    QVERIFY(
        !named<QListWidget>(desk.page, u"Qualifications to interlock"_s)->isVisibleTo(&desk.page));
}

void TestInterlockingPage::claimsNothingThatIsNotThere()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.ignoresWrites = true;
    desk.button(u"Save"_s)->click();
    QTRY_VERIFY(says(desk.page, u"accepted the quotas but returned different values"_s));
    QVERIFY(!says(desk.page, u"saved."_s));
    QCOMPARE(desk.page.unsavedCells(), qsizetype(1));
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

/// A reading that runs when the person confirms is cut off, and the grid is created all the same.
void TestInterlockingPage::createsAfterAReading()
{
    Desk desk;
    desk.hasGrid = false;
    auto *const list = named<QListWidget>(desk.page, u"Qualifications to interlock"_s);
    QTRY_COMPARE(list->count(), 1);
    list->item(0)->setCheckState(Qt::Checked);
    QPushButton *const create = desk.button(u"Create interlocking quotas…"_s);
    QTRY_VERIFY(create->isEnabled());
    desk.prompt.beforeAnswer = [&desk] { desk.page.refresh(); };
    create->click();
    QTRY_COMPARE(desk.cell(1), u"200"_s);
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

void TestInterlockingPage::saysWhenSomebodyElseMadeAnotherGrid()
{
    Desk desk;
    desk.hasGrid = false;
    auto *const list = named<QListWidget>(desk.page, u"Qualifications to interlock"_s);
    QTRY_COMPARE(list->count(), 1);
    list->item(0)->setCheckState(Qt::Checked);
    desk.onCreate = [&desk] {
        desk.crossedTitle = u"REGION"_s;
        desk.isCreateCut = true;
    };
    desk.button(u"Create interlocking quotas…"_s)->click();
    QTRY_VERIFY(says(desk.page, u"Somebody else created others for this survey meanwhile."_s));
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(says(desk.page, u"Somebody else created others for this survey meanwhile."_s));
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

void TestInterlockingPage::createsAGridWhenThereIsNone()
{
    Desk desk;
    desk.hasGrid = false;
    auto *const list = named<QListWidget>(desk.page, u"Qualifications to interlock"_s);
    QTRY_COMPARE(list->count(), 1);
    QPushButton *const create = desk.button(u"Create interlocking quotas…"_s);
    QVERIFY(!create->isEnabled());
    list->item(0)->setCheckState(Qt::Checked);
    QVERIFY(says(desk.page, u"2 of at most 200 combinations"_s));
    desk.prompt.isSure = false;
    create->click();
    QVERIFY(desk.writes.isEmpty());
    desk.prompt.isSure = true;
    create->click();
    QTRY_COMPARE(desk.cell(1), u"200"_s);
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

void TestInterlockingPage::createsAnewAndCarriesOver()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.cellIds = {u"n0"_s, u"n1"_s};
    for (QAction *const action : desk.page.editActions()) {
        if (action->text() == u"Create a&gain…"_s)
            action->trigger();
    }
    QVERIFY(says(desk.page, u"Create the interlocking quotas again"_s));
    desk.onCreate = [&desk] { desk.quotas = {150, 150}; };
    desk.button(u"Create interlocking quotas…"_s)->click();
    QVERIFY(desk.prompt.asked.last().contains(u"2 of 2 combination"_s));
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
    QTRY_COMPARE(desk.page.unsavedCells(), qsizetype(2));
    QCOMPARE(desk.cell(0), u"100"_s);
    QVERIFY(says(desk.page, u"of the grid before are carried over"_s));
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.cell(0), u"150"_s);
}

void TestInterlockingPage::aClosedSurveyIsOnlyRead()
{
    Desk desk;
    api::Survey closed = fixture::survey(u"S1"_s, u"Snack tracker"_s);
    closed.status = api::SurveyStatus::Closed;
    desk.session.surveys().adopt(closed);
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(!desk.type(0, u"150"_s));
    QVERIFY(says(desk.page, u"The survey is closed"_s));
}

void TestInterlockingPage::showsTheMatrixBesideItsMargins()
{
    Desk desk;
    desk.marginQuotas = R"([{"qualification_code":43,"criteria":[)"
                        R"({"required_count":"97","condition_codes":"1"}]}])";
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.button(u"Matrix"_s)->click();
    QVERIFY(says(desk.page, u"GENDER: Male quota 97, 3 over"_s));
    auto *const matrix = named<QTableView>(desk.page, u"Interlocking matrix"_s);
    QVERIFY(matrix->isVisibleTo(&desk.page));
    const auto *const model = matrix->model();
    QCOMPARE(model->index(0, 2).data().toString(), u"quota 97, 3 over"_s);
    QCOMPARE(model->index(2, 1).data().toString(), u"300"_s);
    QCOMPARE(model->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(),
             u"Male, quota 100; Male quota 97, 3 over"_s);
    QVERIFY(matrix->model()->setData(model->index(0, 0), u"97"_s, Qt::EditRole));
    auto *const chip = named<ui::Chip>(desk.page, u"GENDER agrees with its quotas"_s);
    QCOMPARE(chip->text(), u"GENDER ✓"_s);
    QVERIFY(!says(desk.page, u"3 over"_s));
    QCOMPARE(desk.cell(0), u"97"_s); // the list is of the same cells
}

void TestInterlockingPage::showsWhatWasChosenLast()
{
    for (const bool isMatrix : {true, false}) {
        {
            Desk desk;
            QTRY_COMPARE(desk.cell(0), u"100"_s);
            desk.button(isMatrix ? u"Matrix"_s : u"List"_s)->click();
        }
        Desk desk;
        QTRY_COMPARE(desk.cell(0), u"100"_s);
        QCOMPARE(named<QTableView>(desk.page, u"Interlocking matrix"_s)->isVisibleTo(&desk.page),
                 isMatrix);
    }
}

void TestInterlockingPage::distributesAfterAPreview()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.button(u"Distribute…"_s)->click();
    auto *const preview = named<QTableWidget>(desk.page, u"Preview"_s);
    QCOMPARE(preview->item(0, 3)->text(), u"200"_s); // 400 completes, no quotas: evenly
    QCOMPARE(preview->item(0, 4)->text(), u"+100"_s);
    QCOMPARE(desk.cell(0), u"100"_s);
    named<QLineEdit>(desk.page, u"Total"_s)->setText(u"1"_s);
    QVERIFY(says(desk.page, u"is too small"_s));
    QVERIFY(!desk.button(u"Apply to grid"_s)->isEnabled());
    named<QLineEdit>(desk.page, u"Total"_s)->setText(u"301"_s);
    desk.button(u"Apply to grid"_s)->click();
    QCOMPARE(desk.cell(0), u"151"_s);
    QCOMPARE(desk.cell(1), u"150"_s);
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestInterlockingPage::whatCannotBeSentWaits()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(desk.type(0, u"150"_s));
    const quint16 port = desk.leave();
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.pending.edits().size(), 1);
    QCOMPARE(desk.pending.edits()[0].what, u"Interlocking: Male"_s);
    QCOMPARE(desk.pending.edits()[0].after, u"150"_s);
    QVERIFY(desk.server.listen(QHostAddress::LocalHost, port));
    ui::InterlockingPage later(desk.session, {u"S1"_s}, desk.prompt);
    QTRY_COMPARE(later.unsavedCells(), 1); // as after a restart
    desk.quotas[0] = 111; // somebody else's
    desk.pending.send();
    QTRY_VERIFY(desk.pending.problem(desk.pending.edits().first()).contains(u"nothing was sent"_s));
    QVERIFY(desk.writes.isEmpty());
    desk.quotas[0] = 100;
    QSignalSpy added(&desk.session.changes(), &models::ChangeLog::added);
    desk.pending.send();
    QTRY_VERIFY(desk.pending.edits().isEmpty());
    QCOMPARE(desk.quotas, (QList<int> {150, 200}));
    QTRY_COMPARE(later.unsaved(), QString());
    const auto written = [&added] {
        return std::ranges::count_if(added, [](const QList<QVariant> &each) {
            return each[0].value<models::Change>().what == u"Interlocking: Male"_s;
        });
    };
    QTRY_COMPARE(written(), 1); // beside what the list of surveys tells as it is read again
}

void TestInterlockingPage::showsWhatIsKnownWithoutTheServer()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    const quint16 port = desk.leave();
    ui::InterlockingPage later(desk.session, {u"S1"_s}, desk.prompt); // as after a restart
    auto *const cells = named<QTableView>(later, u"Interlocking quotas"_s)->model();
    QTRY_COMPARE(cells->rowCount(), 2);
    QVERIFY(says(later, u"GENDER · 2 of at most 200 combinations · as of "_s));
    QTRY_VERIFY(!desk.session.isReachable());
    QVERIFY(!says(later, u"could not be read"_s));
    QVERIFY(cells->setData(cells->index(1, 1), u"222"_s, Qt::EditRole));
    named<QPushButton>(later, u"Save"_s)->click();
    QTRY_COMPARE(desk.pending.edits().size(), 1);
    ui::InterlockingPage last(desk.session, {u"S1"_s}, desk.prompt);
    QTRY_COMPARE(last.unsavedCells(), 1); // what waits, over what is known
    QCOMPARE(desk.pending.edits().size(), 1);
    QVERIFY(desk.server.listen(QHostAddress::LocalHost, port));
    desk.quotas[0] = 111;
    later.refresh();
    QTRY_COMPARE(cells->index(0, 1).data().toString(), u"111"_s);
    QCOMPARE(cells->index(1, 1).data().toString(), u"222"_s);
    QVERIFY(desk.writes.isEmpty());
}

void TestInterlockingPage::aSaveCutsAReadingOff()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(desk.type(0, u"150"_s));
    desk.page.refresh();
    QVERIFY(desk.button(u"Save"_s)->isEnabled());
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.quotas[0], 150);
    QTRY_COMPARE(desk.page.unsavedCells(), qsizetype(0));
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

void TestInterlockingPage::cellsOfAGridThatIsGoneGoOnWaiting()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(desk.type(0, u"150"_s));
    const quint16 port = desk.leave();
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.pending.edits().size(), 1);
    QVERIFY(desk.server.listen(QHostAddress::LocalHost, port));
    desk.isEmpty = true;
    desk.pending.send();
    QTRY_VERIFY(desk.pending.problem(desk.pending.edits().first()).contains(u"created again"_s));
    QVERIFY(desk.writes.isEmpty());
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestInterlockingPage>(argc, argv);
}

#include "tst_interlockingpage.moc"
