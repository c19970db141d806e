// The two views of one grid: a row for each combination, or its qualifications on two sides.
#pragma once

#include "models/interlocking/matrixmodel.h"
#include "ui/widgets/celltable.h"

namespace ui {

/// A row for each combination.
class GridList : public CellTable
{
    Q_OBJECT

public:
    explicit GridList(models::InterlockingModel &model, QWidget *parent = nullptr);

private:
    void arrange();

    models::InterlockingModel &m_model;
};

/// Headers on as many levels as qualifications stand there; they stay while one scrolls.
class GridMatrix : public CellTable
{
    Q_OBJECT

public:
    explicit GridMatrix(models::MatrixModel &model, QWidget *parent = nullptr);

private:
    void arrange();

    models::MatrixModel &m_model;
    QAbstractItemDelegate *m_totals = nullptr;
    QAbstractItemDelegate *m_chips = nullptr;
};

/// Whether grids are shown as a matrix where they can be: as it was chosen last, in the settings.
bool prefersMatrix();
void keepMatrix(bool isMatrix);

} // namespace ui
