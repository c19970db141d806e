#include "models/surveys/surveymodel.h"
#include "models/surveys/surveyrows.h"
#include "tests/models/surveys/surveyfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSurveyRows : public QObject
{
    Q_OBJECT

    static models::SurveyRow row(const QString &id)
    {
        return {.survey = fixture::survey(id, u"Survey "_s + id),
                .country = {},
                .language = {},
                .attention = {}};
    }

private Q_SLOTS:
    void anUnknownOneTakesNoOtherAway()
    {
        models::SurveyRows rows;
        const int first = rows.put(row(u"S1"_s));
        const int second = rows.put(row(u"S2"_s));
        rows.remove({u"S3"_s});
        rows.forgetGone();
        QCOMPARE(rows.count(), 2);
        QVERIFY(rows.isThere(first) && rows.isThere(second));
        QCOMPARE(rows.placeOf({u"S3"_s}), -1);
        QCOMPARE(rows.order(-1), (QList<int> {first, second}));
    }

    void aPlaceIsGivenAgainOnlyWhenItsRowIsForgotten()
    {
        models::SurveyRows rows;
        const int first = rows.put(row(u"S1"_s));
        rows.remove({u"S1"_s});
        QCOMPARE(rows.at(first).survey.id.value, u"S1"_s); // who shows it may still read it
        QVERIFY(rows.put(row(u"S2"_s)) != first);
        rows.forgetGone();
        QCOMPARE(rows.put(row(u"S3"_s)), first);
        QCOMPARE(rows.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSurveyRows)
#include "tst_surveyrows.moc"
