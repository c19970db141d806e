#include "models/support/collation.h"
#include "models/support/plain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainShowsTricks_data();
    void plainShowsTricks();
    void sortsAsPeopleDo();
    void foldsCaseAndAccents();
};

void TestText::plainShowsTricks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("ordinary text stays") << u"Snack & <b>Bar</b> 🍫"_s << u"Snack & <b>Bar</b> 🍫"_s;
    QTest::newRow("line breaks and tabs are blanks") << u"a\nb\tc"_s << u"a b c"_s;
    QTest::newRow("controls are visible") << u"a\u0007b\u0085"_s << u"a\uFFFDb\uFFFD"_s;
    QTest::newRow("overrides are visible") << u"\u202Egpj.exe"_s << u"\uFFFDgpj.exe"_s;
    QTest::newRow("zero width is visible") << u"a\u200Bb"_s << u"a\uFFFDb"_s;
    QTest::newRow("a lone surrogate is visible")
        << u"a"_s + QChar(0xD800) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("right-to-left text is isolated") << u"שלום 5"_s << u"\u2068שלום 5\u2069"_s;
}

void TestText::plainShowsTricks()
{
    QFETCH(const QString, text);
    QTEST(models::plain(text), "shown");
}

void TestText::sortsAsPeopleDo()
{
    QStringList names {u"wave 10"_s, u"Étude"_s,  u"wave 9"_s,
                       u"apple"_s,   u"Banana"_s, u"etude b"_s};
    models::sortByName(names, [](const QString &name) { return name; });
    QCOMPARE(names,
             (QStringList {u"apple"_s, u"Banana"_s, u"Étude"_s, u"etude b"_s, u"wave 9"_s,
                           u"wave 10"_s}));
}

void TestText::foldsCaseAndAccents()
{
    QCOMPARE(models::folded(u"ÄÉ ﬁ Ｗ"_s), u"ae fi w"_s);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
