// The cells that the server changed while they were edited here, to be settled one by one.
#pragma once

#include "models/interlocking/interlockinggrid.h"

#include <QFrame>

class QTableWidget;

namespace ui {

/// Shown while there is something to settle. What is kept as mine is sent by the next save.
class ConflictPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ConflictPanel(QWidget *parent = nullptr);
    void show(const models::MergedGrid &merged);

Q_SIGNALS:
    void theirsTaken(const QList<qsizetype> &cells);

private:
    void settle(bool isTheirs);

    QTableWidget *m_table;
    QList<qsizetype> m_cells; ///< of each row
};

} // namespace ui
