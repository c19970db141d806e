#include "tests/models/briefs/briefdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::context;
using support::reading;
using support::render;

class TestBriefMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsAnOrdinaryMail();
    void saysNothingOfQualificationsToAGreeting();
};

void TestBriefMail::readsAnOrdinaryMail()
{
    const models::BriefReading read = reading(u"Hi team,\n"
                                              "please quote this for us:\n"
                                              "Market: US, English\n"
                                              "LOI 15 min, IR around 25%\n"
                                              "n=400 completes\n"
                                              "CPI $3.20\n"
                                              "Field: 1 Dec - 15 Dec 2026\n"
                                              "Nat rep quotas: Age 18-34 30%, 35-54 40%, 55+ 30%\n"
                                              "Gender 50/50\n"
                                              "Thanks, Anna"_s);
    QCOMPARE(
        render(read.draft),
        (QStringList {u"country=229"_s, u"language=5"_s, u"completes=400"_s, u"ir=25"_s,
                      u"loi=15"_s, u"cpi=3.20"_s, u"AGE=18-34 35-54 55-99"_s, u"GENDER=1 2"_s,
                      u"quota 42:18-34:120 35-54:160 55-99:120"_s, u"quota 43:1:200 2:200"_s}));
    QCOMPARE(read.draft.start, QDate(2026, 12, 1));
    QCOMPARE(read.draft.end, QDate(2026, 12, 15));
    QCOMPARE(
        render(read.notes, models::BriefNote::NotUnderstood),
        (QStringList {u"please quote this for us: No field or qualification has this name."_s,
                      u": Not recognised: “Hi team,”"_s, u": Not recognised: “Thanks, Anna”"_s}));
}

void TestBriefMail::saysNothingOfQualificationsToAGreeting()
{
    models::BriefContext bare = context();
    bare.questions.clear();
    const models::BriefReading read =
        models::readDraft(models::readBrief(u"Hi Anna: as discussed\nAge: 18-34"_s), bare);
    QVERIFY(read.needsQuestions);
    QVERIFY(read.notes[0].text.startsWith(u"No field has this name."_s));
    QVERIFY(read.notes[1].text.startsWith(u"The standard qualifications aren’t known yet"_s));
}

QTEST_GUILESS_MAIN(TestBriefMail)
#include "tst_briefmail.moc"
