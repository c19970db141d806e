#include "models/qualifications/masterchange.h"
#include "models/qualifications/optionmodel.h"
#include "models/qualifications/questionmodel.h"
#include "models/qualifications/rangemodel.h"
#include "models/qualifications/ranges.h"
#include "models/qualifications/rangetext.h"
#include "models/qualifications/zipcodes.h"
#include "tests/models/drafts/draftfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestQualifications : public QObject
{
    Q_OBJECT

    static QStringList titles(const QAbstractItemModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row, 0).data().toString());
        return all;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void findsQuestions()
    {
        models::QuestionModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        api::Qualification umlaut = support::zipQuestion();
        umlaut.title = u"MÖBEL"_s;
        umlaut.text = u"Welche Möbel?"_s;
        model.setQuestions({support::ageQuestion(), support::genderQuestion(), umlaut});
        model.setFilter(u"mobel"_s);
        QCOMPARE(titles(model), (QStringList {u"MÖBEL"_s}));
        model.setFilter(u"your AGE"_s);
        QCOMPARE(titles(model), (QStringList {u"AGE"_s}));
        model.setFilter(u"are you"_s);
        QCOMPARE(titles(model), (QStringList {u"GENDER"_s}));
        model.setFilter(u"nowhere"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        model.setChosen({43}, 2);
        model.setOnlyChosen(true);
        QCOMPARE(titles(model), (QStringList {u"GENDER"_s}));
        QCOMPARE(model.index(0).data(models::QuestionModel::ChosenRole).toInt(), 2);
        model.setOnlyChosen(false);
        QCOMPARE(model.indexOf({43}).row(), 1);
        QVERIFY(!model.indexOf({99}).isValid());
        model.clearChosen();
        QCOMPARE(model.index(1).data(models::QuestionModel::ChosenRole).toInt(), 0);
    }

    void keepsChecksThatTheFilterHides()
    {
        models::OptionModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOptions(support::petQuestion().conditions, {6});
        QSignalSpy changed(&model, &models::OptionModel::checkedChanged);
        model.setFilter(u"FISH"_s);
        QCOMPARE(titles(model), (QStringList {u"Fish"_s}));
        QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.checked(), (QList<int> {6, 4}));
        model.setAllShown(false);
        QCOMPARE(model.checked(), (QList<int> {6}));
        model.setFilter({});
        model.setAllShown(true);
        QCOMPARE(model.checked(), (QList<int> {5, 6, 4}));
        QCOMPARE(changed.count(), 3);
    }

    void editsRanges()
    {
        models::RangeModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({18, 60});
        QVERIFY(model.setData(model.index(0, models::RangeModel::To), 24, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, models::RangeModel::To), -1, Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, models::RangeModel::To), u"old"_s, Qt::EditRole));
        model.append(models::nextRange(model.ranges(), {{18, 60}}));
        QCOMPARE(model.ranges(), (QList<api::Range> {{18, 24}, {25, 60}}));
        model.remove(0);
        model.remove(7);
        QCOMPARE(model.ranges(), (QList<api::Range> {{25, 60}}));
    }

    void readsZipCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("summary");
        QTest::newRow("nothing") << u""_s << QStringList() << u"0 zip code(s)"_s;
        QTest::newRow("every separator")
            << u"07030, 10001;10002\t10003\r\n10004  10005"_s
            << QStringList {u"07030"_s, u"10001"_s, u"10002"_s, u"10003"_s, u"10004"_s, u"10005"_s}
            << u"6 zip code(s)"_s;
        QTest::newRow("a code twice, in other case")
            << u"k1a 10001 K1A"_s << QStringList {u"K1A"_s, u"10001"_s}
            << u"2 zip code(s) · 1 duplicate(s) left out"_s;
        QTest::newRow("what is no code, with its line")
            << u"10001\n10?02\n1234567890123"_s << QStringList {u"10001"_s}
            << u"1 zip code(s) · 2 left out, the first in line 2: “10?02” (other characters than "
               "letters, digits and hyphens)"_s;
    }
    void readsZipCodes()
    {
        QFETCH(QString, text);
        const models::ZipCodes found = models::zipCodesFromText(text);
        QTEST(found.codes, "codes");
        QTEST(models::zipSummary(found), "summary");
    }

    void britishAndCanadianCodesHaveOneSpelling()
    {
        const auto uk = models::zipCodesFromText(u"SW1A 1AA\nM1 1AE\nEC1A 1BB\nsw1a1aa\n"_s);
        QCOMPARE(uk.codes, (QStringList {u"SW1A 1AA"_s, u"M1 1AE"_s, u"EC1A 1BB"_s}));
        QCOMPARE(uk.duplicates, 1);
        QVERIFY(uk.leftOut.isEmpty());
        QCOMPARE(models::zipCodesFromText(u"SW1A, M1, EC1A, B33"_s).codes,
                 (QStringList {u"SW1A"_s, u"M1"_s, u"EC1A"_s, u"B33"_s}));
        QCOMPARE(models::zipCodesFromText(u"K1A 0B1\nm5v-3l9\nH0H0H0"_s).codes,
                 (QStringList {u"K1A 0B1"_s, u"M5V 3L9"_s, u"H0H 0H0"_s}));
        QCOMPARE(models::zipCodesFromText(u"10115 10117\n01067"_s).codes,
                 (QStringList {u"10115"_s, u"10117"_s, u"01067"_s}));
        // Laid out in rows of many, they are still the same codes.
        QStringList many;
        for (int i = 0; i < 1200; ++i)
            many.append(u"M%1 %2AE"_s.arg(i % 99 + 1).arg(i / 99 % 10));
        const auto before = models::zipCodesFromText(many.join(u'\n'));
        const auto after = models::zipCodesFromText(models::zipText(many.join(u'\n')));
        QCOMPARE(after.codes, before.codes);
    }

    void readsPastedRanges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ranges");
        QTest::addColumn<QString>("leftOut");
        const QString bands = u"18-24 25-34 65-99"_s;
        QTest::newRow("lines") << u"18-24\r\n25-34\r\n65+\r\n"_s << bands << QString();
        QTest::newRow("commas") << u"18-24, 25-34, 65+"_s << bands << QString();
        QTest::newRow("other dashes") << u"18–24; 25 — 34\t65 +"_s << bands << QString();
        QTest::newRow("words") << u"18 to 24, 25 - 34, over 64"_s << bands << QString();
        QTest::newRow("up to") << u"under 25\n<=20\n30"_s << u"16-24 16-20 30-30"_s << QString();
        QTest::newRow("a wrong one")
            << u"18-24\nabc\n34-25\n65+"_s << u"18-24 65-99"_s << u"abc|34-25"_s;
        QTest::newRow("beyond") << u"100+\n18-99999999999"_s << QString()
                                << u"100+|18-99999999999"_s;
        QTest::newRow("twice and there already")
            << u"40-49, 18-24, 18-24"_s << u"18-24"_s << QString();
        QTest::newRow("nothing") << u" \n , ;"_s << QString() << QString();
    }
    void readsPastedRanges()
    {
        QFETCH(QString, text);
        const auto found = models::rangesFromText(text, {{16, 24}, {25, 99}}, {{40, 49}});
        QStringList ranges;
        for (const api::Range &range : found.ranges)
            ranges.append(u"%1-%2"_s.arg(range.from).arg(range.to));
        QTEST(ranges.join(u' '), "ranges");
        QStringList leftOut;
        for (const models::LeftOutRange &each : found.leftOut) {
            leftOut.append(each.text);
            QVERIFY(each.why.endsWith(u'.'));
        }
        QTEST(leftOut.join(u'|'), "leftOut");
        QCOMPARE(models::rangeSummary(found).isEmpty(), text.trimmed() == u", ;"_s);
    }

    void anOpenRangeNeedsAKnownEnd()
    {
        const auto found = models::rangesFromText(u"65+"_s, {}, {});
        QVERIFY(found.ranges.isEmpty());
        QVERIFY(models::rangeSummary(found).contains(u"“65+” left out: How far"_s));
    }

    void laysManyZipCodesOutInRows()
    {
        const QString few = u"07030, 10001;10002\n10003"_s;
        QCOMPARE(models::zipText(few), few);
        QStringList many;
        for (int i = 0; i < 2'005; ++i)
            many.append(u"%1"_s.arg(i, 5, 10, QLatin1Char('0')));
        many.insert(7, u"no code!"_s);
        const QString shown = models::zipText(many.join(u'\n'));
        QCOMPARE(shown.count(u'\n'), qsizetype(200)); // 2,007 pieces, as a blank tells two apart
        QVERIFY(shown.startsWith(u"00000, 00001, 00002, "_s));
        models::ZipCodes before = models::zipCodesFromText(many.join(u'\n'));
        models::ZipCodes after = models::zipCodesFromText(shown);
        QCOMPARE(after.codes, before.codes);
        QCOMPARE(after.leftOut.size(), qsizetype(1));
        QCOMPARE(after.leftOut.first().text, u"code!"_s);
        QCOMPARE(after.leftOut.first().line, 1);
    }

    void movesAnAudienceToAnotherCountry()
    {
        api::Qualification gender = support::genderQuestion();
        gender.conditions = {{2, u"Frau"_s}, {3, u"Divers"_s}};
        api::Qualification other = support::petQuestion();
        other.title = u"SOMETHING_ELSE"_s;
        const QList<models::TargetedQualification> audience {
            {support::genderQuestion(), {1, 2}, {}, {}},
            {support::petQuestion(), {4}, {}, {}},
            {support::ageQuestion(), {}, {{18, 24}}, {}}};
        const models::MasterChange change = models::moveTo(audience, {gender, other});
        QCOMPARE(change.kept, (QList<models::TargetedQualification> {{gender, {2}, {}, {}}}));
        QCOMPARE(change.leftOut, (QStringList {u"STANDARD_PETS"_s, u"AGE"_s}));
    }
};

QTEST_GUILESS_MAIN(TestQualifications)
#include "tst_qualifications.moc"
