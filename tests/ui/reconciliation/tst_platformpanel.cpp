#include "tests/support/window.h"
#include "ui/reconciliation/platformpanel.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QFile>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::named;

class TestPlatformPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatNumbersCountAs();
    void anUnknownCountIsNoZero();
};

namespace {

struct Desk
{
    void import(const QByteArray &text)
    {
        QFile file(folder.filePath(u"export.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no space");
        file.close();
        prompt.path = file.fileName();
        named<QPushButton>(panel, u"Import platform export…"_s)->click();
    }
    int rows()
    {
        return named<QTableView>(panel, u"Respondents of both sources"_s)->model()->rowCount();
    }
    void choose(const QString &status, int outcome)
    {
        auto *const box = named<QComboBox>(panel, u"“%1” counts as"_s.arg(status));
        QCOMPARE(box->currentIndex(), -1);
        box->setCurrentIndex(outcome);
        Q_EMIT box->activated(outcome);
    }

    QTemporaryDir folder;
    support::FakePrompt prompt;
    QWidget window;
    ui::Banner banner {&window};
    ui::PlatformPanel panel {prompt, banner, nullptr};
};

} // namespace

void TestPlatformPanel::asksWhatNumbersCountAs()
{
    Desk desk;
    desk.import("rid,status\na,1\nb,2\nc,2\nd,complete\n");
    QTRY_VERIFY(support::says(desk.panel, u"Choose what these statuses count as: 1, 2"_s));
    QCOMPARE(desk.rows(), 0);
    desk.choose(u"2"_s, 1);
    QCOMPARE(desk.rows(), 0);
    desk.choose(u"1"_s, 0);
    QTRY_COMPARE(desk.rows(), 4);
    // The service hasn't said what it accepted.
    QVERIFY(support::says(desk.panel, u"known once Completed"_s));
    QVERIFY(!support::says(desk.panel, u"not accepted here"_s));
    QVERIFY(!support::says(desk.panel, u"Choose what these statuses count as: 1, 2"_s));
    auto *const outcomes =
        named<QTableWidget>(desk.panel, u"What the platform’s statuses count as"_s);
    QCOMPARE(outcomes->model()->index(0, 2).data(Qt::AccessibleTextRole).toString(),
             u"Screened out"_s);
    QCOMPARE(outcomes->model()->index(2, 2).data(Qt::AccessibleTextRole).toString(), u"Complete"_s);
}

void TestPlatformPanel::anUnknownCountIsNoZero()
{
    Desk desk;
    desk.import("rid,status\na,complete\nb,complete\n");
    QTRY_VERIFY(support::says(desk.panel, u"the service’s count is unknown"_s));
    desk.panel.setService(nullptr, 0);
    QTRY_VERIFY(support::says(desk.panel, u"the service counts 0"_s));
    desk.panel.setService(nullptr, 2);
    QTRY_VERIFY(support::says(desk.panel, u"the service counts as many"_s));
    desk.panel.setService(nullptr, std::nullopt);
    QTRY_VERIFY(support::says(desk.panel, u"the service’s count is unknown"_s));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestPlatformPanel>(argc, argv);
}

#include "tst_platformpanel.moc"
