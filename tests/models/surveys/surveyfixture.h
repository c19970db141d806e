// Surveys for tests, and the server's answers that hold them.
#pragma once

#include "api/types/survey.h"

#include <QJsonDocument>

namespace fixture {

/// Active in the United States: 3.50 each, 400 wanted.
inline api::Survey survey(const QString &id, const QString &name, int complete = 0)
{
    api::Survey one;
    one.id = {id};
    one.code = QStringLiteral("ALGN") + id;
    one.name = name;
    one.country = {QStringLiteral("229")};
    one.language = {QStringLiteral("5")};
    one.ir = 40;
    one.loi = 12;
    one.status = api::SurveyStatus::Active;
    one.statusText = QStringLiteral("Active");
    one.cpi = {350};
    one.completeNeeded = 400;
    one.start = QDate(2026, 11, 1);
    one.end = QDate(2026, 12, 1);
    one.progress = {complete, complete * 2, 400 - complete};
    one.unknown = api::SurveyFigure::SampleSize | api::SurveyFigure::CompleteGoal; // see page()
    return one;
}

/// The word of the status that a body of call 6 sets.
inline QString statusOf(const QByteArray &body)
{
    const int status = QJsonDocument::fromJson(body)[QStringLiteral("status")].toString().toInt();
    return status == 1 ? QStringLiteral("Active")
        : status == 2  ? QStringLiteral("Inactive")
        : status == 4  ? QStringLiteral("Completed")
                       : QStringLiteral("Closed");
}

/// As call 2 answers a page; without sample size and goal.
inline QByteArray page(const QList<api::Survey> &surveys)
{
    QByteArray data;
    for (const api::Survey &one : surveys) {
        data += data.isEmpty() ? "" : ",";
        data += "{\"project_id\":\"" + one.id.value.toUtf8() + "\",\"project_code\":\""
            + one.code.toUtf8() + "\",\"project_name\":\"" + one.name.toUtf8()
            + "\",\"project_country\":\"229\",\"project_language\":\"5\",\"currency\":\""
            + one.currency.toUtf8() + "\",\"loi\":\"12\",\"ir\":\"40\",\"status\":\""
            + one.statusText.toUtf8()
            + "\",\"project_cpi\":\"3.50\",\"complete_needed\":\"400\","
              "\"project_start_date\":\"2026-11-01\",\"project_end_date\":\"2026-12-01\","
              "\"progress\":{\"complete\":"
            + QByteArray::number(one.progress.complete)
            + ",\"survey_entrant\":" + QByteArray::number(one.progress.surveyEntrant)
            + ",\"remaining\":" + QByteArray::number(one.progress.remaining) + "}}";
    }
    return "{\"status\":200,\"data\":[" + data + "]}";
}

} // namespace fixture
