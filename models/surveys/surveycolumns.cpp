#include "models/surveys/surveycolumns.h"

#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/fieldfigures.h"
#include "models/surveys/surveystext.h"

#include <QLocale>

namespace models {

namespace {

using Row = SurveyRow;
using Figure = api::SurveyFigure;

QString known(const Row &row, api::SurveyFigures figures, const QString &text)
{
    return row.survey.knows(figures) ? text : QStringLiteral("—");
}

/// What is compared: nothing, which sorts last, where the service has told nothing that it could be
/// made of.
QVariant raw(const Row &row, SurveyModel::Column column, const QVariant &value)
{
    return row.survey.knows(figuresOf(column)) ? value : QVariant();
}

/// `text`, or a dash where the service has told nothing that it could be made of.
QVariant known(const Row &row, SurveyModel::Column column, const QString &text)
{
    return known(row, figuresOf(column), text);
}

QString percentText(double percent, int places)
{
    return QLocale().toString(percent, 'f', places) + QLocale().percent();
}

QString progressText(const Row &row)
{
    //: completes done / completes needed
    return SurveysText::tr("%1 / %2").arg(
        known(row, Figure::Complete, countText(row.survey.progress.complete)),
        known(row, Figure::CompleteNeeded, countText(row.survey.completeNeeded)));
}

/// The worst first; what needs nobody is at the end.
int attentionOrder(const Row &row)
{
    const int rank = attentionRank(row.attention);
    return rank > 0 ? -rank : 1;
}

QVariant conversionOrder(const Row &row)
{
    const auto share = conversion(row.survey.progress);
    return share ? raw(row, SurveyModel::Conversion, *share) : QVariant();
}

QVariant spendOrder(const Row &row)
{
    const auto spent = spend(row.survey);
    return spent ? QVariant(spent->hundredths) : QVariant();
}

QString attentionCell(const Row &row)
{
    const QStringList texts = attentionTexts(row.attention);
    if (texts.size() < 2)
        return texts.value(0);
    //: %1 the worst of what needs a person, %2 how many things more
    return SurveysText::tr("%1 +%2").arg(texts.first(), countText(texts.size() - 1));
}

constexpr Column<Row> allColumns[] = {
    {QT_TRANSLATE_NOOP("Surveys", "Code"),
     [](const Row &r) { return QVariant(plain(r.survey.code)); },
     [](const Row &r) { return QVariant(r.survey.code); }},
    {QT_TRANSLATE_NOOP("Surveys", "Name"),
     [](const Row &r) { return QVariant(plain(r.survey.name)); },
     [](const Row &r) { return QVariant(r.survey.name); }},
    {QT_TRANSLATE_NOOP("Surveys", "Status"),
     [](const Row &r) { return QVariant(statusName(r.survey)); },
     [](const Row &r) { return QVariant(int(r.survey.status)); }, Qt::AlignLeft,
     [](const Row &r) { return QVariant(int(r.survey.status)); }},
    {QT_TRANSLATE_NOOP("Surveys", "Country"),
     [](const Row &r) { return QVariant(plain(r.country)); },
     [](const Row &r) { return QVariant(r.country); }},
    {QT_TRANSLATE_NOOP("Surveys", "Language"),
     [](const Row &r) { return QVariant(plain(r.language)); },
     [](const Row &r) { return QVariant(r.language); }},
    {QT_TRANSLATE_NOOP("Surveys", "Completes"),
     [](const Row &r) { return QVariant(progressText(r)); },
     [](const Row &r) { return raw(r, SurveyModel::Completes, r.survey.progress.complete); }},
    {QT_TRANSLATE_NOOP("Surveys", "Entrants"),
     [](const Row &r) {
         return known(r, SurveyModel::Entrants, countText(r.survey.progress.surveyEntrant));
     },
     [](const Row &r) { return raw(r, SurveyModel::Entrants, r.survey.progress.surveyEntrant); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "Conversion"),
     [](const Row &r) {
         const auto share = conversion(r.survey.progress);
         return known(r, SurveyModel::Conversion,
                      share ? percentText(100 * *share, 1) : QStringLiteral("–"));
     },
     conversionOrder, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "IR"),
     [](const Row &r) { return known(r, SurveyModel::Ir, percentText(r.survey.ir, 0)); },
     [](const Row &r) { return raw(r, SurveyModel::Ir, r.survey.ir); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "LOI"),
     [](const Row &r) {
         return known(r, SurveyModel::Loi,
                      SurveysText::tr("%1 min").arg(QLocale().toString(r.survey.loi)));
     },
     [](const Row &r) { return raw(r, SurveyModel::Loi, r.survey.loi); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "CPI"),
     [](const Row &r) { return known(r, SurveyModel::Cpi, moneyText(r.survey.cpi)); },
     [](const Row &r) { return raw(r, SurveyModel::Cpi, r.survey.cpi.hundredths); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "Spend"),
     [](const Row &r) {
         return known(r, SurveyModel::Spend, moneyText(spend(r.survey).value_or(api::Money {})));
     },
     spendOrder, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("Surveys", "Start"),
     [](const Row &r) { return QVariant(dateText(r.survey.start)); },
     [](const Row &r) { return QVariant(r.survey.start); }},
    {QT_TRANSLATE_NOOP("Surveys", "End"),
     [](const Row &r) { return QVariant(dateText(r.survey.end)); },
     [](const Row &r) { return QVariant(r.survey.end); }},
    {QT_TRANSLATE_NOOP("Surveys", "Pace"), [](const Row &r) { return QVariant(paceText(r.pace)); },
     [](const Row &r) { return r.pace == Pace::None ? QVariant() : QVariant(int(r.pace)); },
     Qt::AlignLeft, [](const Row &r) { return QVariant(int(r.pace)); }},
    {QT_TRANSLATE_NOOP("Surveys", "Attention"),
     [](const Row &r) { return QVariant(attentionCell(r)); },
     [](const Row &r) { return QVariant(attentionOrder(r)); }, Qt::AlignLeft,
     [](const Row &r) { return QVariant(int(urgency(r.attention))); }},
};

} // namespace

