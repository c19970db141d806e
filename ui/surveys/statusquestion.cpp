#include "ui/surveys/statusquestion.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct StatusQuestion
{
    Q_DECLARE_TR_FUNCTIONS(ui::StatusQuestion)
};

constexpr qsizetype mostLines = 8;

bool isRead(const api::Survey &survey)
{
    return survey.knows(api::SurveyFigure::Complete | api::SurveyFigure::CompleteNeeded);
}

/// 0 where the figures can’t be read.
int missing(const api::Survey &survey)
{
    return !isRead(survey) ? 0 : std::max(0, survey.completeNeeded - survey.progress.complete);
}

QString figures(const api::Survey &survey)
{
    if (!isRead(survey))
        return StatusQuestion::tr("The completes can’t be read");
    //: %1 completes so far, %2 completes needed, %3 the difference
    return StatusQuestion::tr("%1 of %2 completes, %3 missing")
        .arg(models::countText(survey.progress.complete), models::countText(survey.completeNeeded),
             models::countText(missing(survey)));
}

/// A line for each of the first few that are short of completes, or may be.
QString lines(const QList<api::Survey> &incomplete)
{
    QStringList all;
    for (const api::Survey &survey : incomplete.first(qMin(mostLines, incomplete.size())))
        //: %1 a survey's name, %2 "375 of 600 completes, 225 missing"
        all.append(StatusQuestion::tr("%1: %2").arg(models::plain(survey.name), figures(survey)));
    if (incomplete.size() > mostLines)
        all.append(StatusQuestion::tr("and %Ln more", nullptr, int(incomplete.size() - mostLines)));
    return all.join(u'\n');
}

/// Nothing when it is known that no completes are missing.
QString shortfall(const QList<api::Survey> &surveys)
{
    QList<api::Survey> incomplete = surveys;
    incomplete.removeIf(
        [](const api::Survey &survey) { return isRead(survey) && missing(survey) == 0; });
    if (incomplete.isEmpty())
        return {};
    if (surveys.size() == 1)
        return figures(surveys.first()) + u'.';
    qint64 total = 0;
    for (const api::Survey &survey : std::as_const(incomplete))
        total += missing(survey);
    if (total == 0) // of none of them it is known
        return lines(incomplete);
    return lines(incomplete) + u'\n'
        + StatusQuestion::tr("Missing in total: %1").arg(models::countText(total));
}

QString after(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first + QLatin1String("\n\n") + second;
}

Question completing(const QList<api::Survey> &surveys, const QString &shortfall)
{
    const bool isOne = surveys.size() == 1;
    return {isOne ? StatusQuestion::tr("Complete “%1”?").arg(models::plain(surveys.first().name))
                  : StatusQuestion::tr("Complete %n survey(s)?", nullptr, int(surveys.size())),
            after(shortfall,
                  StatusQuestion::tr("A completed survey gets no respondents until it is "
                                     "activated again.")),
            isOne ? StatusQuestion::tr("Complete survey") : StatusQuestion::tr("Complete surveys")};
}

Question closing(const QList<api::Survey> &surveys, const QString &shortfall)
{
    const bool isOne = surveys.size() == 1;
    return {isOne ? StatusQuestion::tr("Close “%1”?").arg(models::plain(surveys.first().name))
                  : StatusQuestion::tr("Close %n survey(s)?", nullptr, int(surveys.size())),
            after(shortfall,
                  StatusQuestion::tr(
                      "This is final. A closed survey can’t be opened again, and its status, LOI, "
                      "CPI, qualifications, quotas, interlocking quotas and exclusions can’t be "
                      "changed any more. Its UIDs can still be reconciled.")),
            isOne ? StatusQuestion::tr("Close survey") : StatusQuestion::tr("Close surveys")};
}

} // namespace

std::optional<Question> questionBefore(const QList<api::Survey> &surveys, api::SurveyStatus status)
{
    const QString missing = shortfall(surveys);
    if (status == api::SurveyStatus::Closed)
        return closing(surveys, missing);
    if (status == api::SurveyStatus::Completed && !missing.isEmpty())
        return completing(surveys, missing);
    return std::nullopt;
}

} // namespace ui
