#include "models/interlocking/gridplan.h"

#include "models/interlocking/wholefit.h"
#include "models/quotas/distribution.h"
#include "models/quotas/margintext.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr double mostPasted = 1e9; // a person's number; beyond it sums would no longer be whole

using Plan = tl::expected<GridPlan, QString>;

struct GridPlanText
{
    Q_DECLARE_TR_FUNCTIONS(models::GridPlan)
};

QList<qint64> currents(const InterlockingGrid &grid)
{
    QList<qint64> all;
    for (const GridCellState &cell : grid.cells)
        all.append(cell.current);
    return all;
}

QList<double> pattern(const QList<qint64> &cells)
{
    return QList<double>(cells.begin(), cells.end());
}

Plan fitted(const InterlockingGrid &grid, const FitTask &task)
{
    const auto whole = fitWhole(task);
    if (!whole)
        return tl::make_unexpected(problemText(whole.error(), grid.dimensions));
    return GridPlan {whole->fitted, whole->cells, whole->rounds};
}

/// By largest remainder over single cells, margins left aside.
Plan sharedOut(qint64 total, const QList<qint64> &weights)
{
    if (total < weights.size() * leastQuota || total > weights.size() * mostQuota)
        return tl::make_unexpected(
            GridPlanText::tr("A total of %1 can’t be shared out over %2 cells of %3 to %4 each.")
                .arg(countText(total), countText(weights.size()), countText(leastQuota),
                     countText(mostQuota)));
    const QList<int> cells = distribute(int(total), weights);
    const auto [least, most] = std::ranges::minmax(cells);
    if (least < leastQuota || most > mostQuota)
        return tl::make_unexpected(GridPlanText::tr("A cell would get %1; cells hold %2 to %3.")
                                       .arg(countText(least < leastQuota ? least : most),
                                            countText(leastQuota), countText(mostQuota)));
    double sum = 0;
    for (const qint64 weight : weights)
        sum += double(weight);
    GridPlan plan {{}, cells, 0};
    for (const qint64 weight : weights)
        plan.fitted.append(double(total) * double(weight) / sum);
    return plan;
}

tl::expected<QList<QList<qint64>>, QString> pastedMargins(const InterlockingGrid &grid,
                                                          const PlanWish &wish, QStringList &notes)
{
    static const QRegularExpression between(u"\\n\\s*\\n"_s);
    QString text = wish.pasted;
    const QStringList blocks = text.remove(u'\r').trimmed().split(between, Qt::SkipEmptyParts);
    if (blocks.size() != grid.dimensions.size())
        return tl::make_unexpected(
            GridPlanText::tr(
                "%1 blocks for %2 qualifications: paste one for each, with a blank line "
                "between them.")
                .arg(countText(blocks.size()), countText(grid.dimensions.size())));
    QList<QList<qint64>> margins;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QString note;
        const auto margin =
            marginFromText(blocks[i], grid.dimensions[i].options, wish.total, &note);
        if (!note.isEmpty())
            notes.append(GridPlanText::tr("%1: %2", "a qualification and what holds of it")
                             .arg(plain(grid.dimensions[i].title), note));
        if (!margin)
            return tl::make_unexpected(plain(grid.dimensions[i].title) + u": "_s + margin.error());
        margins.append(*margin);
    }
    return margins;
}

