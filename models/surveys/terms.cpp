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

} // namespace

Terms termsOf(const api::Survey &survey)
{
    return {int(std::lround(survey.loi)), moneyText(survey.cpi)};
}

QList<Issue> termsIssues(const Terms &terms, const api::Survey &survey,
                         std::optional<api::AudienceType> audience)
{
    QList<Issue> issues;
    if (terms.loi < 1)
        issues.append({"loi", Severity::Error, TermsText::tr("At least 1 minute.")});
    const std::optional<api::Money> cpi = moneyFromText(terms.cpi);
    if (!cpi) {
        issues.append({"cpi", Severity::Error,
                       TermsText::tr("An amount with at most two decimals, such as %1.")
                           .arg(moneyText({450}))});
        return issues;
    }
    if (*cpi == survey.cpi)
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
    if (const auto cpi = moneyFromText(terms.cpi); cpi && *cpi != survey.cpi)
        change.cpi = *cpi;
    return change;
}

} // namespace models
