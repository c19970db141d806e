#include "models/reconciliation/uidimport.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

models::UidSource source(const QByteArray &text)
{
    return {u"list.txt"_s, models::TextSource::fromBytes(text)};
}

models::UidImport imported(const models::UidSource &from)
{
    models::Work work;
    return models::importUids(from, {}, work);
}

/// Counts, and each row that isn't simply good.
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
    const models::ImportRows &rows = *import.rows;
    for (qsizetype row = 0; row < rows.size(); ++row)
        if (rows.at(row) != models::UidKind::Good)
            lines.append(u"%1 %2 | %3 | %4"_s.arg(rows.line(row))
                             .arg(QString::fromUtf8(rows.uid(row)), rows.word(rows.kind(row)),
                                  rows.reason(row)));
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

/// What becomes of UIDs that aren't quite as they should be.
class TestUidKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatNobodySees_data();
    void removesWhatNobodySees();
    void judgesWhatIsCleaned();
    void learnsFromWholeUidsOnly();
    void saysWhatIsSubmitted();
};

void TestUidKinds::removesWhatNobodySees_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("uid");
    QTest::addColumn<QString>("note");
    const QString quotes = u"quotation marks removed"_s;
    const QString invisible = u"invisible characters removed"_s;
    for (const QString &pair : {u"\"\""_s, u"''"_s, u"``"_s, u"“”"_s, u"‘’"_s, u"„“"_s, u"«»"_s})
        QTest::addRow("%s", qPrintable(pair))
            << pair[0] + u"aBc1"_s + pair[1] << u"aBc1"_s << quotes;
    QTest::newRow("twice") << u"'\"aBc1\"'"_s << u"aBc1"_s << quotes;
    QTest::newRow("nothing within") << u"\"\""_s << QString() << quotes;
    for (const char32_t c : {0x200bU, 0xfeffU, 0xa0U, 0x202eU, 0x2068U, 0xadU, 0x3000U, 0x2028U,
                             0xfe0fU, 0x3164U, 0xe0041U}) {
        const QString letter = c < 0x10000 ? QString(QChar(c)) : QString::fromUcs4(&c, 1);
        QTest::addRow("U+%04X in front", uint(c)) << letter + u"aBc1"_s << u"aBc1"_s << invisible;
        QTest::addRow("U+%04X within", uint(c))
            << u"aB"_s + letter + u"c1"_s << u"aBc1"_s << invisible;
    }
    QTest::newRow("both") << u"\u200b\"aBc1\u00a0\""_s << u"aBc1"_s
                          << u"quotation marks and invisible characters removed"_s;
    QTest::newRow("a quotation mark alone") << u"\"aBc1"_s << u"\"aBc1"_s << QString();
    QTest::newRow("a blank within") << u"aB c1"_s << u"aB c1"_s << QString();
    QTest::newRow("a tab within") << u"aB\tc1"_s << u"aB\tc1"_s << u"contains control characters"_s;
    QTest::newRow("letters of another script") << u"Zoë𝒳"_s << u"Zoë𝒳"_s << QString();
}

void TestUidKinds::removesWhatNobodySees()
{
    QFETCH(const QString, cell);
    models::Work work;
    const models::UidImport result =
        models::importUids(source("first\n" + cell.toUtf8() + "\n"), {}, work);
    QTEST(QString::fromUtf8(result.rows->uid(1)), "uid");
    QTEST(result.rows->reason(1), "note");
}

void TestUidKinds::judgesWhatIsCleaned()
{
    const models::UidImport result = imported(source(manyGood(20)
                                                     + "\"AAAAA2000000xx\"\n"
                                                       "\xe2\x80\x8b"
                                                       "AAAAA1000000xx\n"
                                                       "'short'\n"
                                                       "AAAAA3000000\x01x\n"
                                                       "AAAAA4000000\xef\xbf\xbd\n"));
    QCOMPARE(render(result),
             (QStringList {
                 u"25 lines: 21 good, 0 blank, 1 duplicate, 2 suspicious, 1 damaged"_s,
                 u"21 AAAAA2000000xx | Good, cleaned | quotation marks removed"_s,
                 u"22 AAAAA1000000xx | Duplicate | repeats line 1 (invisible characters removed)"
                 ""_s,
                 u"23 short | Suspicious | 5 characters, most have 14 (quotation marks removed)"
                 ""_s,
                 u"24 AAAAA3000000\u0001x | Suspicious | contains control characters"_s,
                 u"25 AAAAA4000000\ufffd | Damaged | contains a character that could not be read"
                 ""_s}));
    QCOMPARE(result.report.cleaned, qint64(1));
    QCOMPARE(result.chosen(false)->size(), qsizetype(21));
}

/// What a spreadsheet damaged doesn't hide that another one is odd.
void TestUidKinds::learnsFromWholeUidsOnly()
{
    const models::UidImport result = imported(
        source(manyGood(30) + "short\n1.7E+17\n1.8E+17\n1.9E+17\n2.1E+17\na\x01\na\x02\n"));
    QCOMPARE(result.report.good, qint64(30));
    QCOMPARE(result.report.suspicious, qint64(3));
    QCOMPARE(result.report.damaged, qint64(4));
}

void TestUidKinds::saysWhatIsSubmitted()
{
    const models::UidImport result =
        imported(source(manyGood(29) + "\"AAAAA2000000xx\"\nshort\nAAAAA-000000xx\n1.7E+17\n"));
    QCOMPARE(models::chosenText(*result.rows, models::goodKinds),
             u"30 UID(s): 29 good and 1 good without its quotation marks or invisible characters. "
             "Left out: 1 suspicious (unusual length), 1 suspicious (unusual characters), and 1 "
             "damaged."_s);
    QCOMPARE(models::chosenText(*result.rows, models::goodKinds | models::suspiciousKinds),
             u"32 UID(s): 29 good, 1 good without its quotation marks or invisible characters, 1 "
             "suspicious (unusual length), and 1 suspicious (unusual characters). Left out: 1 "
             "damaged."_s);
    QCOMPARE(models::chosenText(*imported(source("a\nb\n")).rows, models::goodKinds),
             u"2 UID(s): 2 good."_s);
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication app(argc, argv);
    TestUidKinds test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_uidkinds.moc"
