#include "sandbox/rules/surveys.h"

#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/calls/surveyjson.h"
#include "sandbox/rules/values.h"
#include "sandbox/seed/chance.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

constexpr qint64 pageSize = 50;

Reply surveyPage(const QList<Survey> &surveys)
{
    QJsonArray data;
    for (const Survey &survey : surveys)
        data.append(surveyJson(survey));
    // The stray quotation mark is the vendor's.
    return json({{u"status"_s, 200}, {u"message"_s, u'"' + found()}, {u"data"_s, data}});
}

} // namespace

Reply getHash(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    const QString url = textOf(body[u"url"_s]);
    const QString key = textOf(body[u"key"_s]);
    if (url.isEmpty() || key.isEmpty())
        throw invalidParameters();
    return plainText(context.signer.issue(url, key));
}

Reply getSurveys(Context &context, const Request &request)
{
    const Refusal missing {422, u"Survey data not found!"_s};
    const QString queried = request.query.queryItemValue(u"project_id"_s, QUrl::FullyDecoded);
    const QString id = queried.isEmpty() ? request.projectId : queried;
    if (!id.isEmpty())
        return surveyPage({findSurvey(context, id, missing)});
    const QString given = request.query.queryItemValue(u"page"_s);
    const auto page = given.isEmpty() ? std::optional<qint64>(1) : wholeOf(given);
    if (!page || *page < 1 || *page > 1'000'000)
        throw invalidParameters();
    context.field.advance(context.store, context.now());
    const QList<Survey> surveys = context.store.surveys((*page - 1) * pageSize, pageSize);
    if (surveys.isEmpty())
        throw missing;
    return surveyPage(surveys);
}

Reply createSurvey(Context &context, const Request &request)
{
    Survey survey = readSurvey(request.object(), context.reference, context.today());
    do
        survey.projectId = lettersAndDigits(QRandomGenerator::global()->generate64(), 16);
    while (context.store.survey(survey.projectId));
    survey.fieldTime = context.now().toMSecsSinceEpoch();
    context.store.add(survey);
    return json({{u"status"_s, 200},
                 {u"message"_s, u"Survey created successfully."_s},
                 {u"data"_s, surveyJson(survey)}});
}

Reply updateSurvey(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    Survey survey = findSurvey(context, projectIdOf(body), {422, u"Survey Data not found!"_s});
    requireOpen(survey);
    changeSurvey(survey, body);
    context.store.save(survey);
    QJsonObject data = surveyJson(survey);
    data.remove(u"qualifications"_s);
    data.remove(u"quotas"_s);
    return json({{u"status"_s, 200},
                 {u"message"_s, u"Survey Data updated successfully!"_s},
                 {u"data"_s, data}});
}

Reply setSurveyStatus(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    const auto wanted = wholeOf(body[u"status"_s]);
    const QString id = projectIdOf(body);
    if (!wanted || (*wanted != 1 && *wanted != 2 && *wanted != 4 && *wanted != 5))
        throw invalidParameters();
    if (!context.store.survey(id))
        return noChange();
    Survey survey = findSurvey(context, id, {});
    if (int(survey.status) == int(*wanted))
        return noChange();
    if (survey.status == SurveyStatus::Closed)
        throw Refusal {
            422, u"Status update failed. The project has been closed and cannot be modified."_s};
    survey.status = static_cast<SurveyStatus>(*wanted);
    // The field goes on from here: time in which the survey wasn't active doesn't count.
    survey.fieldTime = context.now().toMSecsSinceEpoch();
    context.store.save(survey);
    return done(u"Survey status updated successfully."_s);
}

} // namespace sandbox::calls
