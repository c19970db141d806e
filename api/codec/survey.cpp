#include "api/codec/survey.h"

#include "api/codec/done.h"
#include "api/codec/payload.h"
#include "api/codec/qualification.h"
#include "api/codec/qualificationreader.h"
#include "api/codec/quota.h"
#include "api/codec/quotareader.h"

#include <QJsonArray>

namespace api::codec {

namespace {

QString textOf(const Element &element, const char *name)
{
    return text(member(element, {name})).value_or(QString());
}

int intOf(const Element &element, const char *name)
{
    return integer(member(element, {name})).value_or(0);
}

SurveyStatus statusOf(const QString &word)
{
    static const QHash<QString, SurveyStatus> words {
        {QStringLiteral("active"), SurveyStatus::Active},
        {QStringLiteral("inactive"), SurveyStatus::Inactive},
        {QStringLiteral("completed"), SurveyStatus::Completed},
        {QStringLiteral("closed"), SurveyStatus::Closed},
    };
    return words.value(word.trimmed().toLower(), SurveyStatus::Unknown);
}

Money moneyOf(const Element &element, const char *name)
{
    const Found value = member(element, {name});
    if (value && value->is_double()) // four places survive the way through a binary float
        return Money::fromWire(QString::number(decimal(value).value_or(0), 'f', 4))
            .value_or(Money {});
    return Money::fromWire(text(value).value_or(QString())).value_or(Money {});
}

/// Nested parts are left out when they can't be read: calls 7 and 12 tell them in full.
template <class T, class Read>
QList<T> readable(const Found &value, Read read)
{
    QList<T> result;
    for (const Element &element : items(value).value_or(std::vector<Element> {})) {
        if (auto item = read(element))
            result.append(std::move(*item));
    }
    return result;
}

std::optional<Survey> readSurvey(const Element &element)
{
    Survey survey;
    survey.id.value = textOf(element, "project_id");
    if (survey.id.isEmpty())
        return std::nullopt;
    survey.code = textOf(element, "project_code");
    survey.name = textOf(element, "project_name");
    survey.country.value = textOf(element, "project_country");
    survey.language.value = textOf(element, "project_language");
    survey.currency = textOf(element, "currency");
    survey.loi = decimal(member(element, {"loi"})).value_or(0);
    survey.ir = decimal(member(element, {"ir"})).value_or(0);
    survey.statusText = textOf(element, "status");
    survey.status = statusOf(survey.statusText);
    survey.cpi = moneyOf(element, "project_cpi");
    survey.sampleSize = intOf(element, "sample_size");
    survey.completeGoal = intOf(element, "complete_goal");
    survey.completeNeeded = intOf(element, "complete_needed");
    survey.start = QDate::fromString(textOf(element, "project_start_date").left(10), Qt::ISODate);
    survey.end = QDate::fromString(textOf(element, "project_end_date").left(10), Qt::ISODate);
    if (const Found progress = member(element, {"progress"}))
        survey.progress = {intOf(*progress, "complete"), intOf(*progress, "survey_entrant"),
                           intOf(*progress, "remaining")};
    survey.qualifications =
        readable<Qualification>(member(element, {"qualifications"}), readQualification);
    survey.quotas = readable<Quota>(member(element, {"quotas"}), readQuota);
    return survey;
}

template <class T>
QJsonArray writtenAll(const QList<T> &values)
{
    QJsonArray result;
    for (const T &value : values)
        result.append(written(value));
    return result;
}

} // namespace

Result<SurveyPage> surveyPage(const Answer &answer)
{
    Result<QList<Survey>> surveys = rows<Survey>(answer, {"data"}, readSurvey);
    if (!surveys)
        return tl::unexpected(surveys.error());
    return SurveyPage {std::move(*surveys)};
}

Result<Survey> survey(const Answer &answer)
{
    return single<Survey>(answer, {"data"}, readSurvey);
}

Result<SurveyUpdate> surveyUpdate(const Answer &answer)
{
    const Result<Survey> read = survey(answer);
    if (read) {
        const Document document(answer.body);
        return SurveyUpdate {true, text(document.member("message")).value_or(QString()), *read};
    }
    const Result<Done> acted = done(answer);
    if (!acted)
        return tl::unexpected(acted.error());
    return SurveyUpdate {acted->changed, acted->message, std::nullopt};
}

QJsonObject written(const NewSurvey &survey)
{
    QJsonObject body {
        {QStringLiteral("project_name"), survey.name},
        {QStringLiteral("country"), survey.country.value},
        {QStringLiteral("language"), survey.language.value},
        {QStringLiteral("audience_type"), QString::number(int(survey.audience))},
        {QStringLiteral("pii_collection"),
         survey.collectsPii ? QStringLiteral("Yes") : QStringLiteral("No")},
        {QStringLiteral("ir"), QString::number(survey.ir)},
        {QStringLiteral("loi"), QString::number(survey.loi)},
        {QStringLiteral("cpi"), survey.cpi.toWire()},
        {QStringLiteral("complete_needed"), QString::number(survey.completeNeeded)},
        {QStringLiteral("project_start_date"), survey.start.toString(Qt::ISODate)},
        {QStringLiteral("project_end_date"), survey.end.toString(Qt::ISODate)},
        {QStringLiteral("live_link"), survey.liveLink},
        {QStringLiteral("test_link"), survey.testLink},
    };
    if (!survey.category.isEmpty())
        body.insert(QStringLiteral("study_category"), survey.category.value);
    if (!survey.vertical.isEmpty())
        body.insert(QStringLiteral("vertical"), survey.vertical.value);
    if (!survey.qualifications.isEmpty())
        body.insert(QStringLiteral("qualifications"), writtenAll(survey.qualifications));
    if (!survey.quotas.isEmpty())
        body.insert(QStringLiteral("quota"), writtenAll(survey.quotas));
    return body;
}

} // namespace api::codec
