#include "models/briefs/briefnotemodel.h"
#include "tests/models/briefs/briefdesk.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using support::context;
using support::reading;
using support::render;

namespace {

const QStringList coffee {
    u"name=Coffee"_s,     u"country=229"_s, u"language=5"_s,
    u"completes=400"_s,   u"ir=30"_s,       u"loi=12"_s,
    u"AGE=18-34 35-99"_s, u"GENDER=1 2"_s,  u"quota 42:18-34:160 35-99:240"_s};

} // namespace

class TestBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void readsItsOwnExample();
    void readsEveryForm_data();
    void readsEveryForm();
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void tellsWhatItDoesNotUnderstand_data();
    void tellsWhatItDoesNotUnderstand();
    void sharesPerCentsOutWithoutARest();
    void survivesAnything_data();
    void survivesAnything();
    void listsWhatIsWrongFirst();
};

void TestBrief::readsItsOwnExample()
{
    const models::BriefReading read = reading(models::briefExample());
    QCOMPARE(render(read.notes, models::BriefNote::Adjusted), QStringList());
    QVERIFY(!read.needsQuestions);
    QVERIFY(models::validate(read.draft, context().today).isEmpty());
    QCOMPARE(render(read.draft),
             (QStringList {u"name=Coffee at home W1"_s, u"country=229"_s, u"language=5"_s,
                           u"completes=400"_s, u"ir=30"_s, u"loi=12"_s, u"cpi=2.50"_s,
                           u"AGE=18-34 35-54 55-99"_s, u"GENDER=1 2"_s, u"REGION=1 3"_s,
                           u"quota 42:18-34:160 35-54:160 55-99:80"_s, u"quota 43:1:200 2:200"_s}));
}

void TestBrief::readsEveryForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lines") << u"Name: Coffee\nCountry: US\nLanguage: English\nCompletes: 400\n"
                              "IR: 30%\nLOI: 12\nAge: 18-34 40%, 35+ 60%\nGender: m, f"_s;
    QTest::newRow("answers under one another")
        << u"PROJECT NAME = Coffee\r\nMarket = usa\r\nlang = en-US\r\nN = 400\r\nIncidence rate "
           "(%) = 30\r\nLength of interview = 12 min\r\nAge bands:\r\n  - 18-34: 40 %\r\n  - 35 "
           "and over: 60 %\r\n\r\nGender:\r\n* Men\r\n* Women\r\n"_s;
    QTest::newRow("tabs as from a spreadsheet")
        << u"Name\tCoffee\nCountry\tUnited States\nLanguage\tEnglish\nCompletes\t400\nIR\t30 %\n"
           "LOI\t12\nAge\t18-34\t160\nAge\t35+\t240\nGender\tMale\nGender\tFemale"_s;
    QTest::newRow("a CSV of fields")
        << u"field,value,quota\nName,Coffee\nCountry,United States\nLanguage,English\n"
           "Completes,400\nIR,30 %\nLOI,12\nAge,18-34,160\n,35+,240\nGender,Male\nGender,Female"_s;
    QTest::newRow("a CSV of one row")
        << u"name;country;language;completes;ir;loi;age;gender\n\"Coffee\";US;English;400;30;12;"
           "\"18-34 40%, 35+ 60%\";\"male, female\""_s;
    QTest::newRow("JSON with objects")
        << uR"({"name":"Coffee","country":"US","language":"English","completes":400,"ir":30,
               "loi":12,"age":{"18-34":160,"35+":"60 %"},"gender":["male","female"]})"_s;
    QTest::newRow("JSON with lists")
        << uR"({"brief":{"name":"Coffee","country":"US","language":"en","completes":"400",
               "incidence rate":0.3,"LOI":12,"age":[{"from":18,"to":34,"percent":40},
               {"from":35,"share":60}],"gender":[{"option":"Female"},{"option":"Male"}]}})"_s;
}

void TestBrief::readsEveryForm()
{
    QFETCH(QString, text);
    const models::BriefReading read = reading(text);
    QCOMPARE(render(read.notes, models::BriefNote::NotUnderstood), QStringList());
    QStringList draft = render(read.draft);
    draft.replaceInStrings(u"GENDER=2 1"_s, u"GENDER=1 2"_s);
    QCOMPARE(draft, coffee);
}

