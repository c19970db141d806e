#include "models/interlocking/matrixmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

using namespace Qt::StringLiterals;

namespace models {

MatrixModel::MatrixModel(InterlockingModel &cells, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cells(cells)
{
    connect(&cells, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&cells, &QAbstractItemModel::modelReset, this, [this] {
        measure();
        endResetModel();
    });
    connect(&cells, &InterlockingModel::edited, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    measure();
}

void MatrixModel::measure()
{
    const InterlockingGrid &grid = m_cells.grid();
    m_rows = grid.isFlat() ? 0 : 1;
    for (int level = 0; level < sideLevels() && !grid.isFlat(); ++level)
        m_rows *= int(grid.dimensions[level].options.size());
    m_columns = m_rows == 0 ? 0 : int(grid.cells.size()) / m_rows;
}

int MatrixModel::sideLevels() const
{
    return m_cells.grid().dimensions.size() > 3 ? 2 : 1;
}

int MatrixModel::topLevels() const
{
    return std::max(1, int(m_cells.grid().dimensions.size()) - sideLevels());
}

int MatrixModel::marginColumn() const
{
    return m_columns + 1;
}

int MatrixModel::totalRow() const
{
    return m_rows;
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows == 0 ? 0 : m_rows + 1;
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows == 0 ? 0 : m_columns + 2;
}

bool MatrixModel::isCell(const QModelIndex &index) const
{
    return index.row() < m_rows && index.column() < m_columns;
}

QModelIndex MatrixModel::source(const QModelIndex &index) const
{
    return m_cells.index(index.row() * m_columns + index.column(), m_cells.quotaColumn());
}

qint64 MatrixModel::total(const QModelIndex &index) const
{
    const QList<GridCellState> &cells = m_cells.grid().cells;
    qint64 sum = 0;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const bool isRow = index.row() == m_rows || index.row() == row;
            const bool isColumn = index.column() == m_columns || index.column() == column;
            sum += isRow && isColumn ? cells[row * m_columns + column].current : 0;
        }
    }
    return sum;
}

QVariant MatrixModel::totalData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return countText(total(index));
    case RawRole:
        return total(index);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1, total %2")
            .arg(index.row() == m_rows ? levels(index.column(), Qt::Horizontal).join(u", "_s)
                                       : levels(index.row(), Qt::Vertical).join(u", "_s),
                 countText(total(index)));
    default:
        return {};
    }
}

QVariant MatrixModel::marginData(int row, int role) const
{
    if (row >= m_rows || sideLevels() > 1)
        return {};
    const auto [text, status] = m_cells.agreement(0, row);
    if (role == Qt::DisplayRole)
        return text;
    if (role == StatusRole)
        return int(status);
    if (role == Qt::AccessibleTextRole && !text.isEmpty())
        return levels(row, Qt::Vertical).join(u", "_s) + u", "_s + text;
    return {};
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (index.column() == marginColumn())
        return marginData(index.row(), role);
    if (!isCell(index))
        return totalData(index, role);
    return m_cells.data(source(index), role);
}

bool MatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) && isCell(index)
        && m_cells.setData(source(index), value, role);
}

QStringList MatrixModel::levels(int section, Qt::Orientation orientation) const
{
    const bool isTop = orientation == Qt::Horizontal;
    if (section == (isTop ? m_columns : m_rows))
        return {tr("Total")};
    if (section > m_columns)
        return {tr("Margin")};
    const QList<GridDimension> &dimensions = m_cells.grid().dimensions;
    const qsizetype first = isTop ? sideLevels() : 0;
    const qsizetype end = isTop ? dimensions.size() : sideLevels();
    QStringList names;
    for (qsizetype level = end - 1; level >= first; --level) {
        const QStringList &options = dimensions[level].options;
        names.prepend(plain(options[section % options.size()]));
        section /= int(options.size());
    }
    return names.isEmpty() ? QStringList(tr("Quota")) : names;
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int count = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= count)
        return {};
    if (role == InterlockingModel::LevelsRole)
        return levels(section, orientation);
    if (role == Qt::DisplayRole)
        return levels(section, orientation).join(u", "_s);
    if (role == Qt::TextAlignmentRole)
        return int((orientation == Qt::Horizontal && section != marginColumn() ? Qt::AlignRight
                                                                               : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    return isCell(index) ? m_cells.flags(source(index))
                         : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace models

#include "moc_matrixmodel.cpp"
