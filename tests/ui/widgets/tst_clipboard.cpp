#include "models/files/pastedrows.h"
#include "models/files/tableexport.h"
#include "tests/support/window.h"
#include "ui/widgets/clipboard.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QStandardItemModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

/// What a table of one column with this text puts there.
QString copied(const QString &text)
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(text));
    QTableView table;
    table.setModel(&model);
    table.selectAll();
    ui::copyCells(table, false);
    return QApplication::clipboard()->text();
}

} // namespace

class TestClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsWhatASpreadsheetWouldRun_data();
    void guardsWhatASpreadsheetWouldRun();
    void itsOwnPasteTakesTheGuardOff();
    void headersNameRowsAndColumns();
    void valuesAreNumbersAndDates();
};

void TestClipboard::guardsWhatASpreadsheetWouldRun_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a name") << u"Snack tracker"_s << u"Snack tracker"_s;
    QTest::newRow("a formula") << u"=HYPERLINK(\"http://x\")"_s
                               << u"\"'=HYPERLINK(\"\"http://x\"\")\""_s;
    QTest::newRow("a sum") << u"+1+cmd|' /C calc'!A0"_s << u"'+1+cmd|' /C calc'!A0"_s;
    QTest::newRow("a difference") << u"-2+3"_s << u"'-2+3"_s;
    QTest::newRow("an at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("a tab") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("full-width") << u"\uff1d1"_s << u"'\uff1d1"_s;
    QTest::newRow("a negative number") << u"-5"_s << u"-5"_s;
    QTest::newRow("a per cent") << u"+12.5%"_s << u"+12.5%"_s;
    QTest::newRow("a number") << u"1800"_s << u"1800"_s;
    QTest::newRow("many digits") << u"1234567890123456789"_s << u"'1234567890123456789"_s;
}

void TestClipboard::guardsWhatASpreadsheetWouldRun()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(copied(text), expected + u'\n');
    const bool isGuarded = expected.contains(u'\'');
    QCOMPARE(QApplication::clipboard()->mimeData()->html().startsWith(u"<table><tr><td>'"_s),
             isGuarded);
}

void TestClipboard::itsOwnPasteTakesTheGuardOff()
{
    for (const QString &text : {u"=1+1"_s, u"0012"_s, u"'=quoted"_s, u"plain"_s, u"-5"_s})
        QCOMPARE(models::rowsFromText(copied(text)), (QList<QStringList> {{text}}));
}

void TestClipboard::headersNameRowsAndColumns()
{
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({u"18-34"_s, u"35+"_s});
    model.setVerticalHeaderLabels({u"Male"_s});
    model.setItem(0, 0, new QStandardItem(u"100"_s));
    model.setItem(0, 1, new QStandardItem(u"150"_s));
    QTableView table;
    table.setModel(&model);
    table.selectAll();
    ui::copyCells(table, true);
    QCOMPARE(QApplication::clipboard()->text(), u"\t18-34\t35+\nMale\t100\t150\n"_s);
    table.verticalHeader()->hide();
    ui::copyCells(table, true);
    QCOMPARE(QApplication::clipboard()->text(), u"18-34\t35+\n100\t150\n"_s);
}

void TestClipboard::valuesAreNumbersAndDates()
{
    using enum models::CellKind;
    models::ExportTable table {.name = {},
                               .columns = {{u"=Name"_s, Text},
                                           {u"Completes"_s, Whole},
                                           {u"LOI"_s, Number},
                                           {u"IR"_s, Percent},
                                           {u"Spend"_s, Money},
                                           {u"End"_s, Date},
                                           {u"Nothing"_s, Whole}},
                               .rowCount = 1,
                               .cell = [](qsizetype, qsizetype column) {
                                   const QVariant values[] {u"=1"_s, 1800LL,   10.5,
                                                            0.4375,  180000LL, QDate(2026, 12, 1),
                                                            {}};
                                   return values[column];
                               }};
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::copyTable(table, true);
    QCOMPARE(QApplication::clipboard()->text(),
             u"'=Name\tCompletes\tLOI\tIR\tSpend\tEnd\tNothing\n"
             "'=1\t1800\t10.5\t43.75%\t1800.00\t2026-12-01\t\n"_s);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    ui::copyTable(table, false);
    QCOMPARE(QApplication::clipboard()->text(),
             u"'=1\t1800\t10,5\t43,75%\t1800,00\t2026-12-01\t\n"_s);
    QLocale::setDefault(before);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestClipboard>(argc, argv);
}

#include "tst_clipboard.moc"
