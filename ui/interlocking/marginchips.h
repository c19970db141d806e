// Tells of each crossed qualification whether the grid's margins agree with its quotas.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace models {
class InterlockingModel;
}

namespace ui {

class Chip;

/// A chip for each qualification that has quotas, wherever it stands in the matrix, and under them
/// the options that differ. Hidden while there is nothing to compare with.
class MarginChips : public QWidget
{
    Q_OBJECT

public:
    explicit MarginChips(QWidget *parent = nullptr);
    void show(const models::InterlockingModel &model);

private:
    Chip *chip(qsizetype at);

    QHBoxLayout *m_row;
    QList<Chip *> m_chips;
    QLabel *m_differing;
};

} // namespace ui
