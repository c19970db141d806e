#include "models/surveys/surveyexport.h"

#include "models/surveys/fieldfigures.h"
#include "models/surveys/surveycolumns.h"
#include "models/surveys/surveystext.h"

namespace models {

namespace {

using Row = SurveyRow;
using Value = QVariant (*)(const Row &);

struct Field
{
    QString title;
    CellKind kind = CellKind::Text;
    Value value = nullptr;
    api::SurveyFigures needs {}; ///< without them the cell is empty
};

QVariant conversionValue(const Row &row)
{
    const auto share = conversion(row.survey.progress);
    return share ? QVariant(*share) : QVariant();
}

/// What differs from the text on screen; texts that a person wrote are written as they are.
std::pair<CellKind, Value> written(int column)
{
    constexpr double percent = 100;
    const auto &shown = surveyColumns()[size_t(column)];
    switch (column) {
    case SurveyModel::Completes:
    case SurveyModel::Entrants:
        return {CellKind::Whole, shown.raw};
    case SurveyModel::Conversion:
        return {CellKind::Percent, conversionValue};
    case SurveyModel::Ir:
        return {CellKind::Percent, [](const Row &r) { return QVariant(r.survey.ir / percent); }};
    case SurveyModel::Loi:
        return {CellKind::Number, shown.raw};
    case SurveyModel::Cpi:
    case SurveyModel::Spend:
        return {CellKind::Money, shown.raw};
    case SurveyModel::Start:
    case SurveyModel::End:
        return {CellKind::Date, shown.raw};
    case SurveyModel::Status:
    case SurveyModel::PaceColumn:
        return {CellKind::Text, shown.display};
    case SurveyModel::Attention:
        return {CellKind::Text, [](const Row &r) {
                    return QVariant(attentionTexts(r.attention).join(QLatin1String("; ")));
                }};
    default:
        return {CellKind::Text, shown.raw};
    }
}

QList<Field> fieldsOf(const QList<int> &columns)
{
    QList<Field> fields;
    for (const int column : columns) {
        const auto [kind, value] = written(column);
        fields.append({SurveysText::tr(surveyColumns()[size_t(column)].title), kind, value,
                       figuresOf(column)});
        if (column == SurveyModel::Completes)
            fields.append({SurveysText::tr("Completes needed"), CellKind::Whole,
                           [](const Row &r) { return QVariant(r.survey.completeNeeded); },
                           api::SurveyFigure::CompleteNeeded});
    }
    return fields;
}

ExportTable tableOf(QList<SurveyRow> rows, QList<Field> fields)
{
    ExportTable table;
    table.name = SurveysText::tr("Surveys");
    for (const Field &field : fields)
        table.columns.append({field.title, field.kind});
    table.rowCount = rows.size();
    table.cell = [rows = std::move(rows), fields = std::move(fields)](qsizetype row,
                                                                      qsizetype column) {
        const Field &field = fields[column];
        return rows[row].survey.knows(field.needs) ? field.value(rows[row]) : QVariant();
    };
    return table;
}

} // namespace

ExportTable surveyExport(QList<SurveyRow> rows, const QList<int> &columns)
{
    QList<Field> fields {{SurveysText::tr("Project ID"), CellKind::Text,
                          [](const Row &r) { return QVariant(r.survey.id.value); }}};
    return tableOf(std::move(rows), fields + fieldsOf(columns));
}

ExportTable surveyCells(QList<SurveyRow> rows, const QList<int> &columns)
{
    return tableOf(std::move(rows), fieldsOf(columns));
}

} // namespace models
