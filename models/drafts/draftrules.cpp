#include "models/drafts/draftrules.h"

#include "models/drafts/targetrules.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Text
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
    need(issues, !draft.name.trimmed().isEmpty(), "name", Text::tr("Give the survey a name."));
    if (hasInvisible(draft.name))
        issues.append({"name", Severity::Warning,
                       Text::tr("The name has invisible characters in it: it will be hard to "
                                "find.")});
    need(issues, !draft.country.isEmpty(), "country", Text::tr("Choose a country."));
    need(issues, !draft.language.isEmpty(), "language", Text::tr("Choose a language."));
    return issues;
}

QList<Issue> terms(const SurveyDraft &draft)
{
    QList<Issue> issues;
    need(issues, draft.completes >= 1, "completes", Text::tr("At least 1 complete is needed."));
    need(issues, draft.ir >= 1 && draft.ir <= 100, "ir",
         Text::tr("The incidence rate is a whole number from 1 to 100."));
    need(issues, draft.loi >= 1, "loi", Text::tr("The interview lasts at least 1 minute."));
    const api::Money least = minimumCpi(draft.audience);
    need(issues, draft.cpi >= least, "cpi",
         draft.audience == api::AudienceType::HealthCare
             ? Text::tr("Health Care needs more than 0.")
             : Text::tr("%1 needs at least %2.")
                   .arg(audienceName(draft.audience), moneyText(least)));
    return issues;
}

QList<Issue> dates(const SurveyDraft &draft, QDate today)
{
    QList<Issue> issues;
    if (!draft.start.isValid())
        need(issues, false, "start", Text::tr("Enter the day on which the field starts."));
    else
        need(issues, draft.start >= today, "start", Text::tr("The start is today or later."));
    if (!draft.end.isValid())
        need(issues, false, "end", Text::tr("Enter the day on which the field ends."));
    else if (draft.end <= today)
        need(issues, false, "end", Text::tr("The end is after today."));
    else if (draft.start.isValid())
        need(issues, draft.end >= draft.start, "end", Text::tr("The end is not before the start."));
    return issues;
}

void checkLink(QList<Issue> &issues, const QString &link, const char *field)
{
    if (link.trimmed().isEmpty())
        need(issues, false, field, Text::tr("Enter the link to the questionnaire."));
    else if (!isWebAddress(link))
        need(issues, false, field,
             Text::tr("A link is a whole web address that begins with http:// or https://."));
    else if (!link.contains(identifierMark()))
        issues.append({field, Severity::Warning,
                       Text::tr("The link has no %1: its completes could not be reconciled.")
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
             Text::tr("Feasibility is known for interviews of up to 45 "
                      "minutes."));
    if (draft.completes > 10'000)
        need(issues, false, "completes",
             Text::tr("Feasibility is known for up to %1 completes.").arg(countText(10'000)));
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
        return Text::tr("B2B");
    case api::AudienceType::B2C:
        return Text::tr("B2C");
    case api::AudienceType::HealthCare:
        break;
    }
    return Text::tr("Health Care");
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

QList<Issue> nameIssues(const QString &name, const QStringList &existing)
{
    const QString wanted = normalisedName(name);
    const bool isTaken = !wanted.isEmpty()
        && std::ranges::any_of(existing,
                               [&](const QString &one) { return normalisedName(one) == wanted; });
    if (!isTaken)
        return {};
    return {{"name", Severity::Warning, Text::tr("A survey of this name is there already.")}};
}

QString withSuffix(const QString &name, quint32 random)
{
    static constexpr QLatin1StringView letters {"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"}; // none alike
    QString suffix;
    for (int i = 0; i < 4; ++i, random >>= 5)
        suffix.append(letters[int(random & 31U)]);
    return (name.trimmed() + u' ' + suffix).trimmed();
}

bool hasErrors(const QList<Issue> &issues)
{
    return std::ranges::any_of(
        issues, [](const Issue &issue) { return issue.severity == Severity::Error; });
}

} // namespace models
