#include "models/files/tableexport.h"

#include <QDate>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <zip.h>

using namespace Qt::StringLiterals;
using models::CellKind;

namespace {

models::ExportTable table()
{
    static const QList<QVariantList> rows {
        {u"=1+1"_s, 1500, 0.125, 350, QDate(2026, 11, 25), 12.5},
        {u"0123, \"Ü\""_s, QVariant(), QVariant(), -5, QVariant(), 0.0},
    };
    return {.name = u"Surveys [1]"_s,
            .columns = {{u"Name"_s, CellKind::Text},
                        {u"Completes"_s, CellKind::Whole},
                        {u"Conversion"_s, CellKind::Percent},
                        {u"Spend"_s, CellKind::Money},
                        {u"End"_s, CellKind::Date},
                        {u"LOI"_s, CellKind::Number}},
            .rowCount = rows.size(),
            .cell = [](qsizetype row, qsizetype column) { return rows[row][column]; }};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A part of the workbook as another library unpacks it.
QByteArray part(const QString &path, const char *name)
{
    zip_t *const archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    if (!archive)
        return {};
    QByteArray text(1 << 16, '\0');
    zip_file_t *const file = zip_fopen(archive, name, 0);
    text.resize(file ? qsizetype(zip_fread(file, text.data(), zip_uint64_t(text.size()))) : 0);
    if (file)
        zip_fclose(file);
    zip_discard(archive);
    return text;
}

} // namespace

class TestTableExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsv()
    {
        const QString path = m_folder.filePath(u"surveys.csv"_s);
        models::Work work;
        QVERIFY(models::exportTable(table(), path, work).isWritten);
        QCOMPARE(contents(path),
                 QByteArray("\xEF\xBB\xBF"
                            "Name,Completes,Conversion,Spend,End,LOI\r\n"
                            "'=1+1,1500,0.125,3.50,2026-11-25,12.5\r\n"
                            "\"0123, \"\"\xC3\x9C\"\"\",,,-0.05,,0\r\n"));
        QCOMPARE(work.permille(), 1000);
    }

    void writesXlsx()
    {
        const QString path = m_folder.filePath(u"surveys.xlsx"_s);
        models::Work work;
        QVERIFY(models::exportTable(table(), path, work).isWritten);
        const QByteArray sheet = part(path, "xl/worksheets/sheet1.xml");
        QVERIFY2(sheet.contains("<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"), sheet);
        QVERIFY(!sheet.contains("<f>"));
        QVERIFY(sheet.contains("<t>0123, \"\xC3\x9C\"</t>") || sheet.contains("<t>0123, &quot;"));
        QVERIFY(sheet.contains("<c r=\"B2\"><v>1500</v></c>"));
        QVERIFY(sheet.contains("<v>3.5</v>"));
        QVERIFY(sheet.contains("<v>-0.05</v>"));
        QVERIFY(sheet.contains("<v>46351</v>")); // 2026-11-25 as days since 1899-12-30
        QVERIFY(part(path, "xl/workbook.xml").contains("name=\"Surveys 1\""));
    }

    void marksBidiControls()
    {
        models::ExportTable odd = table();
        odd.cell = [](qsizetype, qsizetype column) {
            return column == 0 ? QVariant(u"a\u202exlsx\u2066"_s) : QVariant();
        };
        models::Work work;
        for (const QString &name : {u"odd.csv"_s, u"odd.xlsx"_s}) {
            const QString path = m_folder.filePath(name);
            QVERIFY(models::exportTable(odd, path, work).isWritten);
            const QByteArray text =
                name.endsWith(u".csv"_s) ? contents(path) : part(path, "xl/worksheets/sheet1.xml");
            QVERIFY2(text.contains("a\xef\xbf\xbdxlsx\xef\xbf\xbd"), text);
        }
    }

    /// Only the folder of the file needs room, as its temporary files are there.
    void needsNoOtherFolder()
    {
        const QByteArray usual = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/no/such/folder");
        models::Work work;
        const models::TableExport result =
            models::exportTable(table(), m_folder.filePath(u"here.xlsx"_s), work);
        if (usual.isNull())
            qunsetenv("TMPDIR");
        else
            qputenv("TMPDIR", usual);
        QVERIFY2(result.isWritten, qPrintable(result.problem));
    }

    /// The library's temporary file is cut short, which it doesn't say; the workbook itself fits.
    void noticesRowsThatAreMissing()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        models::ExportTable large = table();
        large.rowCount = 20'000;
        large.cell = [](qsizetype, qsizetype column) {
            return column == 0 ? QVariant(u"the same text in each row"_s) : QVariant(1);
        };
        rlimit usual {};
        getrlimit(RLIMIT_FSIZE, &usual);
        const rlimit small {1'000'000, usual.rlim_max};
        const QString path = m_folder.filePath(u"cut.xlsx"_s);
        models::Work work;
        setrlimit(RLIMIT_FSIZE, &small);
        const models::TableExport result = models::exportTable(large, path, work);
        setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY(!result.isWritten);
        QVERIFY(!result.problem.isEmpty());
        QVERIFY(!QFile::exists(path));
        QVERIFY(models::exportTable(large, path, work).isWritten);
    }

    void leavesTheOldFileWhenStopped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"old.csv"_s;
        QTest::newRow("xlsx") << u"old.xlsx"_s;
    }

    void leavesTheOldFileWhenStopped()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        models::Work work;
        work.cancel();
        const models::TableExport result = models::exportTable(table(), path, work);
        QVERIFY(result.isCancelled && !result.isWritten);
        QCOMPARE(contents(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList {name});
    }

    void saysWhyNothingIsWritten()
    {
        models::Work work;
        for (const QString &name : {u"/no/such/folder/a.csv"_s, u"/no/such/folder/a.xlsx"_s}) {
            const models::TableExport result = models::exportTable(table(), name, work);
            QVERIFY(!result.isWritten && !result.isCancelled);
            QVERIFY2(result.problem.endsWith(u'.'), qPrintable(result.problem));
        }
        models::ExportTable huge = table();
        huge.rowCount = 1'048'576;
        const QString path = m_folder.filePath(u"huge.xlsx"_s);
        QVERIFY(!models::exportTable(huge, path, work).isWritten);
        QVERIFY(!QFile::exists(path));
    }

    /// A limit on the size of files fails a write as a full disk does.
    void saysWhyAWorkbookHasNoRoom()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit usual {};
        getrlimit(RLIMIT_FSIZE, &usual);
        const rlimit small {2'000, usual.rlim_max};
        const QString path = m_folder.filePath(u"full.xlsx"_s);
        models::Work work;
        setrlimit(RLIMIT_FSIZE, &small);
        const models::TableExport result = models::exportTable(table(), path, work);
        setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY(!result.isWritten);
        QVERIFY2(result.problem.contains(qt_error_string(EFBIG)), qPrintable(result.problem));
        QVERIFY(!QFile::exists(path));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTableExport)
#include "tst_tableexport.moc"
