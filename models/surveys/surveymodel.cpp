#include "models/surveys/surveymodel.h"

#include "models/connections/currencies.h"
#include "models/reference/referencestore.h"
#include "models/support/collation.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveycolumns.h"
#include "models/surveys/surveyrows.h"
#include "models/surveys/surveystore.h"
#include "models/surveys/surveytips.h"

namespace models {

struct SurveyModel::Private
{
    const SurveyStore &store;
    const ReferenceStore &reference;
    const AttentionWatch *watch = nullptr;
    const Currencies *currencies = nullptr;
    SurveyRows rows {};
    QList<int> shown {}; ///< places in `rows`
    QString wanted {};
    QSet<api::SurveyStatus> statuses {};
    bool onlyNeedy = false;
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    SurveyRow rowOf(const api::Survey &survey, const QDateTime &now) const
    {
        const Assessment found = watch ? watch->assess(survey, now) : Assessment();
        return {.survey = survey,
                .country = reference.countryName(survey.country),
                .language = reference.languageName(survey.language),
                .pace = found.pace,
                .attention = found.kinds,
                .currency = currencies ? currencies->name(survey.currency) : QString(),
                .begun = found.begun};
    }

    QDateTime now() const { return watch ? watch->now() : QDateTime(); }

    bool isWanted(int row) const
    {
        return rows.isThere(row)
            && (statuses.isEmpty() || statuses.contains(rows.at(row).survey.status))
            && (!onlyNeedy || rows.at(row).attention);
    }
};

namespace {

constexpr qsizetype mostSteps = 256; ///< views take one reset faster than more steps than these

void add(SurveyTotals &totals, const SurveyRow &row)
{
    const api::Survey &survey = row.survey;
    ++totals.surveys;
    if (survey.knows(api::SurveyFigure::Complete))
        totals.completes += survey.progress.complete;
    if (const std::optional<api::Money> spent = spend(survey))
        totals.spend[row.currency] = totals.spend[row.currency] + Cost {*spent, *spent};
    else
        ++totals.unread;
}

} // namespace

SurveyModel::SurveyModel(const SurveyStore &store, const ReferenceStore &reference, QObject *parent)
    : RowsModel(headings(surveyColumns()), "Surveys", parent)
    , d(new Private {.store = store, .reference = reference})
{
    connect(&store, &SurveyStore::changed, this, &SurveyModel::update);
    connect(&reference, &ReferenceStore::changed, this, &SurveyModel::renew);
    SurveyNews all;
    for (const api::Survey &survey : store.surveys())
        all.fresh.append(survey.id);
    update(all);
}

SurveyModel::~SurveyModel() = default;

int SurveyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->shown.size());
}

QVariant SurveyModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const SurveyRow &row = d->rows.at(d->shown[index.row()]);
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
                && row.survey.knows(api::SurveyFigure::Complete)
            ? QVariant(double(row.survey.progress.complete) / row.survey.completeNeeded)
            : QVariant();
    case IdRole:
        return row.survey.id.value;
    case Qt::ToolTipRole:
        return surveyTip(row, index.column(), d->now());
    default:
        return {};
    }
}

void SurveyModel::assessBy(const AttentionWatch &watch)
{
    d->watch = &watch;
    connect(&watch, &AttentionWatch::changed, this, &SurveyModel::renew);
    renew();
}

void SurveyModel::nameCurrencies(const Currencies &currencies)
{
    d->currencies = &currencies;
    connect(&currencies, &Currencies::changed, this, &SurveyModel::renew);
    renew();
}

void SurveyModel::reassess()
{
    renew();
}

void SurveyModel::setSearch(const QString &text)
{
    const QString wanted = folded(text.trimmed());
    if (std::exchange(d->wanted, wanted) != wanted)
        reset();
}

void SurveyModel::setStatuses(const QSet<api::SurveyStatus> &statuses)
{
    if (std::exchange(d->statuses, statuses) != statuses)
        reset();
}

void SurveyModel::setNeedsAttention(bool only)
{
    if (std::exchange(d->onlyNeedy, only) != only)
        reset();
}

void SurveyModel::sort(int column, Qt::SortOrder order)
{
    d->sortColumn = column;
    d->sortOrder = order;
    const QList<int> fresh = arranged();
    QList<qsizetype> at(d->rows.all().size(), -1);
    for (qsizetype row = 0; row < d->shown.size(); ++row)
        at[d->shown[row]] = row;
    RowStep step {.kind = RowStep::Order, .count = fresh.size(), .order = {}};
    step.order.reserve(fresh.size());
    for (const int place : fresh)
        step.order.append(at[place]);
    perform({step}, [&](const RowStep &) { d->shown = fresh; });
}

bool SurveyModel::isFiltered() const
{
    return !d->wanted.isEmpty() || !d->statuses.isEmpty() || d->onlyNeedy;
}

int SurveyModel::storeCount() const
{
    return int(d->rows.count());
}

const api::Survey &SurveyModel::survey(const QModelIndex &index) const
{
    return d->rows.at(d->shown[index.row()]).survey;
}

QModelIndex SurveyModel::indexOf(const api::SurveyId &id) const
{
    const int place = d->rows.placeOf(id);
    const qsizetype row = place < 0 ? -1 : d->shown.indexOf(place);
    return row < 0 ? QModelIndex() : index(int(row), 0);
}

