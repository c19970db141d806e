#include "models/surveys/surveytips.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystext.h"

#include <QLocale>

namespace models {

namespace {

QString paceTip(const api::Survey &survey, const QDateTime &now)
{
    const std::optional<double> index = paceIndex(survey, now);
    if (!index || survey.status != api::SurveyStatus::Active)
        return {};
    const QLocale locale;
    //: pace index = (completes / needed) ÷ (elapsed days / field days)
    return SurveysText::tr("Pace %1 = (%2 / %3 completes) ÷ (%4 / %5 days)")
        .arg(locale.toString(*index, 'f', 2), countText(survey.progress.complete),
             countText(survey.completeNeeded), locale.toString(elapsedDays(survey, now), 'f', 1),
             countText(fieldDays(survey)));
}

} // namespace

QString surveyTip(const SurveyRow &row, int column, const QDateTime &now)
{
    const api::Survey &survey = row.survey;
    switch (column) {
    case SurveyModel::Name:
        return plain(survey.name);
    case SurveyModel::Conversion:
        return SurveysText::tr("Conversion = %1 completes / %2 entrants")
            .arg(countText(survey.progress.complete), countText(survey.progress.surveyEntrant));
    case SurveyModel::Spend:
        return SurveysText::tr("Spend = %1 completes × CPI %2")
            .arg(countText(survey.progress.complete), moneyText(survey.cpi));
    case SurveyModel::PaceColumn:
        return paceTip(survey, now);
    case SurveyModel::Attention:
        return attentionTexts(row.attention).join(u'\n');
    default:
        return {};
    }
}

} // namespace models
