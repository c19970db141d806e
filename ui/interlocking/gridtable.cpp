#include "ui/interlocking/gridtable.h"

#include "models/support/roles.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int markWidth = 3;
constexpr int nameWidth = 200;
constexpr int quotaWidth = 120;

class QuotaDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!isChanged(index))
            return;
        const QRect mark = QStyle::visualRect(
            option.direction, option.rect,
            QRect(option.rect.topLeft(), QSize(markWidth, option.rect.height() - 1)));
        painter->fillRect(mark, Theme::current().accent);
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        QWidget *const editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setAccessibleName(
            index.model()->headerData(index.column(), Qt::Horizontal).toString());
        if (auto *const line = qobject_cast<QLineEdit *>(editor))
            line->setAlignment(Qt::AlignRight);
        return editor;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (isChanged(index))
            option->font.setBold(true);
    }

private:
    static bool isChanged(const QModelIndex &index)
    {
        return index.data(models::StatusRole).toInt() == models::InterlockingModel::Changed;
    }
};

} // namespace

GridTable::GridTable(models::InterlockingModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setTableLook(this);
    setAccessibleName(tr("Interlocking quotas"));
    setSelectionBehavior(SelectItems);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setItemDelegate(new QuotaDelegate(this));
    horizontalHeader()->setStretchLastSection(false);
    setTabKeyNavigation(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &GridTable::arrange);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &GridTable::selectionChangedByAny);
}

void GridTable::arrange()
{
    const int quota = m_model.quotaColumn();
    for (int column = 0; column < quota; ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::clamp(columnWidth(column) + space::page, nameWidth, 500));
    }
    setColumnWidth(quota, quotaWidth);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, quota));
}

QList<qsizetype> GridTable::chosenCells() const
{
    QList<qsizetype> cells;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (index.column() == m_model.quotaColumn())
            cells.append(index.row());
    }
    std::ranges::sort(cells);
    return cells;
}

void GridTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (hint == QAbstractItemDelegate::SubmitModelCache && below.isValid())
        setCurrentIndex(below);
}

} // namespace ui

#include "moc_gridtable.cpp"