/// Costs what the news hold, and one look at all rows.
void SurveyModel::update(const SurveyNews &news)
{
    QHash<int, Change> changes;
    const QDateTime now = d->now();
    for (const api::SurveyId &id : news.fresh) {
        if (const api::Survey *const survey = d->store.find(id))
            put(d->rowOf(*survey, now), changes);
    }
    for (const api::SurveyId &id : news.gone)
        d->rows.remove(id);
    if (news.isReordered)
        d->rows.reorder(d->store.surveys());
    arrange();
    d->rows.forgetGone();
    tellAll(changes);
}

/// Names or judgements may be others, the surveys are the same.
void SurveyModel::renew()
{
    QHash<int, Change> changes;
    const QDateTime now = d->now();
    const QList<int> places = d->rows.order(-1);
    for (const int place : places) {
        const SurveyRow &present = d->rows.at(place);
        const SurveyRow fresh = d->rowOf(present.survey, now);
        if (!(fresh == present))
            put(fresh, changes);
    }
    arrange();
    tellAll(changes);
}

void SurveyModel::put(const SurveyRow &row, QHash<int, Change> &changes)
{
    const int place = d->rows.placeOf(row.survey.id);
    if (place >= 0)
        changes.insert(place, difference(d->rows.at(place), row));
    d->rows.put(row);
}

void SurveyModel::tellAll(const QHash<int, Change> &changes)
{
    if (changes.isEmpty())
        return;
    QList<Change> all(d->shown.size());
    for (qsizetype row = 0; row < all.size(); ++row) {
        const auto found = changes.constFind(d->shown[row]);
        if (found != changes.cend())
            all[row] = *found;
    }
    tell(all);
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

void SurveyModel::reset()
{
    beginResetModel();
    d->shown = arranged();
    endResetModel();
}

/// Tells views how the rows get from where they are to where they belong.
void SurveyModel::arrange()
{
    const QList<int> fresh = arranged();
    QList<qsizetype> at(d->rows.all().size(), -1);
    for (qsizetype row = 0; row < fresh.size(); ++row)
        at[fresh[row]] = row;
    QList<qsizetype> place;
    place.reserve(d->shown.size());
    for (const int shown : std::as_const(d->shown))
        place.append(at[shown]);
    const QList<RowStep> steps = rowSteps(std::move(place), fresh.size());
    if (steps.size() > mostSteps)
        return reset();
    perform(steps, [&](const RowStep &step) {
        if (step.kind == RowStep::Remove) {
            d->shown.remove(step.row, step.count);
        } else if (step.kind == RowStep::Insert) {
            d->shown.insert(step.row, step.count, 0);
            std::copy_n(fresh.cbegin() + step.fresh, step.count, d->shown.begin() + step.row);
        } else if (step.kind == RowStep::Move) {
            d->shown.move(step.from, step.row);
        } else {
            QList<int> ordered;
            ordered.reserve(step.order.size());
            for (const qsizetype from : step.order)
                ordered.append(d->shown[from]);
            d->shown = ordered;
        }
    });
}

/// The places of the rows that are wanted, in the wanted order.
QList<int> SurveyModel::arranged()
{
    const QList<bool> hits = d->rows.find(d->wanted);
    const auto &order = d->rows.order(d->sortColumn);
    QList<int> result;
    result.reserve(order.size());
    const auto take = [&](int place) {
        if (hits[place] && d->isWanted(place))
            result.append(place);
    };
    const auto known = order.cend() - d->rows.unknown(d->sortColumn); // the unknown are always last
    if (d->sortColumn >= 0 && d->sortOrder == Qt::DescendingOrder)
        std::for_each(std::reverse_iterator(known), order.crend(), take);
    else
        std::for_each(order.cbegin(), known, take);
    std::for_each(known, order.cend(), take);
    return result;
}

int SurveyModel::attentionCount() const
{
    return int(std::ranges::count_if(d->rows.order(-1),
                                     [this](int place) { return !!d->rows.at(place).attention; }));
}

QList<SurveyRow> SurveyModel::rows() const
{
    QList<SurveyRow> rows;
    rows.reserve(d->shown.size());
    for (const int place : std::as_const(d->shown))
        rows.append(d->rows.at(place));
    return rows;
}

QList<SurveyRow> SurveyModel::rows(QModelIndexList chosen) const
{
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<SurveyRow> rows;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        if (i == 0 || chosen[i].row() != chosen[i - 1].row())
            rows.append(d->rows.at(d->shown[chosen[i].row()]));
    }
    return rows;
}

SurveyTotals SurveyModel::totals() const
{
    SurveyTotals totals;
    for (const int place : std::as_const(d->shown))
        add(totals, d->rows.at(place));
    return totals;
}

SurveyTotals SurveyModel::totals(const QModelIndexList &rows) const
{
    SurveyTotals totals;
    QSet<int> seen;
    for (const QModelIndex &index : rows) {
        if (!seen.contains(index.row())) {
            seen.insert(index.row());
            add(totals, d->rows.at(d->shown[index.row()]));
        }
    }
    return totals;
}

} // namespace models

#include "moc_surveymodel.cpp"