void TestBrief::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("draft");
    const auto row = [](const char *name, const QString &text, const QStringList &draft) {
        QTest::newRow(name) << text << draft;
    };
    row("grouped counts", u"Completes: 1,200 completes"_s, {u"completes=1200"_s});
    row("grouped by points", u"Completes: 1.200"_s, {u"completes=1200"_s});
    row("grouped by blanks", u"n = 1 200"_s, {u"completes=1200"_s});
    row("grouped quotas", u"Country: US\nGender: Male 1,000, Female 2,500"_s,
        {u"country=229"_s, u"language=5"_s, u"GENDER=1 2"_s, u"quota 43:1:1000 2:2500"_s});
    row("the country's own language", u"Country: Germany"_s, {u"country=80"_s, u"language=16"_s});
    row("an everyday name", u"Country: UK"_s, {u"country=228"_s, u"language=5"_s});
    row("another language", u"Country: USA\nLanguage: es"_s, {u"country=229"_s, u"language=45"_s});
    row("a price with its sign", u"CPI: $2.50"_s, {u"cpi=2.50"_s});
    row("a price with a comma", u"Price: 2,5 EUR"_s, {u"cpi=2.50"_s});
    row("experts", u"Audience type: Health-Care"_s, {u"audience=Health Care"_s});
    row("genders in another language", u"Gender: Männer 50, Frauen 60"_s,
        {u"GENDER=1 2"_s, u"quota 43:1:50 2:60"_s});
    row("accents", u"Region: ile-de-france; new york"_s, {u"REGION=4 2"_s});
    row("a standard qualification by its name", u"Pets: Cat(s) 100"_s,
        {u"STANDARD_PETS=1"_s, u"quota 639:1:100"_s});
    row("a name with commas",
        u"STANDARD_PETS: Small animals or rodents (hamsters, mice, rabbits): 40, Cat(s)"_s,
        {u"STANDARD_PETS=2 1"_s, u"quota 639:2:40"_s});
    row("a name that ends in a number", u"Kids: Children 1, Children 2 50"_s,
        {u"STANDARD_KIDS=1 2"_s, u"quota 7:2:50"_s});
    row("zip codes", u"Zip codes: 07030 10001, 90210\n"_s, {u"ZIP=07030 10001 90210"_s});
    row("zip codes under one another", u"ZIP:\n07030\n10001\n"_s, {u"ZIP=07030 10001"_s});
    row("a bullet list", u"• Name: A\n• LOI: 12"_s, {u"name=A"_s, u"loi=12"_s});
    row("names are kept as they are", u"Name: <b>Snack</b> & more: wave 2"_s,
        {u"name=<b>Snack</b> & more: wave 2"_s});
    row("German bands",
        u"Completes: 300\nAlter: 18-29 Jahre 100, 30 bis 49 Jahre 100, 50 Jahre und älter 100"_s,
        {u"completes=300"_s, u"AGE=18-29 30-49 50-99"_s,
         u"quota 42:18-29:100 30-49:100 50-99:100"_s});
    row("genders in Japanese", u"Completes: 100\nGender: 男性 50 %, 女性 50 %"_s,
        {u"completes=100"_s, u"GENDER=1 2"_s, u"quota 43:1:50 2:50"_s});
    row("fields without a mark", u"LOI 12 min; CPI 2.50\nAge 18-34, 35+\nGender: m"_s,
        {u"loi=12"_s, u"cpi=2.50"_s, u"AGE=18-34 35-99"_s, u"GENDER=1"_s});
    row("the later one holds", u"LOI: 10\nLOI: 12\nGender: m\nGender: f"_s,
        {u"loi=12"_s, u"GENDER=2"_s});
}

void TestBrief::readsWhatPeopleWrite()
{
    QFETCH(QString, text);
    QFETCH(QStringList, draft);
    const models::BriefReading read = reading(text);
    QCOMPARE(render(read.notes, models::BriefNote::NotUnderstood), QStringList());
    QCOMPARE(render(read.draft), draft);
}

