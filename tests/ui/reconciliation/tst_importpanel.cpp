#include "tests/ui/reconciliation/reconciliationdesk.h"
#include "ui/reconciliation/importpanel.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using Desk = support::ReconciliationDesk;

class TestImportPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNoSuspiciousOnesUnasked();
    void aListThatWasNotSubmittedIsUnsaved();
    void asksBeforeAListIsDropped();
    void copiesNoMoreThanItShould();
    void importsNothingForAnotherSurvey_data();
    void importsNothingForAnotherSurvey();
};

void TestImportPanel::sendsNoSuspiciousOnesUnasked()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.button(u"Start over"_s)->isEnabled());
    desk.button(u"Start over"_s)->click();
    desk.prompt.asked.clear();
    desk.prompt.isSure = false;
    QByteArray text = "short\n\"xx1\"\n";
    for (int i = 10; i < 40; ++i)
        text += 'x' + QByteArray::number(i) + '\n';
    desk.import(u"Import UIDs…"_s, u"odd.txt"_s, text);
    QTRY_COMPARE(desk.table(u"Findings by line"_s)->rowCount(), 32);
    desk.submit();
    QTRY_COMPARE(desk.prompt.asked.size(), qsizetype(1));
    const QString sent = QLocale().createSeparatedList(
        {u"30 good"_s, u"1 good without its quotation marks or invisible characters"_s});
    QVERIFY2(desk.prompt.asked[0].contains(
                 u"31 UID(s): %1. Left out: 1 suspicious (unusual length)."_s.arg(sent)),
             qPrintable(desk.prompt.asked[0]));
    named<QCheckBox>(desk.page, u"Include suspicious UIDs"_s)->click();
    desk.submit();
    QTRY_COMPARE(desk.prompt.asked.size(), qsizetype(2));
    QVERIFY(desk.prompt.asked[1].contains(u"1 suspicious (unusual length)."_s));
    desk.prompt.isSure = true;
    desk.page.choose({u"S2"_s});
    desk.page.choose({u"S1"_s});
    QVERIFY(!named<QCheckBox>(desk.page, u"Include suspicious UIDs"_s)->isChecked());
}

void TestImportPanel::aListThatWasNotSubmittedIsUnsaved()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.page.unsaved().contains(u"“Snack tracker W14”: 2 imported UID(s)"_s));
    desk.page.showAll();
    QVERIFY(!desk.page.unsaved().isEmpty());
    desk.page.choose({u"S1"_s});
    desk.submit();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    QTRY_COMPARE(desk.page.unsaved(), QString());
    desk.import(u"Import UIDs…"_s, u"more.txt"_s, "j8G7Y170924878SjNl1\n");
    QTRY_VERIFY(desk.page.unsaved().contains(u"3 imported UID(s)"_s));
    desk.button(u"Start over"_s)->click();
    QCOMPARE(desk.page.unsaved(), QString());
}

void TestImportPanel::asksBeforeAListIsDropped()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(!desk.page.unsaved().isEmpty());
    QVERIFY(!desk.page.canSave());
    const auto *const panel = desk.page.findChild<ui::ImportPanel *>();
    auto *const picker = named<QComboBox>(desk.page, u"Survey"_s);
    const int shown = picker->currentIndex();
    desk.prompt.isSure = false;
    desk.page.choose({u"S2"_s});
    QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
    QVERIFY(desk.prompt.asked[0].contains(u"2 imported UID(s) haven’t been submitted"_s));
    QCOMPARE(picker->currentIndex(), shown);
    desk.button(u"Start over"_s)->click();
    QCOMPARE(desk.prompt.asked.size(), qsizetype(2));
    QCOMPARE(panel->chosen()->size(), qsizetype(2));
    desk.page.showAll(); // drops nothing
    desk.page.choose({u"S1"_s});
    QCOMPARE(desk.prompt.asked.size(), qsizetype(2));
    desk.prompt.isSure = true;
    desk.button(u"Start over"_s)->click();
    QVERIFY(panel->chosen()->isEmpty());
    desk.page.choose({u"S2"_s});
    QCOMPARE(desk.prompt.asked.size(), qsizetype(3));
}

void TestImportPanel::copiesNoMoreThanItShould()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    auto *const panel = desk.page.findChild<ui::ImportPanel *>();
    QTRY_VERIFY(!panel->chosen()->isEmpty());
    panel->startOver();
    QByteArray text;
    for (int i = 0; i < 100'001; ++i)
        text += "j8G7Y17092487" + QByteArray::number(1'000'000 + i) + '\n';
    desk.import(u"Import UIDs…"_s, u"many.txt"_s, text);
    QTRY_COMPARE(panel->chosen()->size(), qsizetype(100'001));
    auto *const table = named<QTableView>(desk.page, u"Findings by line"_s);
    QTRY_COMPARE(table->model()->rowCount(), 100'001);
    QGuiApplication::clipboard()->setText(u"before"_s);
    table->selectAll();
    for (QAction *const action : table->actions())
        action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(support::says(desk.page, u"No more than 100,000 UIDs can be copied at once."_s));
    table->selectRow(0);
    for (QAction *const action : table->actions())
        action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"j8G7Y170924871000000"_s);
}

void TestImportPanel::importsNothingForAnotherSurvey_data()
{
    QTest::addColumn<QStringList>("buttons");
    QTest::newRow("while a file is read") << QStringList {u"Import UIDs…"_s};
    QTest::newRow("while another waits") << QStringList {u"Import UIDs…"_s, u"again"_s};
    QTest::newRow("cancelled") << QStringList {u"Import UIDs…"_s, u"Cancel import"_s};
    QTest::newRow("another column") << QStringList {u"Import UIDs…"_s, u"column"_s};
    QTest::newRow("a platform export") << QStringList {u"Import platform export…"_s};
}

void TestImportPanel::importsNothingForAnotherSurvey()
{
    QFETCH(const QStringList, buttons);
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.button(u"Start over"_s)->isEnabled());
    desk.showTab(buttons[0].contains(u"platform"_s) ? 2 : 0);
    QByteArray text = "uid,status\n";
    for (int i = 0; i < 50'000; ++i)
        text += 'u' + QByteArray::number(i) + ",complete\n";
    desk.import(buttons[0], u"long.csv"_s, text);
    auto *const panel = desk.page.findChild<ui::ImportPanel *>();
    if (buttons.value(1) == u"again")
        panel->importFiles({desk.prompt.path});
    if (buttons.value(1) == u"Cancel import")
        desk.button(u"Cancel import"_s)->click();
    if (buttons.value(1) == u"column") {
        QTRY_COMPARE(panel->chosen()->size(), qsizetype(50'002));
        auto *const box = named<QComboBox>(desk.page, u"Column with the UIDs"_s);
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QVERIFY(panel->isBusy());
    }
    desk.page.choose({u"S2"_s});
    for (int round = 0; round < 5; ++round) { // whatever ran has ended and was heard
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
    QVERIFY(panel->chosen()->isEmpty());
    QVERIFY(!panel->isBusy());
    QCOMPARE(desk.table(u"Findings by line"_s)->rowCount(), 0);
    QCOMPARE(desk.table(u"Respondents of both sources"_s)->rowCount(), 0);
    desk.showTab(0);
    desk.import(u"Import UIDs…"_s, u"own.txt"_s, "own1\n");
    QTRY_COMPARE(panel->chosen()->size(), qsizetype(1));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestImportPanel>(argc, argv);
}

#include "tst_importpanel.moc"
