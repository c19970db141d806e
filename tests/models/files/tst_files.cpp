#include "models/files/atomicwriter.h"
#include "models/files/csvreader.h"
#include "models/files/textsource.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <csv.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using models::CsvReader;
using models::TextSource;

namespace {

/// Each record as its line, then its cells between bars.
QStringList render(QByteArrayView text, char separator)
{
    QStringList lines;
    CsvReader reader(text, separator);
    while (reader.next()) {
        QString line = QString::number(reader.line()) + u':';
        for (int i = 0; i < reader.size(); ++i)
            line += u'|' + QString::fromUtf8(reader.field(i));
        lines.append(line);
    }
    return lines;
}

using Table = QList<QByteArrayList>;

Table oracle(const QByteArray &text)
{
    struct State
    {
        Table table;
        QByteArrayList row;
    } state;
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    const auto cell = [](void *bytes, size_t size, void *to) {
        static_cast<State *>(to)->row.append(
            QByteArray(static_cast<const char *>(bytes), qsizetype(size)));
    };
    const auto row = [](int, void *to) {
        auto *all = static_cast<State *>(to);
        all->table.append(std::exchange(all->row, {}));
    };
    csv_parse(&parser, text.constData(), size_t(text.size()), cell, row, &state);
    csv_fini(&parser, cell, row, &state);
    csv_free(&parser);
    return state.table;
}

Table ours(const QByteArray &text)
{
    Table table;
    CsvReader reader(text, ',');
    while (reader.next()) {
        QByteArrayList row;
        for (int i = 0; i < reader.size(); ++i)
            row.append(reader.field(i).toByteArray());
        table.append(row);
    }
    return table;
}

QByteArray written(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRecords();
    void agreesWithTheOracle();
    void guessesTheSeparator_data();
    void guessesTheSeparator();
    void readsEncodings_data();
    void readsEncodings();
    void guardsFormulas();
    void guardsNumbersThatASpreadsheetWouldChange();
    void writesWholeOrNotAtAll();
};

void TestFiles::readsRecords()
{
    QCOMPARE(render("a,b\r\n\"x,\"\"y\"\"\nz\",\r\rlast", ','),
             (QStringList {u"1:|a|b"_s, u"2:|x,\"y\"\nz|"_s, u"4:|"_s, u"5:|last"_s}));
    QCOMPARE(render("\"a\",b\n", 0), QStringList {u"1:|\"a\",b"_s});
    QCOMPARE(render("", ','), QStringList());
    CsvReader open("\"never", ',');
    QVERIFY(open.next());
    QVERIFY(open.isUnclosed());
}

void TestFiles::agreesWithTheOracle()
{
    QRandomGenerator random(7);
    const QByteArrayList cells {"a", "", "x,y", "say \"no\"", "two\nlines", "0042", "\xc3\xa4"};
    for (int round = 0; round < 300; ++round) {
        QByteArray text;
        const int rows = random.bounded(1, 6);
        for (int row = 0; row < rows; ++row) {
            text += "key";
            for (int cell = random.bounded(4); cell > 0; --cell)
                text += ',' + models::csvCell(cells[random.bounded(cells.size())]);
            text += random.bounded(2) ? "\r\n" : "\n";
        }
        QCOMPARE(ours(text), oracle(text));
    }
}

void TestFiles::guessesTheSeparator_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("commas") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("semicolons, decimal commas") << QByteArray("a;b\n1,5;2\n") << ';';
    QTest::newRow("tabs") << QByteArray("a\tb\n1\t2") << '\t';
    QTest::newRow("bars") << QByteArray("a|b\n1|2") << '|';
    QTest::newRow("one column") << QByteArray("a\nb\n") << '\0';
    QTest::newRow("a comma in a line") << QByteArray("a\nb,c\nd\n") << '\0';
}

void TestFiles::guessesTheSeparator()
{
    QFETCH(QByteArray, text);
    QTEST(models::guessSeparator(text), "separator");
}

void TestFiles::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = u"Zoë €"_s.toUtf8();
    QTest::newRow("UTF-8") << text << text;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text << text;
    QTest::newRow("UTF-16 little") << QByteArray("\xff\xfeZ\0o\0", 6) << QByteArray("Zo");
    QTest::newRow("UTF-16 big") << QByteArray("\xfe\xff\0Z\0o", 6) << QByteArray("Zo");
    QTest::newRow("Windows-1252") << QByteArray("Zo\xeb \x80") << text;
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestFiles::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"in.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto source = TextSource::open(file.fileName());
    QVERIFY(source.has_value());
    QTEST((*source)->utf8().toByteArray(), "text");
    QTEST(TextSource::fromBytes(bytes)->utf8().toByteArray(), "text");
    QVERIFY(!TextSource::open(folder.filePath(u"none"_s)).has_value());
}

void TestFiles::guardsFormulas()
{
    QCOMPARE(models::csvCell("=1+1"), QByteArray("'=1+1"));
    QCOMPARE(models::csvCell("-x"), QByteArray("'-x"));
    QCOMPARE(models::csvCell("\tx"), QByteArray("\"'\tx\""));
    QCOMPARE(models::csvCell("a\"b"), QByteArray("\"a\"\"b\""));
    QCOMPARE(models::csvCell("j8G7Y"), QByteArray("j8G7Y"));
    QCOMPARE(models::csvCell("=1+1", false), QByteArray("=1+1"));
}

void TestFiles::guardsNumbersThatASpreadsheetWouldChange()
{
    for (const char *const number :
         {"0012", "1234567890123456", "1234567890123456789", "1E5", "12e34", "'0012"}) {
        const QByteArray cell = models::csvCell(number);
        QCOMPARE(cell, "'" + QByteArray(number));
        QCOMPARE(models::withoutGuard(cell).toByteArray(), QByteArray(number));
        QCOMPARE(models::csvCell(number, false), QByteArray(number));
    }
    for (const char *const text : {"0", "358", "123456789012345", "1E", "E5", "12E3x", "1.50"})
        QCOMPARE(models::csvCell(text), QByteArray(text));
}

void TestFiles::writesWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.txt"_s);
    models::AtomicWriter first(path);
    first.write("old");
    QVERIFY(first.commit());
    models::AtomicWriter second(path);
    second.write("new");
    second.discard();
    QCOMPARE(written(path), QByteArray("old"));
    models::AtomicWriter nowhere(folder.filePath(u"no/such/out.txt"_s));
    nowhere.write("x");
    QVERIFY(!nowhere.commit());
    QVERIFY(nowhere.problem().contains(u"out.txt"_s));
    // A limit on the size of files fails a write as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small {100'000, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &small);
    models::AtomicWriter full(path);
    full.write(QByteArray(1'000'000, 'x'));
    QVERIFY(!full.commit());
    const rlimit none {RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &none);
    QVERIFY2(full.problem().contains(u"too large"_s), qPrintable(full.problem()));
    QCOMPARE(written(path), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
