// Answers of the feasibility service side by side, sorted by any column.
#pragma once

#include "models/feasibility/scenariomodel.h"
#include "models/support/sortedrows.h"

#include <QTableView>

namespace ui {

class ScenarioTable : public QTableView
{
    Q_OBJECT

public:
    ScenarioTable(const QString &name, QWidget *parent);

    void setRows(const QList<models::ScenarioRow> &rows); ///< keeps the selection
    const models::ScenarioRow *chosen() const; ///< nullptr without a current row
    void choose(const QString &run, int place); ///< that row, if it is there

Q_SIGNALS:
    void chosenChanged();

private:
    models::ScenarioModel m_model;
    models::SortedRows *m_sorted;
};

} // namespace ui
