// Bodies of TableModel's private members: included by tablemodel.h only.
#pragma once

#include "models/support/tablemodel.h"

namespace models {

template <class Row>
QVariant TableModel<Row>::value(const Row &row, int column, int role) const
{
    const Column<Row> &of = m_columns[size_t(column)];
    switch (role) {
    case Qt::DisplayRole:
        return of.display(row);
    case RawRole:
        return of.raw(row);
    case StatusRole:
        return of.status ? of.status(row) : QVariant();
    default:
        return own(row, column, role);
    }
}

template <class Row>
RowsModel::Change TableModel<Row>::difference(const Row &before, const Row &after) const
{
    Change change;
    if (before == after)
        return change;
    const QList<int> roles = QList<int> {Qt::DisplayRole, RawRole, StatusRole} + ownRoles();
    for (int column = 0; column < columnCount(); ++column) {
        for (const int role : roles) {
            if (value(before, column, role) == value(after, column, role))
                continue;
            change.first = change.first < 0 ? column : change.first;
            change.last = column;
            if (!change.roles.contains(role))
                change.roles.append(role);
        }
    }
    std::sort(change.roles.begin(), change.roles.end());
    return change;
}

template <class Row>
void TableModel<Row>::carryOut(const RowStep &step, const QList<Row> &fresh)
{
    switch (step.kind) {
    case RowStep::Remove:
        m_rows.remove(step.row, step.count);
        break;
    case RowStep::Insert:
        m_rows.insert(step.row, step.count, Row());
        std::copy_n(fresh.cbegin() + step.fresh, step.count, m_rows.begin() + step.row);
        break;
    case RowStep::Move:
        m_rows.move(step.from, step.row);
        break;
    case RowStep::Order: {
        QList<Row> ordered;
        ordered.reserve(m_rows.size());
        for (const qsizetype before : step.order)
            ordered.append(m_rows[before]);
        m_rows = std::move(ordered);
        break;
    }
    }
}

} // namespace models
