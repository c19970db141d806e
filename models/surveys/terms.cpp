#include "models/surveys/terms.h"

#include "models/drafts/draftrules.h"
#include "models/support/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace models {

namespace {

struct TermsText
{
    Q_DECLARE_TR_FUNCTIONS(models::Terms)
};

using Figure = api::SurveyFigure;

} // namespace

Terms termsOf(const api::Survey &survey)
{
    return {int(std::lround(survey.loi)),
            survey.knows(Figure::Cpi) ? moneyText(survey.cpi) : QString()};
}

QList<Issue> termsIssues(const Terms &terms, const api::Survey &survey,
                         std::optional<api::AudienceType> audience)
{
    QList<Issue> issues;
    const Terms present = termsOf(survey);
    if (terms.loi < 1 && (survey.knows(Figure::Loi) || terms.loi != present.loi))
        issues.append({"loi", Severity::Error, TermsText::tr("At least 1 minute.")});
    if (terms.cpi == present.cpi && !survey.knows(Figure::Cpi))
        return issues;
    const std::optional<api::Money> cpi = moneyFromText(terms.cpi);
    if (!cpi) {
        issues.append({"cpi", Severity::Error,
                       TermsText::tr("Enter an amount with at most two decimals, e.g. %1.")
                           .arg(moneyText({450}))});
        return issues;
    }
    if (survey.knows(Figure::Cpi) && *cpi == survey.cpi)
        return issues;
    const api::Money least = audience ? minimumCpi(*audience) : api::Money {1};
    if (*cpi < least)
        issues.append({"cpi", Severity::Error,
                       audience ? TermsText::tr("At least %1 for %2.")
                                      .arg(moneyText(least), audienceName(*audience))
                                : TermsText::tr("At least %1.").arg(moneyText(least))});
    return issues;
}

api::SurveyChange changeOf(const Terms &terms, const api::Survey &survey)
{
    api::SurveyChange change;
    if (terms.loi != termsOf(survey).loi)
        change.loi = terms.loi;
    if (const auto cpi = moneyFromText(terms.cpi);
        cpi && (!survey.knows(Figure::Cpi) || *cpi != survey.cpi))
        change.cpi = *cpi;
    return change;
}

} // namespace models
