#include "models/reconciliation/overviewmodel.h"

#include "models/connections/currencies.h"
#include "models/reconciliation/evidence.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveypast.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

constexpr int nearDays = 7; // how many before the deadline the list warns

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(models::OverviewModel)
};

QString deadlineText(const OverviewRow &row)
{
    if (!row.deadline.isValid())
        return {};
    const QString day = dateText(row.deadline);
    if (!row.isToDo())
        return day;
    if (row.daysLeft < 0)
        return Texts::tr("%1, passed").arg(day);
    return row.daysLeft == 0 ? Texts::tr("%1, today").arg(day)
                             : Texts::tr("%1, %Ln day(s) left", nullptr, row.daysLeft).arg(day);
}

int urgencyOf(const OverviewRow &row)
{
    if (!row.isUrgent(nearDays))
        return OverviewModel::Calm;
    return row.daysLeft < 0 ? OverviewModel::Passed : OverviewModel::Near;
}

QString stateCell(const OverviewRow &row)
{
    if (row.summary)
        return stateText(row.summary->state, row.summary->word);
    if (row.isChecked)
        return Texts::tr("Not submitted");
    return row.isChecking ? Texts::tr("Checking…") : Texts::tr("Not checked");
}

int stateOf(const OverviewRow &row)
{
    if (row.summary)
        return int(row.summary->state);
    return row.isChecked ? OverviewModel::NotSubmitted : OverviewModel::NotChecked;
}

/// Empty until something was accepted, a dash where it can't be reckoned.
QString costCell(const OverviewRow &row, Cost (OverviewRow::*cost)() const)
{
    return row.isCompleted() ? costText((row.*cost)(), row.currency) : QString();
}

QVariant costOrder(const OverviewRow &row, Cost (OverviewRow::*cost)() const)
{
    const Cost known =
        row.isCompleted() ? (row.*cost)() : Cost {.least = {}, .most = {}, .isKnown = false};
    return known.isKnown ? QVariant(known.most.hundredths) : QVariant();
}

QVariant submitted(const OverviewRow &row)
{
    const qint64 count = row.summary ? row.summary->submittedCount.value_or(0) : 0;
    return count > 0 ? QVariant(count) : QVariant();
}

QVariant accepted(const OverviewRow &row)
{
    return row.isCompleted() ? row.summary->acceptedCount : QVariant();
}

template <QVariant (*count)(const OverviewRow &)>
QVariant countCell(const OverviewRow &row)
{
    const QVariant value = count(row);
    return value.isValid() ? countText(value.toLongLong()) : QString();
}

constexpr Column<OverviewRow> overviewColumns[] {
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Survey"),
     [](const OverviewRow &row) -> QVariant { return plain(row.name); },
     [](const OverviewRow &row) -> QVariant { return row.name; }},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Code"),
     [](const OverviewRow &row) -> QVariant { return plain(row.code); },
     [](const OverviewRow &row) -> QVariant { return row.code; }},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "State"),
     [](const OverviewRow &row) -> QVariant { return stateCell(row); },
     [](const OverviewRow &row) -> QVariant { return stateOf(row); }, Qt::AlignLeft,
     [](const OverviewRow &row) -> QVariant { return stateOf(row); }},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Deadline"),
     [](const OverviewRow &row) -> QVariant { return deadlineText(row); },
     [](const OverviewRow &row) -> QVariant { return row.deadline; }, Qt::AlignLeft,
     [](const OverviewRow &row) -> QVariant { return urgencyOf(row); }},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Completes"),
     [](const OverviewRow &row) -> QVariant {
         return row.knowsCompletes ? countText(row.completes) : QStringLiteral("—");
     },
     [](const OverviewRow &row) -> QVariant {
         return row.knowsCompletes ? row.completes : QVariant();
     },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Submitted"), countCell<submitted>, submitted,
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Accepted"), countCell<accepted>, accepted,
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "To pay"),
     [](const OverviewRow &row) -> QVariant { return costCell(row, &OverviewRow::toPay); },
     [](const OverviewRow &row) -> QVariant { return costOrder(row, &OverviewRow::toPay); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::OverviewModel", "Not paid"),
     [](const OverviewRow &row) -> QVariant { return costCell(row, &OverviewRow::notPaid); },
     [](const OverviewRow &row) -> QVariant { return costOrder(row, &OverviewRow::notPaid); },
     Qt::AlignRight},
};

} // namespace

bool OverviewRow::isCompleted() const
{
    return summary && summary->state == SubmissionState::Completed;
}

bool OverviewRow::isToDo() const
{
    return summary ? isUnsettled(summary->state) : isChecked;
}

bool OverviewRow::isUnchecked() const
{
    return !summary && !isChecked;
}

Cost OverviewRow::toPay() const
{
    return prices.costOf(summary->acceptedCount);
}

Cost OverviewRow::notPaid() const
{
    Cost cost = prices.costOf(std::max<qint64>(0, completes - summary->acceptedCount));
    cost.isKnown = cost.isKnown && knowsCompletes;
    return cost;
}

bool OverviewRow::isUrgent(int daysBefore) const
{
    return isToDo() && deadline.isValid() && daysLeft <= daysBefore;
}

QList<OverviewRow> overviewRows(const QList<api::Survey> &surveys,
                                const ReconciliationStore &reconciliations,
                                const ReconciliationPlans &plans, const SurveyPast &past,
                                const Currencies &currencies)
{
    const QHash<api::SurveyId, SubmissionSummary> &summaries = reconciliations.summaries();
    QList<OverviewRow> rows;
    for (const api::Survey &survey : surveys) {
        const auto summary = summaries.constFind(survey.id);
        if (!api::isOver(survey) && summary == summaries.cend())
            continue;
        const QDate deadline = plans.deadline(survey);
        rows.append(
            {.id = survey.id,
             .name = survey.name,
             .code = survey.code,
             .summary = summary == summaries.cend() ? std::nullopt : std::optional(*summary),
             .isChecked = reconciliations.checked(survey.id).isValid(),
             .isChecking = reconciliations.isLooking(survey.id),
             .deadline = deadline,
             .daysLeft = int(plans.today().daysTo(deadline)),
             .completes = survey.progress.complete,
             .knowsCompletes = survey.knows(api::SurveyFigure::Complete),
             .prices = past.prices(survey),
             .currency = currencies.name(survey.currency)});
    }
    std::ranges::stable_sort(rows, {}, [](const OverviewRow &row) {
        return std::pair(!row.isToDo() && !row.isUnchecked(), row.deadline);
    });
    return rows;
}

OverviewModel::OverviewModel(QObject *parent)
    : TableModel<OverviewRow>(overviewColumns, "models::OverviewModel", parent)
{
}

QVariant OverviewModel::own(const OverviewRow &row, int, int role) const
{
    return role == IdRole ? QVariant(row.id.value) : QVariant();
}

} // namespace models
