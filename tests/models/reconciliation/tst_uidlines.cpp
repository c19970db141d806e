#include "models/files/csvreader.h"
#include "models/reconciliation/uidlines.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using models::TextSource;
using models::UidStop;

namespace {

constexpr int manyLines = 200'000; // more than the batches hold at once

models::UidPart part(const QByteArray &text, const models::UidLayout &layout = {})
{
    return {{u"list"_s, TextSource::fromUtf8(text)}, layout};
}

QByteArray uid(int number)
{
    return "uid" + QByteArray::number(number);
}

} // namespace

class TestUidLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsManyInOrder();
    void keepsWhatWasQuoted();
    void stops_data();
    void stops();
    void canBeLeftEarly();
    void seesReturnsFarBehind();
    void tellsLettersAndDigits();
};

void TestUidLines::readsManyInOrder()
{
    QByteArray text;
    for (int i = 1; i <= manyLines; ++i)
        text += i % 5 == 0 ? "\n" : "  " + uid(i) + " \n";
    const models::UidPart many = part(text);
    models::UidLines lines(many);
    int number = 0;
    while (const models::UidBatch *const batch = lines.next()) {
        for (const models::UidLine &line : batch->lines) {
            ++number;
            QCOMPARE(line.number, quint32(number));
            QCOMPARE(line.uid(), QByteArrayView(number % 5 == 0 ? QByteArray() : uid(number)));
            QCOMPARE(line.hash, line.size == 0 ? 0 : models::UidSlots::hashOf(line.uid()));
        }
    }
    QCOMPARE(number, manyLines);
    QCOMPARE(lines.next(), nullptr);
}

void TestUidLines::keepsWhatWasQuoted()
{
    QByteArray text;
    for (int i = 0; i < manyLines / 4; ++i)
        text += "\"" + uid(i) + "\"\"\",\"too, fast " + QByteArray::number(i) + "\"\n";
    const models::UidPart many = part(text, {.separator = ',', .reasonColumn = 1});
    models::UidLines lines(many);
    int number = 0;
    while (const models::UidBatch *const batch = lines.next()) {
        QCOMPARE(batch->reasons.size(), batch->lines.size());
        for (size_t at = 0; at < batch->lines.size(); ++at, ++number) {
            QCOMPARE(batch->lines[at].uid().toByteArray(), uid(number) + '"');
            QCOMPARE(batch->reasons[at].toByteArray(), "too, fast " + QByteArray::number(number));
        }
    }
    QCOMPARE(number, manyLines / 4);
}

void TestUidLines::stops_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("stop");
    QTest::addColumn<int>("line");
    const QByteArray long1 =
        "a\nb\n" + QByteArray(models::UidImport::longestUid + 1, 'x') + "\nc\n";
    QTest::newRow("a long line") << long1 << int(UidStop::TooLong) << 3;
    QTest::newRow("zero bytes") << QByteArray("a\nb\0c\n", 6) << int(UidStop::ZeroBytes) << 0;
    QTest::newRow("the longest UID")
        << QByteArray(models::UidImport::longestUid, 'x') << int(UidStop::None) << 0;
}

void TestUidLines::stops()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, stop);
    QFETCH(const int, line);
    const models::UidPart odd = part(text);
    models::UidLines lines(odd);
    const models::UidBatch *const batch = lines.next();
    QVERIFY(batch);
    QCOMPARE(int(batch->stop), stop);
    QCOMPARE(int(batch->stopLine), line);
    QCOMPARE(lines.next(), nullptr);
}

void TestUidLines::canBeLeftEarly()
{
    QByteArray text;
    for (int i = 0; i < manyLines; ++i)
        text += uid(i) + '\n';
    const models::UidPart many = part(text);
    for (int batches = 0; batches < 3; ++batches) {
        models::UidLines lines(many);
        for (int i = 0; i < batches; ++i)
            QVERIFY(lines.next());
    }
}

void TestUidLines::seesReturnsFarBehind()
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += uid(i) + '\n';
    text += "old\rmac\r\nlast";
    models::CsvReader reader(text, 0);
    QByteArrayList ends;
    while (reader.next()) {
        if (reader.line() > 5000)
            ends.append(reader.field(0).toByteArray());
    }
    QCOMPARE(ends, (QByteArrayList {"old", "mac", "last"}));
}

void TestUidLines::tellsLettersAndDigits()
{
    QVERIFY(models::isAlphanumeric({}));
    for (const qsizetype size : {1, 7, 8, 9, 19, 24}) {
        for (int sign = 0; sign < 256; ++sign) {
            for (const qsizetype at : {qsizetype(0), size / 2, size - 1}) {
                QByteArray text(size, 'Z');
                text[at] = char(sign);
                const bool isPlain = (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z')
                    || (sign >= 'A' && sign <= 'Z');
                QCOMPARE(models::isAlphanumeric(text), isPlain);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestUidLines)

#include "tst_uidlines.moc"
