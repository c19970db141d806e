#include "tests/support/window.h"
#include "ui/mainwindow/autorefresh.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// A clock that a test sets.
struct Wall
{
    QDateTime now {QDate(2026, 11, 28), QTime(9, 0), Qt::UTC};
    ui::AutoRefresh refresh {nullptr, [this] { return now; }};
    QSignalSpy due {&refresh, &ui::AutoRefresh::due};

    void pass(qint64 seconds)
    {
        now = now.addSecs(seconds);
        refresh.look();
    }
};

} // namespace

class TestAutoRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void isFiveMinutesAtFirstAndKept()
    {
        {
            ui::AutoRefresh refresh;
            QCOMPARE(refresh.minutes(), 5);
            QCOMPARE(refresh.actions().size(), qsizetype(4));
            QVERIFY(refresh.actions()[2]->isChecked());
            refresh.actions()[0]->trigger();
            QCOMPARE(refresh.minutes(), 0);
        }
        ui::AutoRefresh again;
        QCOMPARE(again.minutes(), 0); // never is a choice, too
        QVERIFY(again.actions()[0]->isChecked());
        QVERIFY(!again.actions()[2]->isChecked());
    }

    void nonsenseIsAsIfNothingWasChosen_data()
    {
        QTest::addColumn<QVariant>("kept");
        QTest::newRow("no choice of ours") << QVariant(7);
        QTest::newRow("nonsense") << QVariant(u"soon"_s);
        QTest::newRow("negative") << QVariant(-1);
        QTest::newRow("empty") << QVariant(QString());
    }

    void nonsenseIsAsIfNothingWasChosen()
    {
        QFETCH(QVariant, kept);
        QSettings().setValue(u"surveys/autoRefresh"_s, kept);
        ui::AutoRefresh refresh;
        QCOMPARE(refresh.minutes(), 5);
        QVERIFY(refresh.actions()[2]->isChecked());
    }

    void isDueAfterItsTime()
    {
        Wall wall;
        wall.pass(299);
        QCOMPARE(wall.due.size(), 0);
        wall.pass(1);
        QCOMPARE(wall.due.size(), 1);
        wall.pass(299);
        QCOMPARE(wall.due.size(), 1);
        wall.pass(1);
        QCOMPARE(wall.due.size(), 2);
        wall.refresh.choose(0);
        wall.pass(100'000);
        QCOMPARE(wall.due.size(), 2);
    }

    void isDueOnceAfterASuspend()
    {
        Wall wall;
        wall.pass(60);
        wall.pass(8 * 3600); // a night with the lid closed
        QCOMPARE(wall.due.size(), 1);
        wall.pass(10);
        QCOMPARE(wall.due.size(), 1);
    }

    void aClockSetBackDoesNotStopIt()
    {
        Wall wall;
        wall.pass(-24 * 3600);
        QCOMPARE(wall.due.size(), 0);
        wall.pass(300);
        QCOMPARE(wall.due.size(), 1);
    }

    void waitsWhileACellIsEdited()
    {
        Wall wall;
        QTableWidget table(1, 1);
        auto *const item = new QTableWidgetItem(u"250"_s);
        table.setItem(0, 0, item);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        table.editItem(item);
        QTRY_VERIFY(QApplication::focusWidget()
                    && QApplication::focusWidget()->parentWidget() == table.viewport());
        wall.pass(300);
        QCOMPARE(wall.due.size(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), &table);
        wall.pass(10);
        QCOMPARE(wall.due.size(), 1);
    }

    void waitsWhileAMenuIsOpen()
    {
        Wall wall;
        QMenu menu;
        menu.addAction(u"Pause"_s);
        menu.popup({10, 10});
        wall.pass(300);
        QCOMPARE(wall.due.size(), 0);
        menu.close();
        wall.pass(10);
        QCOMPARE(wall.due.size(), 1);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestAutoRefresh>(argc, argv);
}

#include "tst_autorefresh.moc"
