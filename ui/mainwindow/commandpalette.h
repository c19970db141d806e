// All actions of the window by name: type a part of it, Enter runs it.
#pragma once

#include <QAction>
#include <QDialog>

class QLineEdit;
class QListWidget;

namespace ui {

/// Shown with open(). Actions that can't run now are listed behind the others, and don't.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void run();

    QList<QPointer<QAction>> m_actions;
    QLineEdit *m_search;
    QListWidget *m_list;
};

/// Of all menus of the bar and their submenus, without separators.
QList<QAction *> allActions(const QWidget &menuBar);

} // namespace ui
