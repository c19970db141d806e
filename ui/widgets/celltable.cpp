#include "ui/widgets/celltable.h"

#include "models/support/roles.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int markWidth = 3;
constexpr int refusedWidth = 16;

class QuotaDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (is(index, models::CellState::Refused))
            return paintRefused(painter, option);
        if (!is(index, models::CellState::Changed))
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

    /// What is being typed stays when a refresh brings another value meanwhile.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto *const line = qobject_cast<const QLineEdit *>(editor);
        if (!line || !line->isModified())
            QStyledItemDelegate::setEditorData(editor, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (is(index, models::CellState::Changed))
            option->font.setBold(true);
    }

private:
    static bool is(const QModelIndex &index, models::CellState state)
    {
        const QVariant status = index.data(models::StatusRole);
        return status.isValid() && status.toInt() == int(state);
    }

    static void paintRefused(QPainter *painter, const QStyleOptionViewItem &option)
    {
        const Ink ink = Theme::current().ink(Role::Error);
        const QRect whole = option.rect.adjusted(0, 0, 0, -1);
        const QRect mark = QStyle::visualRect(
            option.direction, whole, QRect(whole.topLeft(), QSize(refusedWidth, whole.height())));
        painter->save();
        painter->fillRect(mark, ink.surface);
        painter->setPen(ink.text);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->drawText(mark, Qt::AlignCenter, u"!"_s);
        painter->restore();
    }
};

} // namespace

CellTable::CellTable(QAbstractItemModel &model, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setTableLook(this);
    setSelectionBehavior(SelectItems);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setItemDelegate(new QuotaDelegate(this));
    horizontalHeader()->setStretchLastSection(false);
    setTabKeyNavigation(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CellTable::selectionChangedByAny);
}

qsizetype CellTable::cellAt(int row, int column) const
{
    const QVariant cell = model()->index(row, column).data(models::CellRole);
    return cell.isValid() ? cell.toInt() : -1;
}

QList<qsizetype> CellTable::chosenCells() const
{
    QList<qsizetype> cells;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        const qsizetype cell = cellAt(index.row(), index.column());
        if (cell >= 0)
            cells.append(cell);
    }
    std::ranges::sort(cells);
    return cells;
}

/// In rows and columns; what is no cell doesn't count.
QRect CellTable::chosenArea() const
{
    QRect area;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (cellAt(index.row(), index.column()) >= 0)
            area |= QRect(index.column(), index.row(), 1, 1);
    }
    const QModelIndex current = currentIndex();
    if (area.isEmpty() && current.isValid() && cellAt(current.row(), current.column()) >= 0)
        area = QRect(current.column(), current.row(), 1, 1);
    return area;
}

models::CellBlock CellTable::chosenBlock() const
{
    const QRect area = chosenArea();
    return blockOf(area.height(), area.width());
}

models::CellBlock CellTable::blockOf(qsizetype rows, qsizetype columns) const
{
    const QRect area = chosenArea();
    models::CellBlock block;
    for (qsizetype row = 0; row < rows && !area.isEmpty(); ++row) {
        QList<qsizetype> cells;
        for (qsizetype column = 0; column < columns; ++column)
            cells.append(cellAt(area.top() + int(row), area.left() + int(column)));
        block.append(cells);
    }
    return block;
}

bool CellTable::hasOneColumn() const
{
    return cellAt(0, 0) < 0;
}

void CellTable::select(qsizetype cell)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (cellAt(row, column) != cell)
                continue;
            setCurrentIndex(model()->index(row, column));
            return;
        }
    }
}

void CellTable::finishEditing()
{
    if (state() == EditingState)
        setFocus(); // an editor that loses the focus hands over what it has
}

void CellTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (hint == QAbstractItemDelegate::SubmitModelCache && below.isValid())
        setCurrentIndex(below);
}

/// To the last cell in that direction, as Ctrl and an arrow do in a spreadsheet.
bool CellTable::jump(int key)
{
    const bool isMirrored = isRightToLeft();
    const int right = (key == Qt::Key_Right) - (key == Qt::Key_Left);
    const int column = isMirrored ? -right : right;
    const int row = (key == Qt::Key_Down) - (key == Qt::Key_Up);
    QModelIndex at = currentIndex();
    if ((row == 0 && column == 0) || !at.isValid())
        return false;
    for (QModelIndex next = at.sibling(at.row() + row, at.column() + column);
         next.isValid() && cellAt(next.row(), next.column()) >= 0;
         next = next.sibling(next.row() + row, next.column() + column))
        at = next;
    setCurrentIndex(at);
    return true;
}

void CellTable::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && jump(event->key()))
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (isEnter && event->modifiers() == Qt::NoModifier && state() != EditingState
        && below.isValid())
        return setCurrentIndex(below);
    QTableView::keyPressEvent(event);
}

} // namespace ui

#include "moc_celltable.cpp"
