// A table whose cells are edited as in a spreadsheet.
#pragma once

#include "models/support/cells.h"

#include <QTableView>

namespace ui {

/// Shows any model that answers CellRole. Typing replaces, Enter goes on below, Tab beside. Cells
/// whose StatusRole is CellState::Changed have a mark and are bold, those that are Refused have an
/// exclamation mark. A refresh never takes away what is being typed.
class CellTable : public QTableView
{
    Q_OBJECT

public:
    explicit CellTable(QAbstractItemModel &model, QWidget *parent = nullptr);

    QList<qsizetype> chosenCells() const; ///< those selected, ascending
    models::CellBlock chosenBlock() const; ///< the smallest block around them
    /// From the selection's first cell on, as large as wished; -1 outside of the table's cells.
    models::CellBlock blockOf(qsizetype rows, qsizetype columns) const;
    bool hasOneColumn() const; ///< cells stand under one another only
    void select(qsizetype cell);
    void finishEditing(); ///< takes what is being typed, as Enter does

Q_SIGNALS:
    void selectionChangedByAny();

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    qsizetype cellAt(int row, int column) const;
    QRect chosenArea() const;
    bool jump(int key);
};

} // namespace ui
