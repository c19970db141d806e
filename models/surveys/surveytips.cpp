#include "models/surveys/surveytips.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveycolumns.h"
#include "models/surveys/surveystext.h"

#include <QLocale>

namespace models {

namespace {

QString paceTip(const api::Survey &survey, const QDateTime &now, const QDateTime &begun)
{
    const std::optional<double> index = paceIndex(survey, now, begun);
    if (!index || survey.status != api::SurveyStatus::Active)
        return {};
    const QLocale locale;
    //: pace index = (completes / needed) ÷ (elapsed days / field days); %6: "18 % behind even pace"
    return SurveysText::tr("Pace %1 = (%2 / %3 completes) ÷ (%4 / %5 days): %6")
        .arg(locale.toString(*index, 'f', 2), countText(survey.progress.complete),
             countText(survey.completeNeeded),
             locale.toString(elapsedDays(survey, now, begun), 'f', 1),
             locale.toString(fieldDays(survey, begun), 'f', begun.isValid() ? 1 : 0),
             paceDistance(*index));
}

} // namespace

QString surveyTip(const SurveyRow &row, int column, const QDateTime &now)
{
    const api::Survey &survey = row.survey;
    if (!survey.knows(figuresOf(column)))
        return {};
    switch (column) {
    case SurveyModel::Name:
        return plain(survey.name);
    case SurveyModel::Conversion:
        return SurveysText::tr("Conversion = %1 completes / %2 entrants")
            .arg(countText(survey.progress.complete), countText(survey.progress.surveyEntrant));
    case SurveyModel::Cpi:
        return SurveysText::tr("%1 a complete").arg(moneyText(survey.cpi, row.currency));
    case SurveyModel::Spend:
        return SurveysText::tr("Spend = %1 completes × CPI %2")
            .arg(countText(survey.progress.complete), moneyText(survey.cpi, row.currency));
    case SurveyModel::PaceColumn:
        return paceTip(survey, now, row.begun);
    case SurveyModel::Attention:
        return attentionTexts(row.attention).join(u'\n');
    default:
        return {};
    }
}

} // namespace models