/// One number of 0 or more for each cell, row by row; what is no number is a heading.
tl::expected<QList<double>, QString> pastedCells(const InterlockingGrid &grid, const QString &text)
{
    static const QRegularExpression gap(u"[\\t\\n\\r;]+"_s);
    QList<double> values;
    for (const QString &part : text.split(gap, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double value = QLocale().toDouble(part.trimmed(), &isNumber);
        if (isNumber && value < 0)
            return tl::make_unexpected(GridPlanText::tr("“%1” is below 0.").arg(plain(part)));
        if (isNumber && !(value <= mostPasted))
            return tl::make_unexpected(
                GridPlanText::tr("“%1” is too large.").arg(plain(part.left(40))));
        if (isNumber)
            values.append(value);
    }
    if (values.size() != grid.cells.size())
        return tl::make_unexpected(
            GridPlanText::tr("%1 numbers for %2 cells.")
                .arg(countText(values.size()), countText(grid.cells.size())));
    return values;
}

tl::expected<QList<double>, QString> completesOf(const InterlockingGrid &grid, const PlanWish &wish)
{
    if (wish.completes.size() == grid.cells.size())
        return QList<double>(wish.completes.begin(), wish.completes.end());
    return pastedCells(grid, wish.pasted);
}

Plan rebalanced(const InterlockingGrid &grid, const QList<QList<qint64>> &margins,
                const QList<double> &completes)
{
    FitTask task {margins, pattern(currents(grid))};
    for (const double value : completes) {
        if (value != double(int(value)))
            return tl::make_unexpected(GridPlanText::tr("Completes are whole numbers."));
        task.least.append(int(value));
    }
    task.maximum = std::max(mostQuota, *std::ranges::max_element(task.least));
    return fitted(grid, task).and_then([](const GridPlan &plan) -> Plan {
        if (std::ranges::any_of(plan.cells, [](int cell) { return cell > mostQuota; }))
            return tl::make_unexpected(GridPlanText::tr("A cell has more completes than a quota "
                                                        "can hold."));
        return plan;
    });
}

Plan scaled(const InterlockingGrid &grid, qint64 total)
{
    QList<QList<qint64>> margins;
    for (const QList<qint64> &sums : marginSums(grid)) {
        const QList<int> shares = distribute(int(total), sums);
        margins.append(QList<qint64>(shares.begin(), shares.end()));
    }
    return fitted(grid, {margins, pattern(currents(grid))});
}

Plan fromPastedMargins(const InterlockingGrid &grid, const PlanWish &wish)
{
    QStringList notes;
    const auto margins = pastedMargins(grid, wish, notes);
    if (!margins)
        return tl::make_unexpected(margins.error());
    Plan plan = fitted(grid, {*margins});
    if (plan)
        plan->note = notes.join(u'\n');
    return plan;
}

} // namespace

tl::expected<GridPlan, QString> planGrid(const InterlockingGrid &grid, const MarginQuotas &quotas,
                                         const PlanWish &wish)
{
    if (grid.cells.isEmpty() || wish.total < 0 || wish.total > 10'000'000)
        return tl::make_unexpected(GridPlanText::tr("There is nothing to share out."));
    if (wish.method == PlanMethod::Evenly)
        return sharedOut(wish.total, QList<qint64>(grid.cells.size(), 1));
    if (grid.isFlat() && wish.method == PlanMethod::NewTotal)
        return sharedOut(wish.total, currents(grid));
    if (grid.isFlat())
        return tl::make_unexpected(GridPlanText::tr("The options of these cells aren’t known for "
                                                    "certain, so they have no margins."));
    const bool hasQuotas = std::ranges::any_of(quotas, [](const auto &dimension) {
        return std::ranges::any_of(dimension, [](const auto &quota) { return quota.has_value(); });
    });
    const QList<QList<qint64>> margins = marginTargets(grid, quotas, wish.total);
    const auto fromCells = [&grid, &margins](const QList<double> &seed) {
        return fitted(grid, {margins, seed});
    };
    switch (wish.method) {
    case PlanMethod::PastedMargins:
        return fromPastedMargins(grid, wish);
    case PlanMethod::CurrentPattern:
        return fromCells(pattern(currents(grid)));
    case PlanMethod::PastedPattern:
        return pastedCells(grid, wish.pasted).and_then(fromCells);
    case PlanMethod::OtherPattern:
        return fromCells(wish.seed);
    case PlanMethod::NewTotal:
        return scaled(grid, wish.total);
    case PlanMethod::Rebalance:
        return completesOf(grid, wish).and_then([&](const QList<double> &completes) {
            return rebalanced(grid, hasQuotas ? margins : marginSums(grid), completes);
        });
    default:
        return fromCells({});
    }
}

bool holdsEveryCell(const InterlockingGrid &grid, const QString &text)
{
    return pastedCells(grid, text).has_value();
}

GridEdit planEdit(const InterlockingGrid &grid, const GridPlan &plan)
{
    GridEdit edit;
    if (plan.cells.size() != grid.cells.size())
        return edit;
    for (qsizetype cell = 0; cell < plan.cells.size(); ++cell) {
        if (grid.cells[cell].current != plan.cells[cell])
            edit.append({cell, grid.cells[cell].current, plan.cells[cell]});
    }
    return edit;
}

} // namespace models
