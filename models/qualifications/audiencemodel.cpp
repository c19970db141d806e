#include "models/qualifications/audiencemodel.h"

#include "models/qualifications/audience.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

namespace models {

namespace {

constexpr qsizetype mostInTip = 40;

qsizetype answerCount(const AudienceRow &row)
{
    return answers(asTargeted(row.question)).size();
}

QString quotasText(std::optional<int> quotas)
{
    if (!quotas)
        return QStringLiteral("—");
    return *quotas > 0 ? countText(*quotas) : AudienceModel::tr("default");
}

constexpr Column<AudienceRow> columns[] {
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Qualification"),
     [](const AudienceRow &row) -> QVariant { return plain(row.question.title); },
     [](const AudienceRow &row) -> QVariant { return row.question.title; }},
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Options that qualify"),
     [](const AudienceRow &row) -> QVariant { return answersText(asTargeted(row.question)); },
     [](const AudienceRow &row) -> QVariant { return answersText(asTargeted(row.question)); }},
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Count"),
     [](const AudienceRow &row) -> QVariant { return countText(answerCount(row)); },
     [](const AudienceRow &row) -> QVariant { return answerCount(row); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Quotas"),
     [](const AudienceRow &row) -> QVariant { return quotasText(row.quotas); },
     [](const AudienceRow &row) -> QVariant { return row.quotas ? *row.quotas : QVariant(); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Interlocking"),
     [](const AudienceRow &row) -> QVariant {
         return row.isCrossed ? AudienceModel::tr("Interlocked") : QString();
     },
     [](const AudienceRow &row) -> QVariant { return row.isCrossed; }, Qt::AlignLeft,
     [](const AudienceRow &row) -> QVariant { return int(row.isCrossed); }},
    {QT_TRANSLATE_NOOP("models::AudienceModel", "Question text"),
     [](const AudienceRow &row) -> QVariant { return plain(row.question.text); },
     [](const AudienceRow &row) -> QVariant { return row.question.text; }},
};

} // namespace

QList<AudienceRow> audienceRows(const QList<api::Qualification> &qualifications,
                                const BuiltOnAnswers &built)
{
    QList<AudienceRow> rows;
    for (const api::Qualification &question : qualifications)
        rows.append({question, quotaCount(question.code, built), isCrossed(question, built)});
    return rows;
}

AudienceModel::AudienceModel(QObject *parent)
    : TableModel<AudienceRow>(columns, "models::AudienceModel", parent)
{
}

QVariant AudienceModel::own(const AudienceRow &row, int column, int role) const
{
    if (role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Answers:
        return answersText(asTargeted(row.question), mostInTip);
    case Question:
        return plain(row.question.text);
    case Quotas:
        if (!row.quotas)
            return tr("The quotas couldn’t be read.");
        return *row.quotas > 0 ? QString()
                               : tr("No quota is set: each option may fill all completes.");
    default:
        return {};
    }
}

} // namespace models