void TestBrief::tellsWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("notes");
    const auto row = [](const char *name, const QString &text, const QStringList &notes) {
        QTest::newRow(name) << text << notes;
    };
    row("a country that isn't served", u"Country: Atlantis"_s,
        {u"Country: “Atlantis”: no country of this name is served."_s});
    row("a language that isn't served", u"Language: Klingon"_s,
        {u"Language: “Klingon”: no language of this name is served."_s});
    row("a span of completes", u"Completes: 400-500"_s,
        {u"Completes: “400-500”: a whole number is expected."_s});
    row("no number", u"LOI: about a dozen"_s,
        {u"LOI: “about a dozen”: a whole number is expected."_s});
    row("too many per cent", u"IR: 120 %"_s,
        {u"IR: “120 %”: a percentage from 1 to 100 is expected."_s});
    row("too few per cent", u"IR: 0.3 %"_s,
        {u"IR: “0.3 %”: a percentage from 1 to 100 is expected."_s});
    row("half a per cent", u"IR: 12.5 %"_s,
        {u"IR: “12.5 %” is taken as 13 %: the service takes whole percentages."_s});
    row("a fraction", u"IR: 0.25"_s,
        {u"IR: “0.25” is taken as 25 %: the service takes whole percentages."_s});
    row("which is the month?", u"Start: 03/04/2027"_s,
        {u"Start: “03/04/2027”: a date such as 2026-12-31 is expected; with slashes, day and "
         "month can be mistaken for each other."_s});
    row("no link", u"Live link: ask Tim"_s, {u"Live link: “ask Tim”: this isn’t a web address."_s});
    row("an unknown field", u"Budget: 5000"_s,
        {u"Budget: No field or qualification has this name."_s});
    row("prose", u"Dear all,\nName: A\nkind regards"_s,
        {u": Not recognised: “Dear all,”"_s, u": Not recognised: “kind regards”"_s});
    row("answers that aren't there", u"Gender: Male 50, Robots 20"_s,
        {u"Gender: Male (50); not understood: Robots 20"_s});
    row("bands that are none", u"Age: young 50, old 60"_s,
        {u"Age: not understood: young 50, old 60"_s});
    row("per cents of nothing", u"Gender: Male 50 %, Female 50 %"_s,
        {u"Gender: Male, Female; no quotas from the percentages, since the completes aren’t known"_s});
    row("no answers", u"Gender:"_s, {u"Gender: It names no options."_s});
    row("bad zip codes", u"Zip: 07030 a?b"_s,
        {u"Zip: 1 zip code(s) · 1 left out, the first in line 2: “a?b” (other characters than "
         "letters, digits and hyphens)"_s});
    row("several surveys in one table", u"name,completes\nA,100\nB,200"_s,
        {u": Not recognised: “B 200”"_s});
    row("JSON that isn't", u"{\"name\": "_s,
        {u": This begins like JSON but isn’t: near letter 8."_s});
    row("an exported draft", uR"({"format": "aligndesk-draft", "schema": 1})"_s,
        {u": This is an exported draft: import it in Drafts."_s});
    row("JSON of another kind", uR"({"name": {"a": 1}, "loi": null})"_s,
        {u": Not recognised: “name”"_s});
    row("a currency", u"CPI: EUR 3,40"_s,
        {u"CPI: 3.40, without the currency “EUR”: amounts are in the account’s currency."_s});
    row("about", u"IR around 25%\nLOI: approx. 12 min"_s,
        {u"IR: “around 25%” is taken as 25 %."_s, u"LOI: “approx. 12 min” is taken as 12."_s});
    row("which half is whose?", u"Completes: 100\nGender 60/40"_s,
        {u"Gender: not understood: 60/40"_s});
    row("bands that a spreadsheet took for dates",
        u"Field,Answer,Quota\nCompletes,400\nAge,May-12,40\nAge,13-17,60\nAge,Oct-19,100\n"
        "Age,20-29,100\nAge,30-99,100"_s,
        {u"Age: 13–17 (60), 20–29 (100), 30–99 (100); not understood: May-12 40 (perhaps 5-12, "
         "which a spreadsheet took for a date), Oct-19 100 (perhaps 10-19, which a spreadsheet "
         "took for a date); the quotas add up to 260, the completes are 400"_s});
    row("bands that overlap",
        u"Completes: 400\nAge: <25 50, 25-34 100, 35 - 54 150, 55+ 75, over "
        "75 25"_s,
        {u"Age: 16–24 (50), 25–34 (100), 35–54 (150), 55–99 (75), 76–99 (25); 55–99 and 76–99 "
         "overlap"_s});
    row("quotas that don’t add up", u"Completes: 400\nGender: Male 200, Female 100"_s,
        {u"Gender: Male (200), Female (100); the quotas add up to 300, the completes are 400"_s});
    row("dates without a year", u"Field: 1 Dec - 15 Dec"_s,
        {u"Field: “1 Dec - 15 Dec”: two dates with the year are expected, such as “1 Dec – 15 Dec "
         "2026”."_s});
    row("control and direction characters", u"Country: \u202eXX\u0007"_s,
        {u"Country: “\ufffdXX\ufffd”: no country of this name is served."_s});
}

