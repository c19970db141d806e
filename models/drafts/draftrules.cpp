#include "models/drafts/draftrules.h"

#include "models/drafts/targetrules.h"
#include "models/exclusions/exclusionmodel.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct DraftRulesText
{
    Q_DECLARE_TR_FUNCTIONS(DraftRules)
};

void need(QList<Issue> &issues, bool isThere, const char *field, const QString &text)
{
    if (!isThere)
        issues.append({field, Severity::Error, text});
}

bool hasInvisible(const QString &text)
{
    // The joiners are part of honest names: emoji and Persian need them.
    return std::ranges::any_of(text, [](QChar letter) {
        return letter.category() == QChar::Other_Control
            || (letter.category() == QChar::Other_Format && letter != QChar(0x200d)
                && letter != QChar(0x200c));
    });
}

QList<Issue> basics(const SurveyDraft &draft)
{
    QList<Issue> issues;
    need(issues, !draft.name.trimmed().isEmpty(), "name",
         DraftRulesText::tr("Give the survey a name."));
    if (hasInvisible(draft.name))
        issues.append(
            {"name", Severity::Warning,
             DraftRulesText::tr("The name has invisible characters in it: it will be hard to "
                                "find.")});
    need(issues, !draft.country.isEmpty(), "country", DraftRulesText::tr("Choose a country."));
    need(issues, !draft.language.isEmpty(), "language", DraftRulesText::tr("Choose a language."));
    return issues;
}

QList<Issue> terms(const SurveyDraft &draft)
{
    QList<Issue> issues;
    need(issues, draft.completes >= 1, "completes",
         DraftRulesText::tr("At least 1 complete is needed."));
    need(issues, draft.ir >= 1 && draft.ir <= 100, "ir",
         DraftRulesText::tr("The incidence rate is a whole number from 1 to 100."));
    need(issues, draft.loi >= 1, "loi",
         DraftRulesText::tr("The interview lasts at least 1 minute."));
    const api::Money least = minimumCpi(draft.audience);
    need(issues, draft.cpi >= least, "cpi",
         draft.audience == api::AudienceType::HealthCare
             ? DraftRulesText::tr("Health Care needs more than 0.")
             : DraftRulesText::tr("%1 needs at least %2.")
                   .arg(audienceName(draft.audience), moneyText(least)));
    return issues;
}

QList<Issue> dates(const SurveyDraft &draft, QDate today)
{
    QList<Issue> issues;
    if (!draft.start.isValid())
        need(issues, false, "start",
             DraftRulesText::tr("Enter the day on which the field starts."));
    else
        need(issues, draft.start >= today, "start",
             DraftRulesText::tr("The start date must be today or later."));
    if (!draft.end.isValid())
        need(issues, false, "end", DraftRulesText::tr("Enter the day on which the field ends."));
    else if (draft.end <= today)
        need(issues, false, "end", DraftRulesText::tr("The end is after today."));
    else if (draft.start.isValid())
        need(issues, draft.end >= draft.start, "end",
             DraftRulesText::tr("The end is not before the start."));
    return issues;
}

void checkLink(QList<Issue> &issues, const QString &link, const char *field)
{
    if (link.trimmed().isEmpty())
        need(issues, false, field, DraftRulesText::tr("Enter the link to the questionnaire."));
    else if (!isWebAddress(link))
        need(issues, false, field,
             DraftRulesText::tr(
                 "A link is a whole web address that begins with http:// or https://."));
    else if (!link.contains(identifierMark()))
        issues.append(
            {field, Severity::Warning,
             DraftRulesText::tr("Without %1 in the link, its completes can’t be reconciled.")
                 .arg(identifierMark())});
}

} // namespace

QList<Issue> validate(const SurveyDraft &draft, QDate today)
{
    QList<Issue> issues = basics(draft) + terms(draft) + dates(draft, today);
    checkLink(issues, draft.liveLink, "liveLink");
    checkLink(issues, draft.testLink, "testLink");
    return issues + targetIssues(draft) + quotaIssues(draft) + gridIssues(draft);
}

