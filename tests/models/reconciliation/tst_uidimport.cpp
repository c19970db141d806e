#include "models/reconciliation/comparison.h"
#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidimport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::TextSource;
using models::UidFault;

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

api::UidList list(const QByteArrayList &uids)
{
    api::UidList made;
    for (const QByteArray &uid : uids)
        made.append(uid);
    return made;
}

QStringList render(const models::UidReport &report)
{
    static const QStringList names {u"blank"_s, u"duplicate"_s, u"length"_s, u"letters"_s,
                                    u"damaged"_s};
    QStringList lines {
        u"%1 lines: %2 good, %3 blank, %4 duplicate, %5 suspicious, %6 damaged"_s.arg(report.lines)
            .arg(report.good)
            .arg(report.blank)
            .arg(report.duplicate)
            .arg(report.suspicious)
            .arg(report.damaged)};
    for (const models::UidFinding &finding : report.findings)
        lines.append(u"%1 %2 %3 %4"_s.arg(finding.line)
                         .arg(finding.uid, names[int(finding.fault)])
                         .arg(finding.other));
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
    void boundsItsSamples();
    void cancels();
    void importsAMillion();
    void exportsAndImportsAlike_data();
    void exportsAndImportsAlike();
    void keepsTheOldFileWhenCancelled();
    void compares();
    void knowsTheSameSet();
};

void TestUidImport::sortsGoodFromOthers()
{
    const models::UidImport result = imported(
        source(manyGood(40) + "\n  AAAAA1000003xx \nshort\n1.70925E+17\nAAAAA-000003xx\n"));
    QCOMPARE(
        render(result.report),
        (QStringList {u"45 lines: 40 good, 1 blank, 1 duplicate, 2 suspicious, 1 damaged"_s,
                      u"41  blank 0"_s, u"42 AAAAA1000003xx duplicate 4"_s, u"43 short length 14"_s,
                      u"44 1.70925E+17 damaged 0"_s, u"45 AAAAA-000003xx letters 0"_s}));
    QCOMPARE(joined(result.suspicious), u"short AAAAA-000003xx"_s);
    QCOMPARE(result.chosen(true).size(), qsizetype(42));
    QCOMPARE(result.chosen(false), result.good);
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
    QTEST(joined(imported(source(text, name)).good), "uids");
}

void TestUidImport::boundsItsSamples()
{
    const models::UidReport report = imported(source(QByteArray(5000, '\n'))).report;
    QCOMPARE(report.blank, qint64(5000));
    QCOMPARE(report.findings.size(), qsizetype(models::UidReport::mostOfEach));
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
}

void TestUidImport::exportsAndImportsAlike_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("TXT") << u"out.txt"_s;
    QTest::newRow("CSV") << u"out.csv"_s;
}

void TestUidImport::exportsAndImportsAlike()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const api::UidList uids = list({"j8G7Y", "=cmd1", "-dash", "a,b", "say\"no"});
    models::Work work;
    QVERIFY(models::exportUids(uids, path, work).isWritten);
    const auto text = TextSource::open(path);
    QVERIFY(text.has_value());
    QCOMPARE((*text)->utf8().startsWith("uid\r\n"), name.endsWith(u".csv"_s));
    const models::UidSource from {name, *text};
    models::UidLayout layout;
    if (name.endsWith(u".csv"_s))
        layout = {',', 0, true};
    QCOMPARE(joined(models::importUids(from, layout, work).chosen(true)), joined(uids));
}

void TestUidImport::keepsTheOldFileWhenCancelled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    models::Work work;
    QVERIFY(models::exportUids(list({"old"}), path, work).isWritten);
    work.cancel();
    QVERIFY(models::exportUids(list({"new"}), path, work).isCancelled);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old\n"));
}

void TestUidImport::compares()
{
    const models::Comparison result =
        models::compare(list({"a", "b", "c"}), list({"c", "A", "a", "c"}));
    QCOMPARE(joined(result.accepted), u"c A a"_s);
    QCOMPARE(joined(result.notAccepted), u"b"_s);
    QCOMPARE(joined(result.neverSubmitted), u"A"_s);
}

void TestUidImport::knowsTheSameSet()
{
    QCOMPARE(models::fingerprint(list({"a", "b"})), models::fingerprint(list({"b", "a"})));
    QVERIFY(models::fingerprint(list({"ab"})) != models::fingerprint(list({"a", "b"})));
}

QTEST_GUILESS_MAIN(TestUidImport)
#include "tst_uidimport.moc"
