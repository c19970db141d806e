#include "models/files/csvreader.h"
#include "models/files/xlsxbook.h"
#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidfile.h"
#include "models/reconciliation/uidworkbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace Qt::StringLiterals;
using models::XlsxBook;

namespace {

using Parts = QList<std::pair<QByteArray, QByteArray>>;

const QByteArray relation =
    R"(<Relationship Id="%1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%2" Target="%3"/>)";

QByteArray relationTo(const char *id, const char *type, const char *target)
{
    return QByteArray(relation).replace("%1", id).replace("%2", type).replace("%3", target);
}

/// A workbook whose one sheet has these rows and whose shared strings are these.
Parts workbook(const QByteArray &rows, const QByteArray &strings = {})
{
    return {
        {"_rels/.rels",
         "<Relationships>" + relationTo("r1", "officeDocument", "xl/workbook.xml")
             + "</Relationships>"},
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="7" r:id="r1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + relationTo("r1", "worksheet", "worksheets/sheet1.xml")
             + relationTo("r2", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"}};
}

Parts without(Parts parts, const QByteArray &name)
{
    parts.removeIf([&name](const auto &part) { return part.first == name; });
    return parts;
}

} // namespace

class TestXlsxBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void refusesBombs();
    void knowsRenamedFiles_data();
    void knowsRenamedFiles();
    void goesOnInFurtherSheets();
    void readsWhatWeWrite();

private:
    QString write(const QByteArray &bytes, const QString &name = u"list.xlsx"_s)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    QString pack(const Parts &parts)
    {
        const QString path = m_folder.filePath(u"packed.xlsx"_s);
        zip_t *const archive =
            zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto &[name, text] : parts)
            zip_file_add(archive, name.constData(),
                         zip_source_buffer(archive, text.constData(), zip_uint64_t(text.size()), 0),
                         0);
        zip_close(archive);
        return path;
    }
    /// The lines of a sheet, or the sentence why there are none.
    static QString read(const QString &path, qsizetype sheet = 0)
    {
        models::Work work;
        const auto book = XlsxBook::open(path);
        if (!book)
            return book.error();
        const auto text = book->read(sheet, work);
        return text ? QString::fromUtf8((*text)->utf8()) : text.error();
    }

    QTemporaryDir m_folder;
};

void TestXlsxBook::readsCells_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("text");
    QTest::newRow("shared, of rich runs, without its reading aid")
        << QByteArray(R"(<row r="1"><c r="A1" t="s"><v>1</v></c></row>)") << u"ab"_s;
    QTest::newRow("inline") << QByteArray(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><r><t>x</t></r><r><t>&amp;y</t></r></is></c></row>)")
                            << u"x&y"_s;
    QTest::newRow("a number as it stands")
        << QByteArray(R"(<row r="1"><c r="A1"><v>1.23457E+17</v></c></row>)") << u"1.23457E+17"_s;
    QTest::newRow("a formula's result, not the formula")
        << QByteArray(R"(<row r="1"><c r="A1" t="str"><f>B1</f><v>r</v></c></row>)") << u"r"_s;
    QTest::newRow("gaps") << QByteArray(
        R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="9"/>)")
                          << u"\n\t1\t\t2\n\n3"_s;
    QTest::newRow("without references")
        << QByteArray("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        << u"1\t2\n3"_s;
    QTest::newRow("tabs, quotes and line breaks") << QByteArray(
        "<row><c t=\"str\"><v>a\tb</v></c><c t=\"str\"><v>say \"no\"\nor</v></c></row>")
                                                  << u"\"a\tb\"\t\"say \"\"no\"\" or\""_s;
    QTest::newRow("columns beyond the format's own")
        << QByteArray(R"(<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZZZZZZ1"><v>2</v></c></row>)")
        << u"1"_s;
}

void TestXlsxBook::readsCells()
{
    QFETCH(QByteArray, rows);
    const QByteArray strings =
        "<si><t>zero</t></si><si><r><t>a</t></r><r><t>b</t></r><rPh><t>hidden</t></rPh></si>";
    QTEST(read(pack(workbook(rows, strings))), "text");
}

void TestXlsxBook::refusesWithASentence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const Parts good = workbook("<row><c><v>1</v></c></row>");
    const auto add = [this](const char *name, const Parts &parts, const QString &words) {
        const QString path = m_folder.filePath(QString::fromLatin1(name) + u".xlsx"_s);
        QFile::rename(pack(parts), path);
        QTest::newRow(name) << path << words;
    };
    add("no workbook", without(good, "_rels/.rels"), u"Excel workbook"_s);
    add("no sheet", without(good, "xl/worksheets/sheet1.xml"), u"sheet1.xml is missing"_s);
    add("no strings", without(good, "xl/sharedStrings.xml"), u"sharedStrings.xml is missing"_s);
    add("a text that isn't there", workbook(R"(<row><c t="s"><v>5</v></c></row>)"),
        u"names a text that isn’t there"_s);
    add("too many rows", workbook(R"(<row r="2000001"><c><v>1</v></c></row>)"),
        u"more than 2,000,000 rows"_s);
    add("rows that go back",
        workbook(R"(<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>)"),
        u"out of order"_s);
    add("cut XML", workbook("<row><c><v>1</v>"), u"isn’t valid XML"_s);
    Parts entities = good;
    entities[3].second =
        "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
        "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>";
    add("entities", entities, u"declares a document type"_s);
}

