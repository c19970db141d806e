#include "models/briefs/brieffile.h"
#include "models/briefs/briefvalues.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestBriefValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsValues();
    void readsDates();
    void readsBands();
    void readsFiles();
};

void TestBriefValues::readsValues()
{
    namespace values = models::briefvalues;
    QCOMPARE(values::whole(u"12 345 678"_s), 12345678);
    QCOMPARE(values::whole(u"n=400"_s), 400);
    QCOMPARE(values::whole(u"400 net completes"_s), 400);
    QVERIFY(!values::whole(u"12.5"_s));
    QVERIFY(!values::whole(u"99999999999"_s));
    QVERIFY(!values::whole(u"-5"_s));
    QCOMPARE(values::percent(u"12,5 %"_s), 12.5);
    QCOMPARE(values::percent(u"0.3"_s), 30.0);
    QVERIFY(!values::percent(u"30-40 %"_s));
    QCOMPARE(values::money(u"USD 2.5"_s), api::Money {250});
    QVERIFY(!values::money(u"2.505"_s));
    QVERIFY(!values::money(u"1,000,000"_s));
    QCOMPARE(values::truth(u"Yes"_s), true);
    QVERIFY(!values::truth(u"perhaps"_s));
}

void TestBriefValues::readsDates()
{
    namespace values = models::briefvalues;
    const QDate last(2026, 12, 31);
    for (const QString &text :
         {u"2026-12-31"_s, u"2026-12-31T00:00:00Z"_s, u"31.12.2026"_s, u"31/12/2026"_s,
          u"12/31/2026"_s, u"31 Dec 2026"_s, u"December 31, 2026"_s, u"Dec 31st 2026"_s})
        QCOMPARE(values::date(text), last);
    for (const QString &text : {u"2026-02-30"_s, u"1/2/2027"_s, u"soon"_s, u""_s, u"13/13/2026"_s})
        QVERIFY2(!values::date(text), qPrintable(text));
    const std::pair december(QDate(2026, 12, 1), QDate(2026, 12, 15));
    for (const QString &text :
         {u"1 Dec - 15 Dec 2026"_s, u"1-15 Dec 2026"_s, u"2026-12-01 - 2026-12-15"_s,
          u"1.12. bis 15.12.2026"_s, u"Dec 1 – Dec 15, 2026"_s, u"1 Dec 2026 to 15 Dec 2026"_s})
        QVERIFY2(values::dates(text) == december, qPrintable(text));
    QCOMPARE(values::dates(u"20 Dec - 5 Jan 2027"_s),
             std::pair(QDate(2026, 12, 20), QDate(2027, 1, 5)));
    for (const QString &text : {u"1 Dec - 15 Dec"_s, u"15 Dec 2026 - 1 Dec 2026"_s, u"soon"_s,
                                u"2026-12-01"_s, u"12-15"_s})
        QVERIFY2(!values::dates(text), qPrintable(text));
}

void TestBriefValues::readsBands()
{
    namespace values = models::briefvalues;
    const QList<api::Range> known {{16, 80}};
    const auto text = [&known](const QString &written) {
        const auto range = values::range(written, known);
        return range ? u"%1-%2"_s.arg(range->from).arg(range->to) : u"none"_s;
    };
    QCOMPARE(text(u"18 – 24"_s), u"18-24"_s);
    QCOMPARE(text(u"18 to 24 years"_s), u"18-24"_s);
    QCOMPARE(text(u"65+"_s), u"65-80"_s);
    QCOMPARE(text(u"65 and older"_s), u"65-80"_s);
    QCOMPARE(text(u"over 65"_s), u"66-80"_s);
    QCOMPARE(text(u"under 25"_s), u"16-24"_s);
    QCOMPARE(text(u"up to 25"_s), u"16-25"_s);
    QCOMPARE(text(u"<=25"_s), u"16-25"_s);
    QCOMPARE(text(u"30"_s), u"30-30"_s);
    QCOMPARE(text(u"35-18"_s), u"none"_s);
    QCOMPARE(text(u"over 90"_s), u"none"_s);
    QCOMPARE(text(u"adults"_s), u"none"_s);
}

void TestBriefValues::readsFiles()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const auto read = [&folder](const QString &name) {
        const auto text = models::briefFromFile(folder.filePath(name));
        return text ? *text : text.error();
    };
    QVERIFY(write(u"plain.txt"_s, "\xef\xbb\xbfName: Caf\xc3\xa9"));
    QVERIFY(write(u"windows.csv"_s, "name;Caf\xe9"));
    QVERIFY(write(u"book.xlsx"_s, "PK\x03\x04 and so on"));
    QVERIFY(write(u"large.txt"_s, QByteArray(300'000, 'a')));
    QCOMPARE(read(u"plain.txt"_s), u"Name: Café"_s);
    QCOMPARE(read(u"windows.csv"_s), u"name;Café"_s);
    QCOMPARE(read(u"book.xlsx"_s), u"This isn’t text. Save it as text or CSV, or paste it."_s);
    QCOMPARE(read(u"large.txt"_s),
             u"This is too large for a brief: at most 262,144 bytes are read."_s);
    QVERIFY(!models::briefFromFile(folder.filePath(u"nothing"_s)));
    // "Survey name: 缶コーヒー調査" in Shift JIS, and "설문" in EUC-KR
    const QString unknown =
        u"Its encoding isn’t recognised. Save it as UTF-8, or paste the text."_s;
    QVERIFY(write(u"japanese.txt"_s, "Survey name: \x8a\xca\x83R\x81[\x83q\x81[\x92\xb2\x8d\xb8"));
    QCOMPARE(read(u"japanese.txt"_s), unknown);
    QVERIFY(write(u"korean.txt"_s, "Name: \xbc\xb3\xb9\xae\xc1\xb6\xbb\xe7"));
    QCOMPARE(read(u"korean.txt"_s), unknown);
    QVERIFY(write(u"german.txt"_s, "Name: K\xe4ufer \x84\xc4lter\x93 \x96 50 \x80"));
    QCOMPARE(read(u"german.txt"_s), u"Name: Käufer „Älter“ – 50 €"_s);
}

QTEST_GUILESS_MAIN(TestBriefValues)
#include "tst_briefvalues.moc"
