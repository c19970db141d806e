// What the surveys table keeps, for its own sources only.
#pragma once

#include "models/connections/currencies.h"
#include "models/reference/referencestore.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveyrows.h"
#include "models/surveys/surveystore.h"

namespace models {

struct SurveyModel::Private
{
    const SurveyStore &store;
    const ReferenceStore &reference;
    const AttentionWatch *watch = nullptr;
    const Currencies *currencies = nullptr;
    SurveyRows rows {};
    QList<int> shown {}; ///< places in `rows`
    QString wanted {};
    QSet<api::SurveyStatus> statuses {};
    bool onlyNeedy = false;
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    SurveyRow rowOf(const api::Survey &survey, const QDateTime &now) const
    {
        const Assessment found = watch ? watch->assess(survey, now) : Assessment();
        return {.survey = survey,
                .country = reference.countryName(survey.country),
                .language = reference.languageName(survey.language),
                .pace = found.pace,
                .attention = found.kinds,
                .currency = currencies ? currencies->name(survey.currency) : QString(),
                .begun = found.begun};
    }

    QDateTime now() const { return watch ? watch->now() : QDateTime(); }

    bool isWanted(int row) const
    {
        return rows.isThere(row)
            && (statuses.isEmpty() || statuses.contains(rows.at(row).survey.status))
            && (!onlyNeedy || rows.at(row).attention);
    }
};

} // namespace models
