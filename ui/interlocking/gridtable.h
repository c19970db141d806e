// The table in which a grid's cells are edited, as in a spreadsheet.
#pragma once

#include "models/interlocking/interlockingmodel.h"

#include <QTableView>

namespace ui {

/// Typing replaces, Enter goes on below. Changed cells have a mark and are bold.
class GridTable : public QTableView
{
    Q_OBJECT

public:
    explicit GridTable(models::InterlockingModel &model, QWidget *parent = nullptr);

    QList<qsizetype> chosenCells() const; ///< rows in which the quota is selected, from the top

Q_SIGNALS:
    void selectionChangedByAny();

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void arrange();

    models::InterlockingModel &m_model;
};

} // namespace ui
