// Rows of values as a table: columns are data, and rows change by a minimal difference.
#pragma once

#include "models/support/rowsmodel.h"

#include <QHash>

#include <span>

namespace models {

/// One column as data: keep a constexpr table of them. `display` is what is read, `raw` what is
/// compared; `status` may be missing.
template <class Row>
struct Column
{
    const char *title;
    QVariant (*display)(const Row &);
    QVariant (*raw)(const Row &);
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    QVariant (*status)(const Row &) = nullptr;
};

/// What RowsModel needs of a table of columns.
template <class Row>
QList<RowsModel::Heading> headings(std::span<const Column<Row>> columns)
{
    QList<RowsModel::Heading> all;
    for (const Column<Row> &column : columns)
        all.append({column.title, column.alignment});
    return all;
}

/// Rows change in three ways: setRows() resets, sync() keeps selection and scroll, replaceRow()
/// edits. `columns` must outlive the model.
template <class Row>
class TableModel : public RowsModel
{
public:
    TableModel(std::span<const Column<Row>> columns, const char *context, QObject *parent = nullptr)
        : RowsModel(headings(columns), context, parent)
        , m_columns(columns)
    {
    }

    const QList<Row> &rows() const { return m_rows; }
    const Row &row(const QModelIndex &index) const { return m_rows[index.row()]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
        const Row &row = m_rows[index.row()];
        return role == Qt::TextAlignmentRole ? alignment(index.column())
                                             : value(row, index.column(), role);
    }

    /// Drops selection and scroll: for another subject, not for fresh values of the same one.
    void setRows(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// Turns the rows into `fresh` with the fewest removals, moves and insertions. `key` tells who
    /// a row is (hashable); one that comes twice in `fresh` counts once, the first time.
    template <class Key>
    void sync(QList<Row> fresh, Key key)
    {
        QHash<std::decay_t<std::invoke_result_t<Key, const Row &>>, qsizetype> at;
        fresh.removeIf([&](const Row &row) {
            const auto id = std::invoke(key, row);
            if (at.contains(id))
                return true;
            at.insert(id, at.size());
            return false;
        });
        QList<qsizetype> place;
        for (const Row &row : std::as_const(m_rows))
            place.append(at.value(std::invoke(key, row), -1));
        perform(rowSteps(place, fresh.size()), [&](const RowStep &step) { carryOut(step, fresh); });
        QList<Change> changes(fresh.size());
        for (qsizetype i = 0; i < fresh.size(); ++i)
            changes[i] = difference(m_rows[i], fresh[i]);
        m_rows = std::move(fresh);
        tell(changes);
    }

    void replaceRow(qsizetype at, const Row &fresh)
    {
        const Change change = difference(m_rows[at], fresh);
        m_rows[at] = fresh;
        tell({change}, at);
    }

protected:
    /// A model's own roles, beyond the columns' table; name them in ownRoles().
    virtual QVariant own(const Row &, int /*column*/, int /*role*/) const { return {}; }
    virtual QList<int> ownRoles() const { return {}; }

private:
    QVariant value(const Row &row, int column, int role) const;
    Change difference(const Row &before, const Row &after) const;
    void carryOut(const RowStep &step, const QList<Row> &fresh);

    std::span<const Column<Row>> m_columns;
    QList<Row> m_rows;
};

} // namespace models

#include "models/support/tablemodelimpl.h"