void TestXlsxBook::refusesWithASentence()
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    const QString sentence = read(path);
    QVERIFY2(sentence.contains(words) && sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestXlsxBook::refusesBombs()
{
    const QByteArray much(120 * 1024 * 1024, ' ');
    QVERIFY(read(pack(workbook("<row><c><v>1</v></c></row>", much)))
                .startsWith(u"The workbook unpacks to more than"_s));
    QVERIFY(read(pack(workbook("<row name='" + QByteArray(8 * 1024 * 1024, 'x') + "'/>")))
                .contains(u"isn’t valid XML"_s));
    Parts parts;
    for (int i = 0; i < 10'001; ++i)
        parts.append({QByteArray::number(i), {}});
    QVERIFY(read(pack(parts)).contains(u"too many parts"_s));
}

void TestXlsxBook::knowsRenamedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("xls or encrypted")
        << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more") << u"password"_s;
    QTest::newRow("html") << QByteArray("\n<html><table>") << u"web page"_s;
    QTest::newRow("text") << QByteArray("uid\n1\n") << u"Excel workbook"_s;
    QTest::newRow("cut") << QByteArray("PK\x03\x04 and nothing") << u"cut off"_s;
    QTest::newRow("empty") << QByteArray() << u"Excel workbook"_s;
}

void TestXlsxBook::knowsRenamedFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    models::Work work;
    const auto file = models::openUidFile(write(bytes), {}, work);
    QVERIFY(!file);
    QVERIFY2(file.error().contains(words), qPrintable(file.error()));
}

void TestXlsxBook::goesOnInFurtherSheets()
{
    auto uids = std::make_shared<api::UidList>();
    for (int i = 0; i < 5; ++i)
        uids->append("u" + QByteArray::number(i));
    const QString path = m_folder.filePath(u"split.xlsx"_s);
    models::Work work;
    QVERIFY(models::writeUidWorkbook(models::sheetOf(uids), path, work, 3).isWritten);
    QCOMPARE(XlsxBook::open(path)->sheets(), (QStringList {u"Sheet1"_s, u"Sheet2"_s, u"Sheet3"_s}));
    QCOMPARE(read(path, 0), u"uid\nu0\nu1"_s);
    QCOMPARE(read(path, 2), u"uid\nu4"_s);
}

void TestXlsxBook::readsWhatWeWrite()
{
    const auto uids = std::make_shared<api::UidList>();
    for (const char *uid : {"j8G7Y170924878SjNlC", "=1+1", "-dash", "123456789012345678", "<&>",
                            "'=kept", "a_x0041_b", "bell\a"})
        uids->append(uid);
    constexpr models::UidExportOptions workbook {.format = models::UidFormat::Xlsx};
    const QString path = m_folder.filePath(u"ours.xlsx"_s);
    models::Work work;
    QVERIFY(models::exportUids(models::sheetOf(uids), path, workbook, work).isWritten);
    QByteArray sheet;
    const auto archive = models::ZipArchive::open(path);
    QVERIFY(archive->read("xl/worksheets/sheet1.xml", 1 << 20, [&sheet](QByteArrayView piece) {
        sheet += piece;
        return true;
    }));
    QVERIFY2(sheet.contains(R"(<c r="A3" t="inlineStr"><is><t>=1+1</t></is></c>)"), sheet);
    QVERIFY(!sheet.contains("<f>"));
    const auto file = models::openUidFile(path, {}, work);
    const auto layout = models::previewUids(file->source).layout;
    QVERIFY(layout.hasHeader);
    QCOMPARE(*models::importUids(file->source, layout, work).chosen(true), *uids);
    // What was there before survives.
    work.cancel();
    QVERIFY(models::exportUids(models::sheetOf(uids), path, workbook, work).isCancelled);
    QCOMPARE(read(path).count(u'\n'), qsizetype(8));
    models::Work other;
    QVERIFY(models::exportUids(models::sheetOf(uids), u"/nowhere/at/all.xlsx"_s, workbook, other)
                .problem.contains(u"can’t be written"_s));
}

QTEST_GUILESS_MAIN(TestXlsxBook)
#include "tst_xlsxbook.moc"
