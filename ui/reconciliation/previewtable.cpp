#include "ui/reconciliation/previewtable.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"

#include <QHeaderView>

namespace ui {

void PreviewModel::setRows(const QList<QStringList> &rows)
{
    if (rows == m_rows)
        return; // a choice among them, perhaps by a click that is still under way
    beginResetModel();
    m_rows = rows;
    m_columns = 0;
    for (const QStringList &row : rows)
        m_columns = std::max(m_columns, int(row.size()));
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return role == Qt::DisplayRole ? models::plain(m_rows[index.row()].value(index.column()))
                                   : QVariant();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? tr("Column %1").arg(section + 1)
                                         : models::countText(section + 1);
}

PreviewTable::PreviewTable(QWidget *parent)
    : QTableView(parent)
{
    setTableLook(this);
    setModel(&m_model);
    setAccessibleName(tr("First rows of the file"));
    setSelectionBehavior(SelectColumns);
    setSelectionMode(SingleSelection);
    constexpr int wide = 180;
    horizontalHeader()->setDefaultSectionSize(wide);
    verticalHeader()->setVisible(true);
    connect(selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
            [this](const QModelIndex &current) {
                if (!m_isShowing && current.isValid())
                    Q_EMIT columnChosen(current.column());
            });
}

void PreviewTable::show(const models::UidPreview &preview, int column)
{
    m_isShowing = true;
    m_model.setRows(preview.rows);
    selectColumn(column);
    setCurrentIndex(m_model.index(0, column));
    m_isShowing = false;
}

} // namespace ui

#include "moc_previewtable.cpp"
