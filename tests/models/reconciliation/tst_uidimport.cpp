#include "models/reconciliation/comparison.h"
#include "models/reconciliation/settlement.h"
#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidimport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::TextSource;
using models::UidKind;

namespace {

models::UidSource source(const QByteArray &text, const QString &name = u"list.txt"_s)
{
    return {name, TextSource::fromBytes(text)};
}

models::UidImport imported(const models::UidSource &from)
{
    models::Work work;
    return models::importUids(from, models::previewUids(from).layout, work);
}

QString joined(const api::UidList &uids)
{
    QStringList all;
    for (qsizetype i = 0; i < uids.size(); ++i)
        all.append(QString::fromUtf8(uids.at(i)));
    return all.join(u' ');
}

/// The UIDs of the rows of these kinds.
QString joined(const models::UidImport &import, quint32 kinds = models::bit(UidKind::Good))
{
    return joined(*import.rows->of(kinds));
}

api::UidList list(const QByteArrayList &uids)
{
    api::UidList made;
    for (const QByteArray &uid : uids)
        made.append(uid);
    return made;
}

models::SharedUids shared(const QByteArrayList &uids)
{
    return std::make_shared<api::UidList>(list(uids));
}

/// Counts, and each row that isn't good.
QStringList render(const models::UidImport &import)
{
    const models::UidReport &report = import.report;
    QStringList lines {
        u"%1 lines: %2 good, %3 blank, %4 duplicate, %5 suspicious, %6 damaged"_s.arg(report.lines)
            .arg(report.good)
            .arg(report.blank)
            .arg(report.duplicate)
            .arg(report.suspicious)
            .arg(report.damaged)};
    for (qsizetype row = 0; row < import.rows->size(); ++row)
        if (import.rows->at(row) != UidKind::Good)
            lines.append(u"%1 %2 | %3 | %4 | %5"_s.arg(import.rows->line(row))
                             .arg(QString::fromUtf8(import.rows->uid(row)),
                                  import.rows->word(import.rows->kind(row)),
                                  import.rows->reason(row), import.rows->source(row)));
    return lines;
}

QByteArray manyGood(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "AAAAA" + QByteArray::number(1'000'000 + i) + "xx\n";
    return text;
}

} // namespace

class TestUidImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsGoodFromOthers();
    void findsTheColumn_data();
    void findsTheColumn();
    void keepsEachFinding();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void takesRejectsOff();
    void arranges_data();
    void arranges();
    void cancels();
    void importsAMillion();
    void exportsAndImportsAlike_data();
    void exportsAndImportsAlike();
    void keepsTheOldFileWhenCancelled();
    void compares();
    void knowsTheSameSet();
    void addsFilesUp();
    void tellsWhatIsLeftOut();
};

void TestUidImport::sortsGoodFromOthers()
{
    const models::UidImport result = imported(
        source(manyGood(40) + "\n  AAAAA1000003xx \nshort\n1.70925E+17\nAAAAA-000003xx\n"));
    QCOMPARE(render(result),
             (QStringList {
                 u"45 lines: 40 good, 1 blank, 1 duplicate, 2 suspicious, 1 damaged"_s,
                 u"41  | Blank |  | list.txt"_s,
                 u"42 AAAAA1000003xx | Duplicate | repeats line 4 | list.txt"_s,
                 u"43 short | Suspicious | 5 characters, most have 14 | list.txt"_s,
                 u"44 1.70925E+17 | Damaged | a number that a spreadsheet rounded | list.txt"_s,
                 u"45 AAAAA-000003xx | Suspicious | contains unusual characters | list.txt"_s}));
    QCOMPARE(joined(result, models::suspiciousKinds), u"short AAAAA-000003xx"_s);
    QCOMPARE(result.chosen(true)->size(), qsizetype(42));
    QCOMPARE(*result.chosen(false), *result.rows->of(models::bit(UidKind::Good)));
    // Nothing is suspicious where nothing is common.
    QCOMPARE(imported(source("a\nbb\nccc\n")).report.good, qint64(3));
}

void TestUidImport::findsTheColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("uids");
    QTest::newRow("a line each") << QByteArray("u1\nu2\n") << u"a.txt"_s << u"u1 u2"_s;
    QTest::newRow("a header alone") << QByteArray("UID\nu1\n") << u"a.txt"_s << u"u1"_s;
    QTest::newRow("by the header's word")
        << QByteArray("name,rid\nx,u1\ny,u2\n") << u"a.csv"_s << u"u1 u2"_s;
    QTest::newRow("uid before id")
        << QByteArray("id;uid\n1;u1\n2;u2\n") << u"a.csv"_s << u"u1 u2"_s;
    QTest::newRow("by its cells") << QByteArray("what\twho\nx\tabcdefg1\nx\tabcdefg2\n")
                                  << u"a.tsv"_s << u"abcdefg1 abcdefg2"_s;
    QTest::newRow("without a header, quoted")
        << QByteArray("\"u,1\"\n\"u,2\"\n") << u"a.csv"_s << u"u,1 u,2"_s;
}

