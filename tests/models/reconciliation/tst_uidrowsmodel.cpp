#include "models/reconciliation/uidimport.h"
#include "models/reconciliation/uidrowsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestUidRowsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersFindings();
    void arrangesManyBesideTheInterface();
};

void TestUidRowsModel::rendersFindings()
{
    models::UidRowsModel model;
    QAbstractItemModelTester tester(&model);
    models::Work work;
    QByteArray text = "abc1\nabc1\n1.7E+17\n";
    for (int i = 0; i < 40; ++i)
        text += "abd" + QByteArray::number(i % 10) + QByteArray::number(i / 10) + '\n';
    const models::UidImport import =
        models::importUids({u"x.txt"_s, models::TextSource::fromUtf8(text)}, {}, work);
    model.setRows(import.rows);
    QCOMPARE(model.rowCount(), 43);
    model.look({.kinds = ~models::bit(models::UidKind::Good), .needle = {}});
    model.sort(models::UidRowsModel::Line, Qt::DescendingOrder);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    QCOMPARE(lines,
             (QStringList {u"3 | 1.7E+17 | Damaged | a number that a spreadsheet rounded | x.txt"_s,
                           u"2 | abc1 | Duplicate | repeats line 1 | x.txt"_s,
                           u"1 | abc1 | Suspicious | 4 characters, most have 5 | x.txt"_s}));
    QCOMPARE(model.index(0, models::UidRowsModel::Finding).data(models::StatusRole).toInt(),
             int(models::UidKind::Damaged));
}

void TestUidRowsModel::arrangesManyBesideTheInterface()
{
    models::UidRowsModel model;
    models::Work work;
    QByteArray text = "abc\n";
    for (int i = 0; i < 30'000; ++i)
        text += "a" + QByteArray::number(100'000 + i) + '\n';
    const models::UidImport import =
        models::importUids({u"x.txt"_s, models::TextSource::fromUtf8(text)}, {}, work);
    QSignalSpy arranged(&model, &models::UidRowsModel::arranged);
    model.setRows(import.rows);
    model.look({.kinds = ~0U, .needle = "b"});
    QTRY_COMPARE(model.rowCount(), 1);
    // Where the worker is slower than we are the first wish is overtaken by the second.
    QVERIFY(!arranged.isEmpty() && arranged.size() <= 2);
    // Until a new filter is applied, what is said of the rows that are shown is of the old one.
    const quint32 good = models::bit(models::UidKind::Good);
    model.look({.kinds = good, .needle = {}});
    QCOMPARE(model.shownKinds() == good,
             model.rowCount() == int(import.rows->count(int(models::UidKind::Good))));
    QTRY_COMPARE(model.shownKinds(), good);
    QCOMPARE(model.rowCount(), int(import.rows->count(int(models::UidKind::Good))));
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication app(argc, argv);
    TestUidRowsModel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_uidrowsmodel.moc"
