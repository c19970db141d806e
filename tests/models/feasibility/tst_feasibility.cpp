#include "models/feasibility/fit.h"
#include "models/feasibility/servicelocale.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFeasibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheLocale_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("locale");
        QTest::newRow("the contract's own") << u"English"_s << u"en"_s << u"US"_s << u"eng_us"_s;
        QTest::newRow("French") << u"French"_s << u"fr"_s << u"FR"_s << u"fra_fr"_s;
        QTest::newRow("Dutch in Belgium") << u"Dutch"_s << u"nl"_s << u"BE"_s << u"nld_be"_s;
        QTest::newRow("German") << u"German"_s << u"de"_s << u"AT"_s << u"deu_at"_s;
        QTest::newRow("one Chinese script")
            << u"Chinese Simplified"_s << u"zh"_s << u"CN"_s << u"zho_cn"_s;
        QTest::newRow("the other") << u"Chinese Traditional"_s << u"zh"_s << u"TW"_s << u"zho_tw"_s;
        QTest::newRow("a region behind the tag")
            << u"Portuguese (Brazil)"_s << u"pt-BR"_s << u"BR"_s << u"por_br"_s;
        QTest::newRow("Britain's other code") << u"English"_s << u"en"_s << u"UK"_s << u"eng_gb"_s;
        QTest::newRow("Hebrew by its old tag") << u"Hebrew"_s << u"iw"_s << u"IL"_s << u"heb_il"_s;
        QTest::newRow("Norwegian") << u"Norwegian"_s << u"no"_s << u"NO"_s << u"nor_no"_s;
        QTest::newRow("Norwegian Bokmål") << u"Norwegian"_s << u"nb"_s << u"NO"_s << u"nob_no"_s;
        QTest::newRow("Malay") << u"Malay"_s << u"ms"_s << u"MY"_s << u"msa_my"_s;
        QTest::newRow("three letters already")
            << u"Filipino"_s << u"fil"_s << u"PH"_s << u"fil_ph"_s;
        QTest::newRow("lower case from the server")
            << u"Japanese"_s << u"JA"_s << u"jp"_s << u"jpn_jp"_s;
        QTest::newRow("no such language") << u"Klingon"_s << u"qq"_s << u"US"_s << u""_s;
        QTest::newRow("no such country") << u"English"_s << u"en"_s << u"QQ"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s << u""_s << u""_s;
    }
    void namesTheLocale()
    {
        QFETCH(QString, language);
        QFETCH(QString, tag);
        QFETCH(QString, country);
        QTEST(models::serviceLocale({{u"5"_s}, language, tag}, {{u"1"_s}, {}, country, {}, {}, {}}),
              "locale");
    }

    /// Each language that our own stand-in knows, so that none of them is asked with a guess.
    void namesAllLanguagesOfTheList()
    {
        QFile file(QFINDTESTDATA("../../../resources/sandbox/languages.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList wrong;
        for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll()).array()) {
            const api::Language language {{one[u"language_id"_s].toString()},
                                          one[u"name"_s].toString(),
                                          one[u"short_name"_s].toString()};
            const QString locale =
                models::serviceLocale(language, {{u"1"_s}, {}, u"US"_s, {}, {}, {}});
            if (locale != one[u"iso_639_3"_s].toString() + u"_us"_s)
                wrong.append(u"%1: %2"_s.arg(language.name, locale));
        }
        QCOMPARE(wrong, QStringList());
    }

    void tellsTheFit()
    {
        using models::Fit;
        const api::Feasibility range {300, 400, {450}};
        QCOMPARE(models::fitOf(range, 300), (models::FitResult {Fit::Fits, 0}));
        QCOMPARE(models::fitOf(range, 301), (models::FitResult {Fit::Perhaps, 1}));
        QCOMPARE(models::fitOf(range, 400), (models::FitResult {Fit::Perhaps, 100}));
        QCOMPARE(models::fitOf(range, 480), (models::FitResult {Fit::TooFew, 80}));
    }
};

QTEST_GUILESS_MAIN(TestFeasibility)
#include "tst_feasibility.moc"
