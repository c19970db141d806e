#include "sandbox/calls/surveyjson.h"

#include "sandbox/rules/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString statusName(SurveyStatus status)
{
    switch (status) {
    case SurveyStatus::Active:
        return u"Active"_s;
    case SurveyStatus::Inactive:
        return u"Inactive"_s;
    case SurveyStatus::Completed:
        return u"Completed"_s;
    case SurveyStatus::Closed:
        return u"Closed"_s;
    }
    return {};
}

/// A survey's own list names and words its qualifications otherwise than `qualifications_data`.
QJsonObject listedQualification(const QJsonObject &stored)
{
    QJsonObject listed {{u"qualification_id"_s, stored[u"code"_s]},
                        {u"Name"_s, stored[u"name"_s]},
                        {u"QuestionText"_s, stored[u"text"_s]}};
    for (const QString &member : {u"range_sets"_s, u"zipcodes"_s}) {
        if (stored.contains(member))
            listed[member] = stored[member];
    }
    QJsonArray conditions;
    for (const QJsonValue &option : stored[u"conditions"_s].toArray())
        conditions.append(QJsonObject {{u"condition_code"_s, textOf(option[u"condition_code"_s])},
                                       {u"condition_name"_s, option[u"condition_name"_s]}});
    if (!conditions.isEmpty())
        listed[u"conditions"_s] = conditions;
    return listed;
}

} // namespace

QJsonObject surveyJson(const Survey &survey)
{
    QJsonArray qualifications;
    for (const QJsonValue &one : survey.qualifications)
        qualifications.append(listedQualification(one.toObject()));
    QJsonArray quotas;
    for (const QJsonValue &one : survey.quotas)
        quotas.append(quotaJson(one.toObject(), u"qualification_id"_s));
    const QString completes = QString::number(survey.completes);
    return {{u"project_id"_s, survey.projectId},
            {u"project_code"_s, survey.code()},
            {u"project_name"_s, survey.name},
            {u"project_country"_s, survey.country},
            {u"project_language"_s, survey.language},
            {u"currency"_s, u"2"_s},
            {u"loi"_s, QString::number(survey.loi)},
            {u"ir"_s, survey.ir},
            {u"status"_s, statusName(survey.status)},
            {u"project_cpi"_s, moneyText(survey.cpi)},
            {u"sample_size"_s, completes},
            {u"complete_goal"_s, completes},
            {u"complete_needed"_s, completes},
            {u"project_start_date"_s, survey.start.toString(Qt::ISODate)},
            {u"project_end_date"_s, survey.end.toString(Qt::ISODate)},
            {u"progress"_s,
             QJsonObject {{u"complete"_s, survey.complete},
                          {u"survey_entrant"_s, survey.entrants},
                          {u"remaining"_s, std::max(0, survey.completes - survey.complete)}}},
            {u"qualifications"_s, qualifications},
            {u"quotas"_s, quotas}};
}

QJsonObject qualificationJson(const QJsonObject &qualification)
{
    QJsonObject answered {{u"qualification_code"_s, qualification[u"code"_s]},
                          {u"title"_s, qualification[u"name"_s]},
                          {u"text"_s, qualification[u"text"_s]}};
    for (const QString &member : {u"range_sets"_s, u"conditions"_s, u"zipcodes"_s}) {
        if (qualification.contains(member))
            answered[member] = qualification[member];
    }
    return answered;
}

QJsonObject quotaJson(const QJsonObject &quota, const QString &name)
{
    QJsonArray criteria;
    for (const QJsonValue &criterion : quota[u"criteria"_s].toArray()) {
        const QJsonValue codes = criterion[u"condition_codes"_s];
        criteria.append(QJsonObject {
            {u"required_count"_s, criterion[u"required_count"_s]},
            {u"condition_codes"_s, codes.isArray() ? codes : QJsonValue(textOf(codes))}});
    }
    return {{name, quota[u"code"_s]}, {u"criteria"_s, criteria}};
}

} // namespace sandbox
