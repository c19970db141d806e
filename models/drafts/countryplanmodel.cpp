#include "models/drafts/countryplanmodel.h"

#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QDate dateFromText(const QString &text)
{
    const QDate written = QLocale().toDate(text, QLocale::ShortFormat);
    return written.isValid() && written.year() > 1999 ? written
                                                      : QDate::fromString(text, Qt::ISODate);
}

/// Takes what was written over; false when it can't be read as what the column holds.
bool take(CountryPlan &plan, int column, const QString &text)
{
    if (column == CountryPlanModel::Completes) {
        const auto count = countFromText(text);
        if (count && *count >= 1)
            plan.completes = *count;
        return count && *count >= 1;
    }
    if (column == CountryPlanModel::Cpi) {
        const auto cpi = moneyFromText(text);
        if (cpi)
            plan.cpi = *cpi;
        return cpi.has_value();
    }
    const QDate date = dateFromText(text);
    if (date.isValid())
        (column == CountryPlanModel::Start ? plan.start : plan.end) = date;
    return date.isValid();
}

} // namespace

CountryPlanModel::CountryPlanModel(const ReferenceStore &reference, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reference(reference)
{
}

bool CountryPlanModel::contains(const api::CountryId &country,
                                const api::LanguageId &language) const
{
    return std::ranges::any_of(m_plans, [&](const CountryPlan &plan) {
        return plan.country == country && plan.language == language;
    });
}

void CountryPlanModel::append(const CountryPlan &plan)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_plans.append(plan);
    endInsertRows();
    Q_EMIT plansChanged();
}

void CountryPlanModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_plans.removeAt(row);
    endRemoveRows();
    Q_EMIT plansChanged();
}

int CountryPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plans.size());
}

int CountryPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CountryPlanModel::text(const CountryPlan &plan, int column) const
{
    switch (column) {
    case Country:
        return plain(m_reference.countryName(plan.country));
    case Language:
        return plain(m_reference.languageName(plan.language));
    case Completes:
        return countText(plan.completes);
    case Cpi:
        return moneyText(plan.cpi);
    case Start:
        return QLocale().toString(plan.start, QLocale::ShortFormat);
    default:
        return QLocale().toString(plan.end, QLocale::ShortFormat);
    }
}

/// Dates with all digits of the year, so that no century is guessed.
QString CountryPlanModel::editText(const CountryPlan &plan, int column) const
{
    if (column == Completes)
        return plainCountText(plan.completes);
    if (column == Start || column == End)
        return (column == Start ? plan.start : plan.end).toString(Qt::ISODate);
    return text(plan, column);
}

QVariant CountryPlanModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const CountryPlan &plan = m_plans[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(plan, index.column());
    case Qt::EditRole:
        return editText(plan, index.column());
    case Qt::TextAlignmentRole:
        return int(
            (index.column() == Completes || index.column() == Cpi ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(text(plan, Country), text(plan, index.column()));
    default:
        return {};
    }
}

bool CountryPlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() < Completes)
        return false;
    if (!take(m_plans[index.row()], index.column(), value.toString().trimmed()))
        return false;
    Q_EMIT dataChanged(index, index);
    Q_EMIT plansChanged();
    return true;
}

QVariant CountryPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Completes || section == Cpi))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles {tr("Country"), tr("Language"), tr("Completes"),
                              tr("CPI"),     tr("Start"),    tr("End")};
    return titles.value(section);
}

Qt::ItemFlags CountryPlanModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() >= Completes ? all | Qt::ItemIsEditable : all;
}

} // namespace models

#include "moc_countryplanmodel.cpp"
