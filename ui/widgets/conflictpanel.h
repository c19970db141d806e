// Cells that the server changed while they were edited here, to be settled one by one.
#pragma once

#include <QFrame>
#include <QList>

class QTableWidget;

namespace ui {

/// One cell on its three sides, each as a person reads it.
struct ConflictRow
{
    qsizetype cell = 0;
    QString name;
    QString before;
    QString theirs;
    QString mine;
};

/// Shown while there is something to settle, and no larger than a part of its page. What is kept as
/// mine is sent by the next save.
class ConflictPanel : public QFrame
{
    Q_OBJECT

public:
    /// `caption` says what a row is: "Combination".
    explicit ConflictPanel(const QString &caption, QWidget *parent = nullptr);
    /// None hides it. What isn't settled yet must be among them, or it is forgotten.
    void show(const QList<ConflictRow> &conflicts);
    const QList<ConflictRow> &open() const { return m_rows; } ///< what isn't settled yet
    void focusRows();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void theirsTaken(const QList<ui::ConflictRow> &rows);

private:
    QLayout *heading();
    void settle(bool isTheirs);
    void fit();

    QTableWidget *m_table;
    QList<ConflictRow> m_rows;
};

} // namespace ui
