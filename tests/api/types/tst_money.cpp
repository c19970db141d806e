#include "api/types/money.h"

#include <QTest>

using api::Money;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheWireHas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed"); // empty: refused
        QTest::newRow("two places") << u"20.00"_s << u"20.00"_s;
        QTest::newRow("a whole number") << u"10"_s << u"10.00"_s;
        QTest::newRow("one place") << u"1.7"_s << u"1.70"_s;
        QTest::newRow("a third place below a half goes down") << u"1.754"_s << u"1.75"_s;
        QTest::newRow("a third place of a half goes up") << u"1.755"_s << u"1.76"_s;
        QTest::newRow("rounding carries into the units") << u"9.999"_s << u"10.00"_s;
        QTest::newRow("no units") << u".5"_s << u"0.50"_s;
        QTest::newRow("no places after the point") << u"5."_s << u"5.00"_s;
        QTest::newRow("blanks around") << u" 4.50 "_s << u"4.50"_s;
        QTest::newRow("negative") << u"-0.05"_s << u"-0.05"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("only a point") << u"."_s << u""_s;
        QTest::newRow("an exponent") << u"1e3"_s << u""_s;
        QTest::newRow("a comma") << u"1,50"_s << u""_s;
        QTest::newRow("a word") << u"free"_s << u""_s;
        QTest::newRow("more than can be counted") << QString(30, u'9') << u""_s;
    }
    void readsWhatTheWireHas()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto money = Money::fromWire(text);
        QCOMPARE(money ? money->toFixed() : QString(), fixed);
    }

    void writesTheShortForm()
    {
        QCOMPARE(Money {1000}.toWire(), u"10"_s);
        QCOMPARE(Money {175}.toWire(), u"1.75"_s);
        QCOMPARE(Money {2050}.toWire(), u"20.50"_s);
        QCOMPARE(Money {-5}.toWire(), u"-0.05"_s);
    }

    void multipliesExactly() { QCOMPARE((Money {110} * 3).toFixed(), u"3.30"_s); }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