void TestBrief::tellsWhatItDoesNotUnderstand()
{
    QFETCH(QString, text);
    QFETCH(QStringList, notes);
    QCOMPARE(render(reading(text).notes, models::BriefNote::Adjusted), notes);
}

void TestBrief::sharesPerCentsOutWithoutARest()
{
    QCOMPARE(render(reading(u"Completes: 100\nAge: 18-34 33.3 %, 35-54 33.3 %, 55+ 33.4 %"_s).draft)
                 .last(),
             u"quota 42:18-34:33 35-54:33 55-99:34"_s);
    QCOMPARE(render(reading(u"Completes: 10\nGender: Male 25 %, Female 75 %"_s).draft).last(),
             u"quota 43:1:3 2:7"_s); // together 10
    QCOMPARE(render(reading(u"Gender: Male 40 %, Female 20 %\nCompletes: 200"_s).draft).last(),
             u"quota 43:1:80 2:40"_s); // what doesn't make up the whole stays what it says
}

void TestBrief::survivesAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t\n "_s;
    QTest::newRow("a null letter") << QString(QChar(0));
    QTest::newRow("lone surrogates") << u"Name: "_s + QChar(0xd800) + QChar(0xdc00);
    QTest::newRow("one endless line") << u"a"_s.repeated(200'000);
    QTest::newRow("an endless value") << u"Completes: "_s + u"1 "_s.repeated(100'000);
    QTest::newRow("an endless list") << u"Age: "_s + u"1 1 1 1 1 "_s.repeated(20'000);
    QTest::newRow("many answers") << u"Gender: "_s + u"Male 1, "_s.repeated(25'000);
    QTest::newRow("many fields") << u"LOI: 12\n"_s.repeated(25'000);
    QTest::newRow("many brackets") << u"Pets: "_s + u"("_s.repeated(100'000);
    QTest::newRow("deep JSON") << u"{\"age\":"_s + u"["_s.repeated(100'000);
    QTest::newRow("wide JSON") << u"{\"age\":["_s + u"1,"_s.repeated(100'000) + u"1]}"_s;
    QTest::newRow("quotes that never end") << u"name,completes\n\"a"_s + u"b,"_s.repeated(100'000);
    QTest::newRow("many columns") << u"name,completes"_s + u",a"_s.repeated(100'000);
    QTest::newRow("separators only") << u",;|:=\t"_s.repeated(40'000);
    QTest::newRow("large numbers")
        << u"Completes: 99999999999999999999\nAge: 999999-9999999 9999999"
           "99999%\nCPI: 99999999999999999999.99"_s;
    QString noise;
    QRandomGenerator random(7);
    const QString letters = u"Age: Gender, 18-34 40% \n\t{}[]\"';|=<>()+-\u202e\u0000é"_s;
    for (int i = 0; i < 60'000; ++i)
        noise += letters[random.bounded(int(letters.size()))];
    QTest::newRow("noise") << noise;
}

void TestBrief::survivesAnything()
{
    QFETCH(QString, text);
    const models::BriefReading read = reading(text);
    for (const models::BriefEntry &entry : models::readBrief(text).entries)
        QVERIFY(entry.shares.size() <= models::mostBriefAnswers + 1);
    models::validate(read.draft, context().today);
    QVERIFY(read.notes.size() < 300'000);
    const models::Brief tooLarge =
        models::readBrief(text + u"x"_s.repeated(models::largestBrief + 1));
    QVERIFY(tooLarge.entries.isEmpty());
    QCOMPARE(tooLarge.problem,
             u"This is too large for a brief: at most 262,144 letters are read."_s);
}

void TestBrief::listsWhatIsWrongFirst()
{
    models::BriefNoteModel model;
    const QAbstractItemModelTester tester(&model);
    model.setNotes(reading(u"Name: A\nCountry: X\nIR: 0.5\nLOI: 12"_s).notes);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        lines.append(u"%1 | %2"_s.arg(model.index(row, 0).data().toString(),
                                      model.index(row, 1).data().toString()));
    }
    QCOMPARE(lines,
             (QStringList {u"Not understood | Country"_s, u"Adjusted | IR"_s,
                           u"Understood | Name"_s, u"Understood | LOI"_s}));
}

QTEST_GUILESS_MAIN(TestBrief)
#include "tst_brief.moc"
