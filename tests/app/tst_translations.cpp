#include "app/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsInWords_data();
    void countsInWords();
};

void TestTranslations::countsInWords_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << u"0 surveys"_s;
    QTest::newRow("one") << 1 << u"1 survey"_s;
    QTest::newRow("many") << 40 << u"40 surveys"_s;
    QTest::newRow("thousands") << 10'000 << u"10,000 surveys"_s;
}

void TestTranslations::countsInWords()
{
    QFETCH(int, count);
    QTEST(QCoreApplication::translate("ui::SurveysPage", "%Ln survey(s)", nullptr, count), "text");
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication application(argc, argv);
    app::loadTranslations(application);
    TestTranslations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_translations.moc"
