#include "models/briefs/brief.h"
#include "models/briefs/brieffile.h"
#include "models/files/pastedrows.h"
#include "models/interlocking/gridcompletes.h"
#include "models/qualifications/zipcodes.h"
#include "models/qualifications/zipfile.h"
#include "models/reconciliation/platformexport.h"
#include "models/reconciliation/uidfile.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using models::TextSource;

namespace {

/// A sentence instead of rows is a failure that the comparison shows.
QStringList importedRows(const QList<models::UidPart> &parts)
{
    models::Work work;
    const models::UidImport import = models::importUids(parts, work);
    QStringList rows {import.problem};
    for (qsizetype row = 0; row < import.rows->size(); ++row)
        rows.append(QString::number(import.rows->line(row)) + u' '
                    + QString::fromUtf8(import.rows->uid(row)) + u' '
                    + import.rows->word(import.rows->kind(row)) + u' ' + import.rows->reason(row));
    return rows;
}

QStringList uidImport(const QString &path)
{
    models::Work work;
    const auto file = models::openUidFile(path, {}, work);
    return file ? importedRows({{file->source, file->preview.layout}}) : QStringList {file.error()};
}

QByteArray completes()
{
    QByteArray all;
    for (int i = 0; i < 25'000; ++i)
        all += QStringLiteral("uid%1é\n").arg(i, 9).replace(u' ', u'0').toUtf8();
    return all;
}

QStringList rejectList(const QString &path)
{
    static const auto all = TextSource::fromUtf8(completes());
    models::Work work;
    const auto file = models::openUidFile(path, {}, work);
    if (!file)
        return {file.error()};
    return importedRows({{{u"all"_s, all}, {}}, {file->source, file->preview.layout, true}});
}

QStringList platformExport(const QString &path)
{
    models::Work work;
    const auto file = models::openUidFile(path, {}, work);
    if (!file)
        return {file.error()};
    const models::PlatformLayout layout = models::guessLayout(file->preview);
    const models::PlatformExport read = models::readPlatform(file->source, layout, work);
    QStringList rows {read.problem};
    for (qsizetype i = 0; i < read.uids.size(); ++i)
        rows.append(QString::fromUtf8(read.uids.at(i)) + u' '
                    + read.statusWords.value(read.statuses[size_t(i)]));
    return rows;
}

QStringList brief(const QString &path)
{
    const auto text = models::briefFromFile(path);
    if (!text)
        return {text.error()};
    const models::Brief read = models::readBrief(*text);
    QStringList rows {read.problem, QString::number(int(read.form)), read.strays.join(u'|')};
    for (const models::BriefEntry &entry : read.entries) {
        rows.append(u"%1 %2: %3"_s.arg(entry.line).arg(entry.name, entry.value));
        for (const models::BriefShare &share : entry.shares)
            rows.append(share.answer + u'=' + share.amount);
    }
    return rows;
}

QStringList zipCodes(const QString &path)
{
    models::Work work;
    const auto file = models::openZipFile(path, work);
    if (!file)
        return {file.error()};
    const models::ZipCodes read = models::zipCodesFromText(file->text);
    QStringList rows {file->column};
    for (const models::LeftOutZip &each : read.leftOut)
        rows.append(u"%1 %2"_s.arg(each.line).arg(each.text));
    return rows + read.codes;
}

QStringList peopleOfGrid(const QString &path)
{
    const models::InterlockingGrid grid {
        {{u"CITY"_s, {u"Orléans"_s, u"Paris"_s}}},
        {{{u"c0"_s}, u"Orléans"_s, 1, 1}, {{u"c1"_s}, u"Paris"_s, 1, 1}}};
    const auto source = TextSource::open(path);
    if (!source)
        return {source.error()};
    const models::PeopleCount count = models::countPeople(grid, **source);
    return {models::peopleText(count), QString::number(count.cells.value(0)),
            QString::number(count.cells.value(1))};
}

QStringList pastedText(const QString &path)
{
    const auto source = TextSource::open(path);
    if (!source)
        return {source.error()};
    const QString text = QString::fromUtf8((*source)->utf8());
    QStringList rows = importedRows({{{u"Clipboard"_s, TextSource::fromText(text)}, {}}});
    for (const QStringList &cells : models::rowsFromText(text))
        rows.append(cells.join(u'|'));
    return rows;
}

using Reader = QStringList (*)(const QString &path);

/// `%1` is the number of the row, `%2` a letter that only some encodings have.
struct Form
{
    const char *name;
    Reader read;
    QString ending;
    QString header;
    QString row;
    int most; ///< rows that the reader takes
};

QList<Form> forms()
{
    return {
        {"UID import, lines", uidImport, u".txt"_s, {}, u"uid%1é%2"_s, 20'000},
        {"UID import, CSV", uidImport, u".csv"_s, u"who,rid"_s, u"\"Zoë, %2\",uid%1é"_s, 20'000},
        {"reject list", rejectList, u".csv"_s, u"rid;reason"_s, u"uid%1é;trop rapide é%2"_s,
         20'000},
        {"platform export", platformExport, u".csv"_s, u"rid,status"_s, u"uid%1,terminé%2"_s,
         20'000},
        {"brief, lines", brief, u".txt"_s, u"Survey name: Été"_s, u"Question %1: é%2, b"_s, 2'000},
        {"brief, CSV", brief, u".csv"_s, u"field;value"_s, u"Question %1;é%2"_s, 2'000},
        {"ZIP codes, lines", zipCodes, u".txt"_s, {}, u"%1é%2"_s, 20'000},
        {"ZIP codes, CSV", zipCodes, u".csv"_s, u"ville;code"_s, u"Orléans%2;%1"_s, 20'000},
        {"respondents of a grid", peopleOfGrid, u".csv"_s, u"uid;city"_s, u"u%1é%2;Orléans"_s,
         20'000},
        {"pasted text", pastedText, u".txt"_s, {}, u"uid%1é%2\tb"_s, 20'000}};
}

QString textOf(const Form &form, int rows, const QString &lineEnd, const QString &letter)
{
    QString text = form.header.isEmpty() ? QString() : form.header + lineEnd;
    for (int i = 0; i < rows; ++i)
        text += form.row.arg(QString::number(i).rightJustified(9, u'0'), letter) + lineEnd;
    return text;
}

struct Coding
{
    const char *name;
    bool isUnicode;
    std::function<QByteArray(const QString &)> encode;
};

QList<Coding> codings()
{
    const auto utf16 = [](QStringEncoder::Encoding encoding) {
        return [encoding](const QString &text) -> QByteArray {
            return QStringEncoder(encoding, QStringEncoder::Flag::WriteBom)(text);
        };
    };
    return {{"UTF-8", true, [](const QString &text) { return text.toUtf8(); }},
            {"UTF-8 with a mark", true,
             [](const QString &text) { return "\xef\xbb\xbf" + text.toUtf8(); }},
            {"UTF-16LE", true, utf16(QStringEncoder::Utf16LE)},
            {"UTF-16BE", true, utf16(QStringEncoder::Utf16BE)},
            {"Windows-1252", false, [](const QString &text) { return text.toLatin1(); }}};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestTextReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAlikeInEveryEncoding_data();
    void readAlikeInEveryEncoding();
    void keepsPairsOfSurrogates();
    void marksWhatCannotBeRead();
    void survivesTruncation();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();

private:
    QTemporaryDir m_folder;
};

void TestTextReaders::readAlikeInEveryEncoding_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("rows");
    const QList<Form> all = forms();
    for (int form = 0; form < all.size(); ++form) {
        for (const int rows : {50, 2'000, 20'000}) {
            if (rows <= all[form].most)
                QTest::addRow("%s, %d", all[form].name, rows) << form << rows;
        }
    }
}

void TestTextReaders::readAlikeInEveryEncoding()
{
    QFETCH(const int, form);
    QFETCH(const int, rows);
    const Form what = forms()[form];
    const QString path = m_folder.filePath(u"in"_s + what.ending);
    for (const bool isUnicode : {true, false}) {
        const QString letter = isUnicode ? u"𝒳"_s : u"ß"_s;
        QVERIFY(write(path, textOf(what, rows, u"\n"_s, letter).toUtf8()));
        const QStringList expected = what.read(path);
        QVERIFY2(expected.size() > 2, qPrintable(expected.join(u'\n')));
        for (const Coding &coding : codings()) {
            for (const char *const lineEnd : {"\n", "\r\n", "\r"}) {
                if (isUnicode && !coding.isUnicode)
                    continue;
                const QString text = textOf(what, rows, QLatin1String(lineEnd), letter);
                QVERIFY(write(path, coding.encode(text)));
                const QStringList read = what.read(path);
                if (read != expected)
                    qInfo("%s, line end 0x%s", coding.name, QByteArray(lineEnd).toHex().data());
                QCOMPARE(read, expected);
            }
        }
    }
}

void TestTextReaders::keepsPairsOfSurrogates()
{
    const QString text = u'a' + u"𝒳"_s.repeated(600'000); // over every border of a power of two
    for (const Coding &coding : codings().mid(0, 4))
        QVERIFY(TextSource::fromBytes(coding.encode(text))->utf8() == text.toUtf8());
}

void TestTextReaders::marksWhatCannotBeRead()
{
    const auto read = [](const QByteArray &bytes) {
        return TextSource::fromBytes(bytes)->utf8().toByteArray();
    };
    const QByteArray lost("\xef\xbf\xbd");
    QCOMPARE(read(QByteArray("\xff\xfe"
                             "a\0b",
                             5)),
             "a" + lost); // half a unit at the end
    QCOMPARE(read(QByteArray("\xff\xfe\x35\xd8z\0", 6)), lost + "z"); // half a pair
    QCOMPARE(read("\xef\xbb\xbf"
                  "a\xeb"),
             "a" + lost);
    QCOMPARE(read(QByteArray("\xff\xfe", 2)), QByteArray());
}

/// What is read is whole or refused, however often the file gets shorter meanwhile.
void TestTextReaders::survivesTruncation()
{
    const QString path = m_folder.filePath(u"restless.txt"_s);
    QByteArray whole;
    for (int i = 0; i < 200'000; ++i)
        whole += "uid" + QByteArray::number(1'000'000 + i) + '\n';
    QVERIFY(write(path, whole));
    std::atomic<bool> isOver = false;
    std::thread writer([&] {
        while (!isOver) {
            QFile::resize(path, 50);
            QFile file(path);
            if (file.open(QIODevice::ReadWrite))
                file.write(whole);
        }
    });
    int read = 0;
    models::UidSource kept;
    for (int round = 0; round < 150; ++round) {
        models::Work work;
        const auto file = models::openUidFile(path, {}, work);
        if (!file)
            continue;
        ++read;
        kept = file->source;
        const models::UidImport import = models::importUids(file->source, {}, work);
        if (!whole.startsWith(kept.text->utf8().toByteArray()) || !import.problem.isEmpty())
            qFatal("what was read is neither whole nor refused: %s", qPrintable(import.problem));
    }
    isOver = true;
    writer.join();
    qInfo("read %d of 150 times", read);
    // What was read once doesn't need its file any more.
    QVERIFY(write(path, whole));
    models::Work work;
    const auto file = models::openUidFile(path, {}, work);
    QVERIFY(file.has_value());
    QVERIFY(QFile::resize(path, 0));
    QCOMPARE(models::importUids(file->source, {}, work).report.good, qint64(200'000));
}

void TestTextReaders::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const QString pipe = m_folder.filePath(u"pipe"_s);
    ::mkfifo(QFile::encodeName(pipe).constData(), 0600);
    QTest::newRow("a pipe") << pipe << u"a pipe or a device"_s;
    QTest::newRow("a device") << u"/dev/zero"_s << u"a pipe or a device"_s;
    QTest::newRow("a folder") << m_folder.path() << u"a folder"_s;
    QTest::newRow("nothing") << m_folder.filePath(u"none"_s) << u"No such file"_s;
}

void TestTextReaders::refusesWhatIsNoFile()
{
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    models::Work work;
    const auto file = models::openUidFile(path, {}, work);
    QVERIFY(!file);
    QVERIFY2(file.error().contains(words), qPrintable(file.error()));
    const auto brief = models::briefFromFile(path);
    QVERIFY(!brief && brief.error().contains(words));
    const auto zips = models::openZipFile(path, work);
    QVERIFY(!zips && zips.error().contains(words));
}

QTEST_GUILESS_MAIN(TestTextReaders)

#include "tst_textreaders.moc"
