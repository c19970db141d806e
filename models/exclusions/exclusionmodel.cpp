#include "models/exclusions/exclusionmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostNamed = 5;

QString nameOf(const ExclusionRow &row)
{
    return row.isKnown ? plain(row.survey.name) : ExclusionModel::tr("Not in the list of surveys");
}

constexpr Column<ExclusionRow> columns[] {
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "Name"),
     [](const ExclusionRow &row) -> QVariant { return nameOf(row); },
     [](const ExclusionRow &row) -> QVariant { return row.survey.name; }},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "Code"),
     [](const ExclusionRow &row) -> QVariant { return plain(row.survey.code); },
     [](const ExclusionRow &row) -> QVariant { return row.survey.code; }},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "Status"),
     [](const ExclusionRow &row) -> QVariant {
         return row.isKnown ? statusName(row.survey) : QString();
     },
     [](const ExclusionRow &row) -> QVariant { return int(row.survey.status); }, Qt::AlignLeft,
     [](const ExclusionRow &row) -> QVariant { return int(row.survey.status); }},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "Completes"),
     [](const ExclusionRow &row) -> QVariant {
         if (!row.isKnown)
             return QString();
         return row.survey.knows(api::SurveyFigure::Complete)
             ? countText(row.survey.progress.complete)
             : QStringLiteral("—");
     },
     [](const ExclusionRow &row) -> QVariant { return row.survey.progress.complete; },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "End"),
     [](const ExclusionRow &row) -> QVariant {
         return QLocale().toString(row.survey.end, QLocale::ShortFormat);
     },
     [](const ExclusionRow &row) -> QVariant { return row.survey.end; }},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "Project ID"),
     [](const ExclusionRow &row) -> QVariant { return plain(row.survey.id.value); },
     [](const ExclusionRow &row) -> QVariant { return row.survey.id.value; }},
    {QT_TRANSLATE_NOOP("models::ExclusionModel", "On the service"),
     [](const ExclusionRow &row) -> QVariant {
         return row.isOwed ? ExclusionModel::tr("Not saved") : ExclusionModel::tr("Saved");
     },
     [](const ExclusionRow &row) -> QVariant { return row.isOwed; }, Qt::AlignLeft,
     [](const ExclusionRow &row) -> QVariant { return int(row.isOwed); }},
};

ExclusionRow rowOf(const api::SurveyId &id, const SurveyStore &surveys)
{
    ExclusionRow row;
    if (const api::Survey *const survey = surveys.find(id))
        row.survey = *survey;
    else
        row.isKnown = false;
    row.survey.id = id;
    return row;
}

} // namespace

QList<ExclusionRow> exclusionRows(const QList<api::SurveyId> &there,
                                  const QList<api::SurveyId> &owed, const SurveyStore &surveys)
{
    QList<ExclusionRow> rows;
    for (const api::SurveyId &id : there)
        rows.append(rowOf(id, surveys));
    for (const api::SurveyId &id : owed) {
        if (there.contains(id))
            continue;
        rows.append(rowOf(id, surveys));
        rows.last().isOwed = true;
    }
    return rows;
}

QString exclusionNames(const QList<api::SurveyId> &ids, const SurveyStore &surveys)
{
    QStringList names;
    for (const api::SurveyId &id : ids.first(std::min(ids.size(), mostNamed))) {
        const api::Survey *const survey = surveys.find(id);
        names.append(plain(survey ? survey->name : id.value));
    }
    if (ids.isEmpty())
        return ExclusionModel::tr("none", "no excluded surveys");
    if (ids.size() <= mostNamed)
        return names.join(u", "_s);
    //: %1 some names joined by commas; %n further ones are not named
    return ExclusionModel::tr("%1 and %n more", "", int(ids.size() - mostNamed))
        .arg(names.join(u", "_s));
}

ExclusionModel::ExclusionModel(QObject *parent)
    : TableModel<ExclusionRow>(columns, "models::ExclusionModel", parent)
{
}

QVariant ExclusionModel::own(const ExclusionRow &row, int column, int role) const
{
    if (role != Qt::ToolTipRole || column != Name)
        return {};
    return row.isKnown
        ? plain(row.survey.name)
        : tr("The service gives only its ID: the survey isn’t in this account’s list.");
}

} // namespace models