QList<Issue> validateForFeasibility(const SurveyDraft &draft, QDate today)
{
    const QStringList wanted {u"country"_s, u"language"_s, u"ir"_s,       u"loi"_s,
                              u"start"_s,   u"end"_s,      u"completes"_s};
    QList<Issue> issues = basics(draft) + terms(draft) + dates(draft, today) + targetIssues(draft);
    issues.removeIf([&wanted](const Issue &issue) {
        const QString field = QString::fromLatin1(issue.field);
        return issue.severity != Severity::Error
            || (!wanted.contains(field) && !field.startsWith(u"qualifications/"));
    });
    if (draft.loi > 45)
        need(issues, false, "loi",
             DraftRulesText::tr("Feasibility is known for interviews of up to 45 "
                                "minutes."));
    if (draft.completes > 10'000)
        need(issues, false, "completes",
             DraftRulesText::tr("Feasibility is known for up to %1 completes.")
                 .arg(countText(10'000)));
    return issues;
}

api::Money minimumCpi(api::AudienceType audience)
{
    switch (audience) {
    case api::AudienceType::B2B:
        return {600};
    case api::AudienceType::B2C:
        return {175};
    case api::AudienceType::HealthCare:
        break;
    }
    return {1};
}

QString audienceName(api::AudienceType audience)
{
    switch (audience) {
    case api::AudienceType::B2B:
        return DraftRulesText::tr("B2B");
    case api::AudienceType::B2C:
        return DraftRulesText::tr("B2C");
    case api::AudienceType::HealthCare:
        break;
    }
    return DraftRulesText::tr("Health Care");
}

bool isWebAddress(const QString &text)
{
    // The marks are not legal in an address; the survey tool's own would be refused with them.
    QString plain = text.trimmed();
    plain.replace(identifierMark(), u"x"_s);
    if (std::ranges::any_of(plain, [](QChar letter) { return letter.isSpace(); }))
        return false;
    const QUrl url(plain, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && (scheme == u"https" || scheme == u"http");
}

QString identifierMark()
{
    return u"[identifier]"_s;
}

QString normalisedName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

QDate earliestToday(const QDateTime &now)
{
    constexpr int latestZone = 12 * 3600; // seconds behind UTC
    return now.toUTC().addSecs(-latestZone).date();
}

QDate earliestToday(const QDateTime &now, std::chrono::seconds skew)
{
    return std::min(earliestToday(now), earliestToday(now.addSecs(skew.count())));
}

QList<Issue> clockIssues(const QDateTime &now, std::chrono::seconds skew)
{
    if (std::chrono::abs(skew) < std::chrono::minutes(5))
        return {};
    const QDateTime theirs = now.addSecs(skew.count()).toLocalTime();
    return {
        {"start", Severity::Warning,
         DraftRulesText::tr("By the service’s clock it is %1, by this computer’s %2: the service "
                            "judges the dates by its own.")
             .arg(QLocale().toString(theirs, QLocale::ShortFormat),
                  QLocale().toString(now.toLocalTime(), QLocale::ShortFormat))}};
}

QList<Issue> zoneIssues(const SurveyDraft &draft, QDate today, QDate earliest)
{
    QList<Issue> issues;
    if (draft.start.isValid() && draft.start < today && draft.start >= earliest)
        issues.append(
            {"start", Severity::Warning,
             DraftRulesText::tr("In your time zone this day is over: the service may refuse it.")});
    if (draft.end.isValid() && draft.end <= today && draft.end > earliest)
        issues.append(
            {"end", Severity::Warning,
             DraftRulesText::tr("In your time zone this is not after today: the service may refuse "
                                "it.")});
    return issues;
}

QList<Issue> exclusionIssues(const SurveyDraft &draft, const QList<api::Survey> &surveys)
{
    QList<Issue> issues;
    for (const api::SurveyId &id : draft.excluded) {
        const auto found = std::ranges::find(surveys, id, &api::Survey::id);
        if (found != surveys.end() && !api::isOver(*found))
            issues.append({"excluded", Severity::Error,
                           DraftRulesText::tr(
                               "“%1” is neither completed nor closed, so it can’t be excluded yet.")
                               .arg(plain(found->name))});
    }
    return issues;
}

bool hasErrors(const QList<Issue> &issues)
{
    return std::ranges::any_of(
        issues, [](const Issue &issue) { return issue.severity == Severity::Error; });
}

} // namespace models
