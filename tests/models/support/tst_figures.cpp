#include "models/support/figures.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English)); }

    void readsMoney_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed"); // empty: refused
        QTest::newRow("English") << u"en_US"_s << u"4.50"_s << u"4.50"_s;
        QTest::newRow("English with groups") << u"en_US"_s << u"1,234.5"_s << u"1234.50"_s;
        QTest::newRow("whole") << u"en_US"_s << u"12"_s << u"12.00"_s;
        QTest::newRow("no units") << u"en_US"_s << u".5"_s << u"0.50"_s;
        QTest::newRow("three places") << u"en_US"_s << u"1.755"_s << u""_s;
        QTest::newRow("a comma that isn't a group") << u"en_US"_s << u"4,50"_s << u""_s;
        QTest::newRow("German") << u"de_DE"_s << u"4,50"_s << u"4.50"_s;
        QTest::newRow("German with groups") << u"de_DE"_s << u"1.234,5"_s << u"1234.50"_s;
        QTest::newRow("a point that groups in German is no decimal")
            << u"de_DE"_s << u"4.50"_s << u""_s;
        QTest::newRow("a point in French, where it doesn't group")
            << u"fr_FR"_s << u"4.50"_s << u"4.50"_s;
        QTest::newRow("negative") << u"en_US"_s << u"-1"_s << u""_s;
        QTest::newRow("a word") << u"en_US"_s << u"free"_s << u""_s;
        QTest::newRow("nothing") << u"en_US"_s << u""_s << u""_s;
        QTest::newRow("only a point") << u"en_US"_s << u"."_s << u""_s;
        QTest::newRow("a sign behind the point") << u"en_US"_s << u"4.+5"_s << u""_s;
        QTest::newRow("two points") << u"en_US"_s << u"1.2.3"_s << u""_s;
        QTest::newRow("more than can be bought") << u"en_US"_s << u"99999999999"_s << u""_s;
    }
    void readsMoney()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(locale));
        const auto money = models::moneyFromText(text);
        QTEST(money ? money->toFixed() : QString(), "fixed");
    }

    void readsCounts()
    {
        QCOMPARE(models::countFromText(u" 1,234 "_s), 1234);
        QCOMPARE(models::countFromText(u"1234"_s), 1234);
        QVERIFY(!models::countFromText(u"1.5"_s));
        QVERIFY(!models::countFromText(u"12 people"_s));
        QVERIFY(!models::countFromText({}));
        QLocale::setDefault(QLocale(u"de_DE"_s));
        QVERIFY(!models::countFromText(u"1,234"_s));
        QCOMPARE(models::countFromText(u"1.234"_s), 1234);
    }

    void writesForPeople()
    {
        QCOMPARE(models::moneyText({180'000}), u"1,800.00"_s);
        QCOMPARE(models::moneyText({5}), u"0.05"_s);
        QCOMPARE(models::moneyText({-5}), u"-0.05"_s);
        QCOMPARE(models::countText(3330), u"3,330"_s);
        QLocale::setDefault(QLocale(u"de_DE"_s));
        QCOMPARE(models::moneyText({180'000}), u"1.800,00"_s);
        QCOMPARE(models::plainCountText(1800), u"1800"_s);
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
