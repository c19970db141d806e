// When to try again: Retry-After in every form in which services send it.
#include "api/http/retry.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace api;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void noBytesMakeAWaitThatIsOutOfBounds();
    void repeatsOnlyWhatMayBeRepeated_data();
    void repeatsOnlyWhatMayBeRepeated();

private:
    const QDateTime m_now {QDate(2026, 11, 29), QTime(12, 0), QTimeZone::utc()};
};

void TestRetry::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds"); // -1: nothing
    constexpr int day = 86'400;
    const qint64 now = m_now.toSecsSinceEpoch();
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("white space") << QByteArray(" 7 \r") << 7;
    QTest::newRow("leading zeros") << QByteArray("0000000000000000000007") << 7;
    QTest::newRow("more than a day") << QByteArray("200000") << day;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("a plus") << QByteArray("+5") << -1;
    QTest::newRow("a fraction") << QByteArray("1.5") << -1;
    QTest::newRow("a word") << QByteArray("soon") << -1;
    QTest::newRow("two values") << QByteArray("5, 7") << -1;
    QTest::newRow("the most of 64 bits") << QByteArray("9223372036854775807") << day;
    QTest::newRow("wraps as milliseconds") << QByteArray("9223372036854776") << day;
    QTest::newRow("wraps to nothing") << QByteArray("18446744073709552") << day;
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999999999") << day;
    QTest::newRow("since 1970") << QByteArray::number(now + 90) << 90;
    QTest::newRow("since 1970, passed") << QByteArray::number(now - 90) << -1;
    QTest::newRow("since 1970 in milliseconds") << QByteArray::number(1000 * now) << day;
    QTest::newRow("a date") << QByteArray("Sun, 29 Nov 2026 12:02:00 GMT") << 120;
    QTest::newRow("now") << QByteArray("Sun, 29 Nov 2026 12:00:00 GMT") << 0;
    QTest::newRow("a date that has passed") << QByteArray("Sun, 29 Nov 2026 11:59:00 GMT") << -1;
    QTest::newRow("a date far off") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << day;
    QTest::newRow("no date") << QByteArray("Sun, 99 Nov 2026 12:00:00 GMT") << -1;
}

void TestRetry::readsRetryAfter()
{
    QFETCH(const QByteArray, header);
    const auto wait = readRetryAfter(header, m_now);
    QTEST(wait ? int(wait->count()) : -1, "seconds");
}

void TestRetry::noBytesMakeAWaitThatIsOutOfBounds()
{
    QRandomGenerator chance(20'261'129);
    const QByteArray letters = "0123456789-+.eE ,:GMTSunNovgmt";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray header(chance.bounded(1, 40), '\0');
        for (char &c : header)
            c = letters[chance.bounded(int(letters.size()))];
        const auto wait = readRetryAfter(header, m_now);
        QVERIFY2(!wait || (*wait >= 0s && *wait <= 24h), header.constData());
        readClockSkew(header, m_now);
    }
}

void TestRetry::repeatsOnlyWhatMayBeRepeated_data()
{
    QTest::addColumn<int>("repeat");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("delivery");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *name, Repeat repeat, ErrorKind kind, Delivery delivery,
                        bool may) {
        QTest::newRow(name) << int(repeat) << int(kind) << int(delivery) << may;
    };
    row("read, later", Repeat::Read, ErrorKind::RateLimited, Delivery::Ambiguous, true);
    row("set, later", Repeat::SetState, ErrorKind::RateLimited, Delivery::Ambiguous, true);
    row("add, later", Repeat::DetectableCreate, ErrorKind::RateLimited, Delivery::Ambiguous, false);
    row("pay, later", Repeat::Never, ErrorKind::RateLimited, Delivery::Ambiguous, false);
    row("pay, not sent", Repeat::Never, ErrorKind::Network, Delivery::NotSent, true);
    row("pay, cut", Repeat::Never, ErrorKind::Network, Delivery::Ambiguous, false);
    row("set, cut", Repeat::SetState, ErrorKind::Network, Delivery::Ambiguous, false);
    row("read, cut", Repeat::Read, ErrorKind::Network, Delivery::Ambiguous, true);
    row("read, refused", Repeat::Read, ErrorKind::Rejected, Delivery::Answered, false);
}

void TestRetry::repeatsOnlyWhatMayBeRepeated()
{
    QFETCH(const int, repeat);
    QFETCH(const int, kind);
    QFETCH(const int, delivery);
    QTEST(mayRepeat(Repeat(repeat), ErrorKind(kind), Delivery(delivery)), "may");
}

QTEST_GUILESS_MAIN(TestRetry)

#include "tst_retry.moc"
