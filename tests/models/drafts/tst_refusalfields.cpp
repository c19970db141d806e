#include "models/drafts/refusalfields.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

api::ApiError refusal(const QString &sentence)
{
    api::ApiError error;
    error.kind = api::ErrorKind::Rejected;
    error.httpStatus = 422;
    error.serverMessage = sentence;
    return error;
}

QString fields(const api::ApiError &error)
{
    QStringList found;
    for (const models::Issue &issue : models::refusalIssues(error))
        found.append(QString::fromLatin1(issue.field));
    return found.join(u' ');
}

} // namespace

class TestRefusalFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFieldThatASentenceSpeaksOf_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *sentence, const char *field) {
            QTest::newRow(sentence) << QString::fromLatin1(sentence) << QString::fromLatin1(field);
        };
        row("Start date must be in future or equal to current date.", "start");
        row("End date must be in future or greater than current date.", "end");
        row("End date must not be before the start date.", "end");
        row("The project_start_date does not match the format Y-m-d.", "start");
        row("The project_name field is required.", "name");
        row("The selected country is invalid.", "country");
        row("The selected language is not available in this country.", "language");
        row("The selected study_category is invalid.", "category");
        row("The selected vertical is invalid.", "vertical");
        row("The minimum CPI for this audience type is 1.75.", "cpi");
        row("The audience_type must be a whole number between 1 and 3.", "audience");
        row("The ir must be between 1 and 100.", "ir");
        row("The loi must be a whole number between 1 and 1440.", "loi");
        row("The complete_needed must be a whole number.", "completes");
        row("The live_link must be a valid URL.", "liveLink");
        row("The test_link must be a valid URL.", "testLink");
        row("The following qualification code were not found in the system: 5", "qualifications/5");
        row("The quota of qualification code 43 is too large.", "quotas/43");
        row("Invalid request parameters", "");
        row("Not today, their first choice is circular.", "");
    }
    void findsTheFieldThatASentenceSpeaksOf()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, field);
        QCOMPARE(fields(refusal(sentence)), field);
    }

    void takesEachFieldOfAnObject()
    {
        const QList<models::Issue> issues = models::refusalIssues(
            refusal(u"loi: The loi is too long.\nproject_end_date: Choose a later day."_s));
        const QList<models::Issue> expected {
            {"loi", models::Severity::Warning, u"The service refused this: The loi is too long."_s},
            {"end", models::Severity::Warning, u"The service refused this: Choose a later day."_s}};
        QCOMPARE(issues, expected);
    }

    void saysNothingOfWhatIsNoRefusal()
    {
        api::ApiError error = refusal(u"Start date must be in future."_s);
        error.kind = api::ErrorKind::ServerError;
        error.delivery = api::Delivery::Ambiguous;
        QCOMPARE(fields(error), QString());
        error.kind = api::ErrorKind::Unauthorized;
        error.delivery = api::Delivery::Answered;
        QCOMPARE(fields(error), QString());
    }
};

QTEST_GUILESS_MAIN(TestRefusalFields)
#include "tst_refusalfields.moc"