void TestUidImport::findsTheColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QTEST(joined(imported(source(text, name))), "uids");
}

void TestUidImport::keepsEachFinding()
{
    const models::UidImport blank = imported(source(QByteArray(5000, '\n')));
    QCOMPARE(blank.report.blank, qint64(5000));
    QCOMPARE(blank.rows->line(4999), qint64(5000));
    QVERIFY(blank.chosen(true)->isEmpty());
    QVERIFY(imported(source("uid\n\"a\nb\nc\n", u"a.csv"_s)).report.isQuoteOpen);
}

void TestUidImport::cancels()
{
    models::Work work;
    work.cancel();
    QVERIFY(models::importUids(source(manyGood(20'000)), {}, work).isCancelled);
}

void TestUidImport::importsAMillion()
{
    const QByteArray text = manyGood(1'000'000) + manyGood(1000);
    QElapsedTimer clock;
    clock.start();
    const models::UidImport result = imported(source(text));
    qInfo("1,001,000 lines in %lld ms", clock.elapsed());
    QCOMPARE(result.report.good, qint64(1'000'000));
    QCOMPARE(result.report.duplicate, qint64(1000));
    clock.restart();
    const auto compared = models::compare(result.chosen(true), result.chosen(true));
    qInfo("compared with itself in %lld ms", clock.restart());
    models::arrange(*compared, {.kinds = ~0U, .needle = "1999998", .by = models::UidLook::By::Uid});
    qInfo("searched in %lld ms", clock.restart());
    models::arrange(*compared, {.kinds = ~0U, .needle = {}, .by = models::UidLook::By::Uid});
    qInfo("sorted in %lld ms", clock.elapsed());
}

void TestUidImport::exportsAndImportsAlike_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<char>("separator");
    QTest::newRow("TXT") << u"out.txt"_s << ',';
    QTest::newRow("CSV") << u"out.csv"_s << ',';
    QTest::newRow("CSV with semicolons") << u"out.csv"_s << ';';
    QTest::newRow("CSV with tabs") << u"out.csv"_s << '\t';
    QTest::newRow("no ending") << u"out"_s << ',';
}

void TestUidImport::exportsAndImportsAlike()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFETCH(char, separator);
    const auto uids = shared({"j8G7Y", "=cmd1", "'=cmd2", "''+3", "'plain", "-dash", "a,b;c\td",
                              "say\"no", "\xef\xbc\x9dwide"});
    models::Work work;
    QVERIFY(models::exportUids(models::sheetOf(uids), path,
                               {models::formatOf(path), false, separator}, work)
                .isWritten);
    const auto text = TextSource::open(path);
    QVERIFY(text.has_value());
    QCOMPARE((*text)->utf8().startsWith("uid\r\n"), name.endsWith(u".csv"_s));
    const models::UidSource from {name, *text};
    models::UidLayout layout;
    if (name.endsWith(u".csv"_s))
        layout = {separator, 0, true};
    QCOMPARE(joined(*models::importUids(from, layout, work).chosen(true)), joined(*uids));
}

void TestUidImport::keepsTheOldFileWhenCancelled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    models::Work work;
    QVERIFY(models::exportUids(models::sheetOf(shared({"old"})), path, {}, work).isWritten);
    work.cancel();
    QVERIFY(models::exportUids(models::sheetOf(shared({"new"})), path, {}, work).isCancelled);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old\n"));
}

void TestUidImport::compares()
{
    const auto result = models::compare(shared({"a", "b", "c"}), shared({"c", "A", "a", "c", "A"}));
    QStringList lines;
    for (qsizetype row = 0; row < result->size(); ++row)
        lines.append(QString::fromUtf8(result->uid(row)) + u' ' + result->word(result->kind(row)));
    QCOMPARE(lines,
             (QStringList {u"a Accepted"_s, u"b Not accepted"_s, u"c Accepted"_s,
                           u"A Never submitted"_s}));
    QCOMPARE(result->countOf(models::Comparison::paid), qint64(3));
    const auto order = std::make_shared<models::UidOrder>(
        models::arrange(*result, {.kinds = models::Comparison::paid, .needle = {}}));
    const models::UidSheet sheet = models::sheetOf(result, order, false);
    QCOMPARE(sheet.size, qsizetype(3));
    QCOMPARE(sheet.cell(2, 0), QByteArrayView("A"));
}

void TestUidImport::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("a line of 10 MB") << QByteArray(10 << 20, 'x') << u"longer than any UID"_s;
    QTest::newRow("an open quote over 10 MB")
        << QByteArray("uid,x\n\"" + QByteArray(10 << 20, 'x')) << u"longer than any UID"_s;
    QTest::newRow("100,000 columns")
        << QByteArray("a,b\n" + QByteArray(100'000, ',')) << u"more than 16,384 columns"_s;
    QTest::newRow("zero bytes") << QByteArray("a\0b\n", 4) << u"contains NUL bytes"_s;
    QTest::newRow("lines without an end")
        << QByteArray(5'100'000, '\n') << u"more than 5,000,000 lines"_s;
}

void TestUidImport::refusesWhatIsNoList()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const models::UidImport result = imported(source(text, u"hostile.csv"_s));
    QVERIFY2(result.problem.contains(words) && result.problem.endsWith(u'.'),
             qPrintable(result.problem));
    QCOMPARE(result.rows->size(), qsizetype(0));
}

void TestUidImport::takesRejectsOff()
{
    models::Work work;
    const models::UidLayout reasons {',', 0, true, 1};
    const models::UidImport result = models::importUids(
        {{source("rid,reason\nb,Speeder\nz,Bot\nc,Speeder\nb,Twice\n", u"bad.csv"_s), reasons,
          true},
         {source("a\nb\nc\nc\nd\n", u"all.txt"_s), {}}},
        work);
    QCOMPARE(render(result),
             (QStringList {
                 u"5 lines: 2 good, 0 blank, 1 duplicate, 0 suspicious, 0 damaged"_s,
                 u"2 b | Rejected | Speeder | all.txt"_s, u"3 c | Rejected | Speeder | all.txt"_s,
                 u"4 c | Duplicate | repeats line 3 | all.txt"_s,
                 u"3 z | Not in the list | rejected, but not in the imported list | bad.csv"_s}));
    QCOMPARE(joined(*result.chosen(true)), u"a d"_s);
    QCOMPARE(result.report.strangers, qint64(1));
}

void TestUidImport::arranges_data()
{
    using By = models::UidLook::By;
    QTest::addColumn<quint32>("kinds");
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("isDown");
    QTest::addColumn<QString>("uids");
    const QString all = u"bb ab12345678 ab12345677  bb Xy"_s;
    QTest::newRow("all") << ~0U << QByteArray() << int(By::Row) << false << all;
    QTest::newRow("down") << ~0U << QByteArray() << int(By::Row) << true
                          << u"Xy bb  ab12345677 ab12345678 bb"_s;
    QTest::newRow("by UID, beyond its first eight letters")
        << ~0U << QByteArray() << int(By::Uid) << false << u" Xy ab12345677 ab12345678 bb bb"_s;
    QTest::newRow("one kind") << models::bit(UidKind::Duplicate) << QByteArray() << int(By::Row)
                              << false << u"bb"_s;
    QTest::newRow("searched") << ~0U << QByteArray("b1") << int(By::Row) << false
                              << u"ab12345678 ab12345677"_s;
    QTest::newRow("found over the end of one is nothing")
        << ~0U << QByteArray("8ab") << int(By::Row) << false << QString();
    QTest::newRow("small letters find capitals")
        << ~0U << QByteArray("xy") << int(By::Row) << false << u"Xy"_s;
    QTest::newRow("capitals only themselves")
        << ~0U << QByteArray("BB") << int(By::Row) << false << QString();
}

void TestUidImport::arranges()
{
    QFETCH(quint32, kinds);
    QFETCH(QByteArray, needle);
    QFETCH(int, by);
    QFETCH(bool, isDown);
    const models::UidImport import = imported(source("bb\nab12345678\nab12345677\n\nbb\nXy\n"));
    const models::UidOrder order =
        models::arrange(*import.rows,
                        {kinds, needle, models::UidLook::By(by),
                         isDown ? Qt::DescendingOrder : Qt::AscendingOrder});
    QStringList uids;
    for (qsizetype at = 0; at < order.size(*import.rows); ++at)
        uids.append(QString::fromUtf8(import.rows->uid(order.rowAt(at))));
    QTEST(uids.join(u' '), "uids");
}

void TestUidImport::knowsTheSameSet()
{
    QCOMPARE(models::fingerprint(list({"a", "b"})), models::fingerprint(list({"b", "a"})));
    QVERIFY(models::fingerprint(list({"ab"})) != models::fingerprint(list({"a", "b"})));
}

void TestUidImport::addsFilesUp()
{
    models::Work work;
    const models::UidImport result = models::importUids(
        {{source("a\nb\n", u"one"_s), {}}, {source("uid\nb\nc\n", u"two"_s), {0, 0, true}}}, work);
    QCOMPARE(joined(result), u"a b c"_s);
    QCOMPARE(render(result).last(), u"2 b | Duplicate | repeats line 2 of one | two"_s);
}

void TestUidImport::tellsWhatIsLeftOut()
{
    const models::Prices cpi {{}, {450}};
    QCOMPARE(models::settle(386, 400, cpi),
             (models::Settlement {386, {{173'700}, {173'700}}, 14, 0.035, {{6'300}, {6'300}}, 0}));
    QCOMPARE(models::settle(5, 4, cpi), (models::Settlement {5, {{2'250}, {2'250}}, 0, 0, {}, 1}));
    QCOMPARE(models::settle(0, 0, cpi).leftOutShare, 0.0);
    const models::Settlement uncounted = models::settle(5, std::nullopt, cpi);
    QCOMPARE(uncounted.surplus, qint64(0)); // of nobody is it known that he is a stranger
    QVERIFY(!uncounted.knowsCompletes);
}

QTEST_GUILESS_MAIN(TestUidImport)
#include "tst_uidimport.moc"
