#include "models/surveys/surveymodel.h"

#include "models/reference/referencestore.h"
#include "models/support/collation.h"
#include "models/surveys/surveycolumns.h"
#include "models/surveys/surveyorder.h"
#include "models/surveys/surveysearch.h"
#include "models/surveys/surveystore.h"

namespace models {

struct SurveyModel::Private
{
    const SurveyStore &store;
    const ReferenceStore &reference;
    QList<SurveyRow> all {};
    QList<int> shown {}; ///< places in `all`
    SurveySearch search {};
    QString wanted {};
    QSet<api::SurveyStatus> statuses {};
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    QHash<int, QList<int>> permutations {}; ///< ascending, of `all`

    QList<SurveyRow> fresh() const
    {
        QList<SurveyRow> rows;
        rows.reserve(store.surveys().size());
        for (const api::Survey &survey : store.surveys())
            rows.append({survey, reference.countryName(survey.country),
                         reference.languageName(survey.language)});
        return rows;
    }

    bool isWanted(int row) const
    {
        return statuses.isEmpty() || statuses.contains(all[row].survey.status);
    }
};

namespace {

void add(SurveyTotals &totals, const api::Survey &survey)
{
    ++totals.surveys;
    totals.completes += survey.progress.complete;
    totals.spend = totals.spend + spend(survey);
}

} // namespace

SurveyModel::SurveyModel(const SurveyStore &store, const ReferenceStore &reference, QObject *parent)
    : RowsModel(headings(surveyColumns()), "Surveys", parent)
    , d(new Private {.store = store, .reference = reference})
{
    connect(&store, &SurveyStore::changed, this, &SurveyModel::update);
    connect(&reference, &ReferenceStore::changed, this, &SurveyModel::update);
    update();
}

SurveyModel::~SurveyModel() = default;

int SurveyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->shown.size());
}

QVariant SurveyModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const SurveyRow &row = d->all[d->shown[index.row()]];
    const auto &column = surveyColumns()[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.display(row);
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case RawRole:
        return column.raw(row);
    case StatusRole:
        return column.status ? column.status(row) : QVariant();
    case ProgressRole:
        return index.column() == Completes && row.survey.completeNeeded > 0
            ? QVariant(double(row.survey.progress.complete) / row.survey.completeNeeded)
            : QVariant();
    case IdRole:
        return row.survey.id.value;
    default:
        return {};
    }
}

void SurveyModel::setSearch(const QString &text)
{
    const QString wanted = folded(text.trimmed());
    if (std::exchange(d->wanted, wanted) != wanted)
        rearrange(true);
}

void SurveyModel::setStatuses(const QSet<api::SurveyStatus> &statuses)
{
    if (std::exchange(d->statuses, statuses) != statuses)
        rearrange(true);
}

void SurveyModel::sort(int column, Qt::SortOrder order)
{
    d->sortColumn = column;
    d->sortOrder = order;
    rearrange(false);
}

bool SurveyModel::isFiltered() const
{
    return !d->wanted.isEmpty() || !d->statuses.isEmpty();
}

int SurveyModel::storeCount() const
{
    return int(d->all.size());
}

SurveyTotals SurveyModel::totals() const
{
    SurveyTotals totals;
    for (const int place : std::as_const(d->shown))
        add(totals, d->all[place].survey);
    return totals;
}

SurveyTotals SurveyModel::totals(const QModelIndexList &rows) const
{
    SurveyTotals totals;
    QSet<int> seen;
    for (const QModelIndex &index : rows) {
        if (!seen.contains(index.row())) {
            seen.insert(index.row());
            add(totals, survey(index));
        }
    }
    return totals;
}

const api::Survey &SurveyModel::survey(const QModelIndex &index) const
{
    return d->all[d->shown[index.row()]].survey;
}

QModelIndex SurveyModel::indexOf(const api::SurveyId &id) const
{
    for (int row = 0; row < int(d->shown.size()); ++row) {
        if (d->all[d->shown[row]].survey.id == id)
            return index(row, 0);
    }
    return {};
}