std::span<const Column<SurveyRow>> surveyColumns()
{
    return allColumns;
}

api::SurveyFigures figuresOf(int column)
{
    switch (column) {
    case SurveyModel::Completes:
        return Figure::Complete;
    case SurveyModel::Entrants:
        return Figure::SurveyEntrant;
    case SurveyModel::Conversion:
        return Figure::Complete | Figure::SurveyEntrant;
    case SurveyModel::Ir:
        return Figure::Ir;
    case SurveyModel::Loi:
        return Figure::Loi;
    case SurveyModel::Cpi:
        return Figure::Cpi;
    case SurveyModel::Spend:
        return Figure::Cpi | Figure::Complete;
    default:
        return {};
    }
}

QString statusName(const api::Survey &survey)
{
    return survey.status == api::SurveyStatus::Unknown ? plain(survey.statusText)
                                                       : statusName(survey.status);
}

QString statusName(api::SurveyStatus status)
{
    switch (status) {
    case api::SurveyStatus::Active:
        return SurveysText::tr("Active");
    case api::SurveyStatus::Inactive:
        return SurveysText::tr("Inactive");
    case api::SurveyStatus::Completed:
        return SurveysText::tr("Completed");
    case api::SurveyStatus::Closed:
        return SurveysText::tr("Closed");
    case api::SurveyStatus::Unknown:
        break;
    }
    return {};
}

std::optional<api::Money> spend(const api::Survey &survey)
{
    if (!survey.knows(figuresOf(SurveyModel::Spend)))
        return std::nullopt;
    return survey.cpi * survey.progress.complete;
}

} // namespace models
