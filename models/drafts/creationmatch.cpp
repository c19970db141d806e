#include "models/drafts/creationmatch.h"

#include "models/drafts/draftrules.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace models {

namespace {

struct CreationMatchText
{
    Q_DECLARE_TR_FUNCTIONS(CreationMatch)
};

bool agrees(const api::Survey &survey, const SurveyDraft &draft)
{
    return normalisedName(survey.name) == normalisedName(draft.name)
        && survey.country == draft.country && survey.language == draft.language
        && qFuzzyCompare(survey.loi, double(draft.loi))
        && qFuzzyCompare(survey.ir, double(draft.ir)) && survey.cpi == draft.cpi
        && survey.completeNeeded == draft.completes && survey.start == draft.start
        && survey.end == draft.end;
}

} // namespace

QList<api::Survey> candidates(const CreationIntent &intent, const QList<api::Survey> &surveys)
{
    const QSet<api::SurveyId> known(intent.knownIds.begin(), intent.knownIds.end());
    QList<api::Survey> found;
    for (const api::Survey &survey : surveys)
        if (!known.contains(survey.id) && agrees(survey, intent.draft))
            found.append(survey);
    return found;
}

bool isEchoOf(const api::Survey &answer, const SurveyDraft &draft)
{
    const bool isSameName =
        answer.name.isEmpty() || normalisedName(answer.name) == normalisedName(draft.name);
    return isSameName && (answer.country.isEmpty() || answer.country == draft.country)
        && (answer.language.isEmpty() || answer.language == draft.language);
}

QStringList otherTerms(const api::Survey &answer, const SurveyDraft &draft)
{
    using Text = CreationMatchText;
    QStringList others;
    const auto compare = [&others](bool isTold, bool isSame, const QString &text) {
        if (isTold && !isSame)
            others.append(text);
    };
    const QLocale locale;
    const auto date = [&locale](QDate day) { return locale.toString(day, QLocale::ShortFormat); };
    compare(answer.loi > 0, qFuzzyCompare(answer.loi, double(draft.loi)),
            Text::tr("LOI %1 (sent: %2)").arg(locale.toString(answer.loi), countText(draft.loi)));
    compare(answer.ir > 0, qFuzzyCompare(answer.ir, double(draft.ir)),
            Text::tr("IR %1 (sent: %2)").arg(locale.toString(answer.ir), countText(draft.ir)));
    compare(answer.cpi != api::Money(), answer.cpi == draft.cpi,
            Text::tr("CPI %1 (sent: %2)").arg(moneyText(answer.cpi), moneyText(draft.cpi)));
    compare(answer.completeNeeded > 0, answer.completeNeeded == draft.completes,
            Text::tr("completes %1 (sent: %2)")
                .arg(countText(answer.completeNeeded), countText(draft.completes)));
    compare(answer.start.isValid(), answer.start == draft.start,
            Text::tr("start %1 (sent: %2)").arg(date(answer.start), date(draft.start)));
    compare(answer.end.isValid(), answer.end == draft.end,
            Text::tr("end %1 (sent: %2)").arg(date(answer.end), date(draft.end)));
    return others;
}

api::Survey filledUp(api::Survey answer, const SurveyDraft &draft)
{
    const auto fill = [](auto &field, const auto &value, bool isMissing) {
        if (isMissing)
            field = value;
    };
    fill(answer.name, draft.name.trimmed(), answer.name.isEmpty());
    fill(answer.country, draft.country, answer.country.isEmpty());
    fill(answer.language, draft.language, answer.language.isEmpty());
    fill(answer.loi, draft.loi, answer.loi <= 0);
    fill(answer.ir, draft.ir, answer.ir <= 0);
    fill(answer.cpi, draft.cpi, answer.cpi == api::Money());
    fill(answer.completeNeeded, draft.completes, answer.completeNeeded <= 0);
    using Figure = api::SurveyFigure;
    answer.unknown &= ~(Figure::Loi | Figure::Ir | Figure::Cpi | Figure::CompleteNeeded);
    fill(answer.start, draft.start, !answer.start.isValid());
    fill(answer.end, draft.end, !answer.end.isValid());
    fill(answer.status, api::SurveyStatus::Inactive,
         answer.status == api::SurveyStatus::Unknown && answer.statusText.isEmpty());
    return answer;
}

bool surelyNotCreated(const api::ApiError &error)
{
    if (error.delivery != api::Delivery::Answered)
        return error.delivery == api::Delivery::NotSent;
    if (error.serverMessage.isEmpty())
        return false;
    switch (error.kind) {
    case api::ErrorKind::Unauthorized:
    case api::ErrorKind::HashMismatch:
    case api::ErrorKind::NotFound:
    case api::ErrorKind::Conflict:
    case api::ErrorKind::Gone:
    case api::ErrorKind::Rejected:
        return true;
    default: // "too many requests", a server's error or an unreadable answer may have come after
             // the deed
        return false;
    }
}

} // namespace models