/// Old and fresh rows stand side by side while views are told, so that each place stays readable.
void SurveyModel::update()
{
    QList<SurveyRow> before = std::exchange(d->all, d->fresh());
    const qsizetype offset = before.size();
    d->permutations.clear();
    d->search.build(d->all);
    const QList<int> fresh = arranged(offset);
    before += d->all;
    d->all = std::move(before);
    QHash<api::SurveyId, qsizetype> at;
    for (qsizetype i = 0; i < fresh.size(); ++i)
        at.insert(d->all[fresh[i]].survey.id, i);
    QList<qsizetype> place;
    for (const int row : std::as_const(d->shown))
        place.append(at.value(d->all[row].survey.id, -1));
    perform(rowSteps(place, fresh.size()), [&](const RowStep &step) {
        if (step.kind == RowStep::Remove) {
            d->shown.remove(step.row, step.count);
        } else if (step.kind == RowStep::Insert) {
            d->shown.insert(step.row, step.count, 0);
            std::copy_n(fresh.cbegin() + step.fresh, step.count, d->shown.begin() + step.row);
        } else if (step.kind == RowStep::Move) {
            d->shown.move(step.from, step.row);
        } else {
            QList<int> ordered;
            for (const qsizetype from : step.order)
                ordered.append(d->shown[from]);
            d->shown = ordered;
        }
    });
    QList<Change> changes(fresh.size());
    for (qsizetype i = 0; i < fresh.size(); ++i)
        changes[i] = difference(d->all[d->shown[i]], d->all[fresh[i]]);
    d->all.remove(0, offset);
    d->shown = fresh;
    for (int &row : d->shown)
        row -= int(offset);
    tell(changes);
}

RowsModel::Change SurveyModel::difference(const SurveyRow &before, const SurveyRow &after) const
{
    Change change;
    if (before == after)
        return change;
    const auto columns = surveyColumns();
    for (int i = 0; i < columnCount(); ++i) {
        const auto &column = columns[size_t(i)];
        if (column.raw(before) == column.raw(after)
            && column.display(before) == column.display(after))
            continue;
        change.first = change.first < 0 ? i : change.first;
        change.last = i;
        change.roles = {Qt::DisplayRole, RawRole, StatusRole, ProgressRole};
    }
    return change;
}

void SurveyModel::rearrange(bool isFilterChange)
{
    if (isFilterChange) {
        beginResetModel();
        d->shown = arranged(0);
        endResetModel();
        return;
    }
    const QList<int> fresh = arranged(0);
    QHash<int, qsizetype> at;
    for (qsizetype i = 0; i < d->shown.size(); ++i)
        at.insert(d->shown[i], i);
    RowStep step;
    step.kind = RowStep::Order;
    step.count = fresh.size();
    for (const int row : fresh)
        step.order.append(at.value(row));
    perform({step}, [&](const RowStep &) { d->shown = fresh; });
}

/// The rows of `all` that are wanted, in the wanted order, `offset` added to each.
QList<int> SurveyModel::arranged(qsizetype offset)
{
    const QList<bool> hits = d->search.find(d->wanted);
    const auto &order = permutation(d->sortColumn);
    QList<int> result;
    const auto take = [&](int row) {
        if (hits[row] && d->isWanted(row))
            result.append(row + int(offset));
    };
    if (d->sortColumn >= 0 && d->sortOrder == Qt::DescendingOrder)
        std::for_each(order.crbegin(), order.crend(), take);
    else
        std::for_each(order.cbegin(), order.cend(), take);
    return result;
}

/// Ascending by the column's raw values; computed once until the rows change.
const QList<int> &SurveyModel::permutation(int column)
{
    const auto found = d->permutations.constFind(column);
    if (found != d->permutations.cend())
        return *found;
    return *d->permutations.insert(column, surveyOrder(d->all, column));
}

} // namespace models

#include "moc_surveymodel.cpp"
