#include "tests/support/window.h"
#include "ui/mainwindow/autorefresh.h"

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestAutoRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void isOffAtFirstAndKept()
    {
        {
            ui::AutoRefresh refresh;
            QCOMPARE(refresh.minutes(), 0);
            QCOMPARE(refresh.actions().size(), qsizetype(4));
            QVERIFY(refresh.actions()[0]->isChecked());
            refresh.actions()[2]->trigger();
            QCOMPARE(refresh.minutes(), 5);
        }
        ui::AutoRefresh again;
        QCOMPARE(again.minutes(), 5);
        QVERIFY(again.actions()[2]->isChecked());
        QVERIFY(!again.actions()[0]->isChecked());
    }

    void unknownIsNever_data()
    {
        QTest::addColumn<QVariant>("kept");
        QTest::newRow("no choice of ours") << QVariant(7);
        QTest::newRow("nonsense") << QVariant(u"soon"_s);
        QTest::newRow("negative") << QVariant(-1);
    }

    void unknownIsNever()
    {
        QFETCH(QVariant, kept);
        QSettings().setValue(u"surveys/autoRefresh"_s, kept);
        ui::AutoRefresh refresh;
        QCOMPARE(refresh.minutes(), 0);
        QVERIFY(refresh.actions()[0]->isChecked());
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestAutoRefresh>(argc, argv);
}

#include "tst_autorefresh.moc"
