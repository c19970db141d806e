#include "models/activity/changelog.h"
#include "tests/ui/quotas/quotasdesk.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using support::named;
using support::says;
using support::snacks;
using Desk = support::QuotasDesk;

class TestQuotasSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void editsUndoesAndSaves()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.column(),
                 (QStringList {u"100"_s, u"200"_s, u"default (400)"_s, u"default (400)"_s,
                               u"default (400)"_s}));
        QVERIFY(says(*desk.section, u"GENDER: 300 of 400 completes, 100 short"_s));
        QVERIFY(!desk.button(u"Save"_s)->isEnabled());
        QVERIFY(!desk.type(0, u"many"_s));
        QVERIFY(says(*desk.section, u"A quota is a whole number"_s));
        QVERIFY(desk.type(0, u"150"_s));
        QVERIFY(!says(*desk.section, u"A quota is a whole number"_s));
        QVERIFY(desk.type(1, u"250"_s));
        QVERIFY(says(*desk.section, u"GENDER: 400 of 400 completes ✓"_s));
        QCOMPARE(desk.section->unsaved(), u"2 quota(s) are not saved."_s);
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.cell(1), u"200"_s);
        const QList<QAction *> actions = desk.section->findChildren<QAction *>();
        const auto redo = std::ranges::find_if(actions, [](const QAction *one) {
            return one->shortcuts().contains(QKeySequence(u"Ctrl+Y"_s));
        });
        QVERIFY(redo != actions.end());
        (*redo)->trigger();
        QCOMPARE(desk.cell(1), u"250"_s);
        desk.button(u"Undo"_s)->click();
        desk.button(u"Save"_s)->click();
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QCOMPARE(desk.writes.size(), 1);
        QVERIFY(!desk.writes[0].contains("42")); // AGE didn't change
        QVERIFY(says(*desk.section, u"1 quota(s) saved."_s));
    }

    void whatWasSavedIsRecorded()
    {
        Desk desk;
        desk.open();
        desk.run(u"Close option"_s); // the first one is chosen
        QSignalSpy added(&desk.session.changes(), &models::ChangeLog::added);
        desk.run(u"Save"_s);
        QTRY_COMPARE(added.size(), 1);
        const auto change = added[0][0].value<models::Change>();
        QCOMPARE(change.what, u"Quota: GENDER, Male"_s);
        QCOMPARE(change.before, u"100"_s);
        QCOMPARE(change.after, u"0 (closed)"_s);
        QCOMPARE(change.origin, models::Change::Here);
    }

    void keepsEditsThroughFailureAndRefresh()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.isDown = true;
        desk.button(u"Save"_s)->click();
        QTRY_VERIFY(says(*desk.section, u"Your edits are kept here."_s));
        QCOMPARE(desk.cell(0), u"150"_s);
        desk.isDown = false;
        desk.quotas[u"2"_s] = 222;
        desk.section->refresh();
        QTRY_COMPARE(desk.cell(1), u"222"_s);
        QCOMPARE(desk.cell(0), u"150"_s);
        desk.button(u"Revert"_s)->click();
        QCOMPARE(desk.cell(0), u"100"_s);
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.cell(0), u"150"_s);
        QVERIFY(desk.writes.isEmpty());
    }

    void anOpenEditorSurvivesARefresh()
    {
        Desk desk;
        desk.open();
        desk.section->show();
        QTableView *const table = desk.table();
        table->setCurrentIndex(table->model()->index(0, 2));
        table->edit(table->currentIndex());
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"17"_s);
        desk.quotas[u"1"_s] = 133;
        api::Survey told = snacks();
        told.quotas = {{{43}, {{133, 1}, {200, 2}}}};
        desk.session.surveys().adopt(told); // as an auto-refresh does
        QTRY_COMPARE(desk.cell(0), u"133"_s);
        QCOMPARE(table->viewport()->findChild<QLineEdit *>(), editor);
        QCOMPARE(editor->text(), u"17"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(desk.cell(0), u"17"_s);
    }

    void refreshesOneQuota()
    {
        Desk desk;
        desk.open();
        desk.type(1, u"250"_s);
        desk.quotas[u"1"_s] = 133;
        desk.run(u"Refresh this quota"_s); // the first one is chosen
        QTRY_COMPARE(desk.cell(0), u"133"_s);
        QCOMPARE(desk.cell(1), u"250"_s);
        QVERIFY(desk.server.seen.last().headers.toLower().contains("x-qualification-id: 43"));
    }

    void settlesConflictsOneByOne()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.type(1, u"250"_s);
        desk.quotas = {{u"1"_s, 111}, {u"2"_s, 222}};
        desk.button(u"Save"_s)->click();
        auto *const conflicts = named<QTableWidget>(*desk.section, u"Conflicts"_s);
        QTRY_COMPARE(conflicts->rowCount(), 2);
        QVERIFY(desk.writes.isEmpty());
        QStringList texts;
        for (int column = 0; column < 4; ++column)
            texts.append(conflicts->item(0, column)->text());
        QCOMPARE(texts, (QStringList {u"GENDER, Male"_s, u"100"_s, u"111"_s, u"150"_s}));
        conflicts->selectRow(0);
        desk.button(u"Take theirs"_s)->click();
        QCOMPARE(desk.cell(0), u"111"_s);
        desk.button(u"Keep mine"_s)->click();
        QCOMPARE(desk.cell(1), u"250"_s);
        desk.button(u"Save"_s)->click();
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QCOMPARE(desk.quotas[u"1"_s], 111);
        QCOMPARE(desk.quotas[u"2"_s], 250);
    }

    void withoutTheGoalQuotasAreOnlyShown()
    {
        Desk desk;
        desk.open();
        api::Survey told = snacks();
        told.completeNeeded = 0;
        told.unknown |= api::SurveyFigure::CompleteNeeded;
        desk.session.surveys().adopt(told);
        QCOMPARE(desk.cell(2), u"default"_s);
        QVERIFY(!desk.type(0, u"150"_s));
        QVERIFY(says(*desk.section, u"hasn’t provided the completes needed"_s));
        QVERIFY(says(*desk.section, u"GENDER: sum 300"_s));
        desk.session.surveys().adopt(snacks());
        QCOMPARE(desk.cell(2), u"default (400)"_s);
        QVERIFY(desk.type(0, u"150"_s));
    }

    void theirsTakenAndUndoneIsAConflictAgain()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.type(1, u"250"_s);
        desk.quotas = {{u"1"_s, 111}, {u"2"_s, 222}};
        desk.button(u"Save"_s)->click();
        auto *const conflicts = named<QTableWidget>(*desk.section, u"Conflicts"_s);
        QTRY_COMPARE(conflicts->rowCount(), 2);
        desk.button(u"Take theirs"_s)->click();
        QCOMPARE(conflicts->rowCount(), 0);
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.cell(0), u"150"_s);
        QCOMPARE(conflicts->rowCount(), 2);
        desk.button(u"Save"_s)->click();
        QVERIFY(says(*desk.section, u"Nothing was sent."_s));
        desk.button(u"Redo"_s)->click();
        QCOMPARE(conflicts->rowCount(), 0);
        QCOMPARE(desk.section->unsaved(), QString());
        QVERIFY(desk.writes.isEmpty());
    }

    /// The value before an edit is theirs once they changed it: undo must not set theirs back.
    void undoGoesBackToTheirs()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.quotas[u"1"_s] = 111;
        desk.section->refresh();
        auto *const conflicts = named<QTableWidget>(*desk.section, u"Conflicts"_s);
        QTRY_COMPARE(conflicts->rowCount(), 1);
        desk.button(u"Keep mine"_s)->click();
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.cell(0), u"111"_s);
        QCOMPARE(desk.section->unsaved(), QString());
        desk.button(u"Redo"_s)->click();
        desk.button(u"Save"_s)->click();
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QCOMPARE(desk.quotas[u"1"_s], 150);
        desk.button(u"Undo"_s)->click(); // of what was saved from here
        QCOMPARE(desk.cell(0), u"111"_s);
        QVERIFY(!desk.section->unsaved().isEmpty());
    }

    void anotherReadingSettlesNoConflict()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.type(1, u"250"_s);
        desk.quotas = {{u"1"_s, 111}, {u"2"_s, 222}};
        desk.button(u"Save"_s)->click();
        auto *const conflicts = named<QTableWidget>(*desk.section, u"Conflicts"_s);
        QTRY_COMPARE(conflicts->rowCount(), 2);
        desk.quotas[u"3"_s] = 33; // so that one sees when the reading is there
        desk.section->refresh();
        QTRY_COMPARE(desk.cell(2), u"33"_s);
        QCOMPARE(conflicts->rowCount(), 2);
        QStringList texts;
        for (int column = 0; column < 4; ++column)
            texts.append(conflicts->item(0, column)->text());
        QCOMPARE(texts, (QStringList {u"GENDER, Male"_s, u"100"_s, u"111"_s, u"150"_s}));
        desk.button(u"Save"_s)->click();
        QVERIFY(says(*desk.section, u"Nothing was sent."_s));
        desk.section->saveUnsaved(); // as on the way out
        QTest::qWait(50);
        QVERIFY(desk.writes.isEmpty());
        // Mine follows what is typed; what is as the service has it is settled.
        desk.type(0, u"160"_s);
        QCOMPARE(conflicts->item(0, 3)->text(), u"160"_s);
        desk.type(0, u"111"_s);
        QCOMPARE(conflicts->rowCount(), 1);
        desk.button(u"Keep mine"_s)->click();
        desk.button(u"Save"_s)->click();
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QCOMPARE(desk.quotas[u"1"_s], 111);
        QCOMPARE(desk.quotas[u"2"_s], 250);
    }

    void pastesAColumnAndTellsWhatIsLeftOut()
    {
        Desk desk;
        desk.open();
        desk.choose(2, 2);
        desk.paste(u"18-24\t100\n25-34\tx\n35-60\t150\nmore\t9\n"_s);
        QCOMPARE(desk.column().mid(2), (QStringList {u"100"_s, u"default (400)"_s, u"150"_s}));
        QVERIFY(says(*desk.section, u"1 value(s) can’t be a quota: x"_s));
        QVERIFY(says(*desk.section, u"1 value(s) have no row to go to: 9"_s));
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.section->unsaved(), QString());
        desk.choose(0, 1);
        desk.paste(u"120"_s);
        QCOMPARE(desk.column().first(2), (QStringList {u"120"_s, u"120"_s}));
        desk.choose(1, 3);
        desk.run(u"Fill down"_s);
        QCOMPARE(desk.cell(3), u"120"_s);
    }

    void copiesWhatCanBePasted()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"0"_s);
        desk.choose(0, 2);
        desk.run(u"Copy"_s);
        desk.run(u"Distribute evenly"_s);
        QCOMPARE(desk.cell(2), u"134"_s);
        desk.run(u"Paste"_s);
        QCOMPARE(desk.column().first(3),
                 (QStringList {u"0 (closed)"_s, u"200"_s, u"default (400)"_s}));
    }

    void distributesEvenlyAndByPercentage()
    {
        Desk desk;
        desk.open();
        desk.run(u"Distribute evenly"_s);
        QCOMPARE(desk.column(), (QStringList {u"200"_s, u"200"_s, u"134"_s, u"133"_s, u"133"_s}));
        desk.table()->setCurrentIndex(desk.table()->model()->index(0, 2));
        desk.button(u"By percentage…"_s)->click();
        auto *const text = named<QPlainTextEdit>(*desk.section, u"Percentages"_s);
        QCOMPARE(text->toPlainText(), u"Male\t50 %\nFemale\t50 %"_s);
        text->setPlainText(u"48 %\n50 %"_s);
        QVERIFY(says(*desk.section, u"The percentages sum to 98, not to 100."_s));
        QVERIFY(!desk.button(u"Apply to quotas"_s)->isEnabled());
        text->setPlainText(u"48 %\n52 %"_s);
        auto *const preview = named<QTableWidget>(*desk.section, u"Preview"_s);
        QCOMPARE(preview->item(1, 2)->text(), u"208"_s);
        desk.button(u"Apply to quotas"_s)->click();
        QCOMPARE(desk.column().first(2), (QStringList {u"192"_s, u"208"_s}));
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.cell(0), u"200"_s);
    }

    void backToTheDefaultIsSentAsAllCompletes()
    {
        Desk desk;
        desk.open();
        desk.choose(0, 0);
        desk.run(u"Clear quota"_s);
        QCOMPARE(desk.cell(0), u"default (400)"_s);
        desk.run(u"Save"_s);
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QCOMPARE(desk.quotas[u"1"_s], 400);
        QCOMPARE(desk.cell(0), u"400"_s);
    }

    void aClosedSurveyIsOnlyRead()
    {
        Desk desk;
        api::Survey closed = snacks();
        closed.status = api::SurveyStatus::Closed;
        desk.session.surveys().adopt(closed);
        desk.open();
        QVERIFY(!desk.type(0, u"150"_s));
        desk.run(u"Close option"_s);
        QCOMPARE(desk.cell(0), u"100"_s);
        QVERIFY(says(*desk.section, u"The survey is closed"_s));
        QVERIFY(!desk.button(u"Distribute evenly"_s)->isEnabled());
    }

    /// Also when they come before the survey's quotas have been read.
    void takesProposedQuotasAsOneStep()
    {
        Desk desk;
        desk.section->propose({{{43}, {{120, 1}, {280, 2}}}, {{99}, {{5, 7}}}});
        desk.open();
        QCOMPARE(desk.cell(0) + desk.cell(1), u"120280"_s);
        QVERIFY(says(*desk.section, u"2 quota(s) set from the grid’s margins."_s));
        QVERIFY(says(*desk.section, u"1 option(s) of the grid are not targeted any more"_s));
        QVERIFY(desk.writes.isEmpty());
        desk.button(u"Undo"_s)->click();
        QCOMPARE(desk.section->unsaved(), QString());
    }

    void anotherGoalCountsAtOnce()
    {
        Desk desk;
        desk.open();
        api::Survey more = snacks();
        more.completeNeeded = 300;
        desk.session.surveys().adopt(more);
        QCOMPARE(desk.cell(2), u"default (300)"_s);
        QVERIFY(says(*desk.section, u"GENDER: 300 of 300 completes ✓"_s));
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestQuotasSection>(argc, argv);
}

#include "tst_quotassection.moc"
