// All actions of the window by name: type a part of it, Enter runs it.
#pragma once

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace ui {

struct PaletteCommand
{
    QPointer<QAction> action;
    QString menu; ///< the submenu that its name needs to be understood, "View: Theme"; or empty
};

/// Shown with open(). Actions that can't run now are listed behind the others, and don't.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(QList<PaletteCommand> commands, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void run();

    QList<PaletteCommand> m_commands;
    QLineEdit *m_search;
    QListWidget *m_list;
};

/// Of all menus of the bar and their submenus, without separators.
QList<PaletteCommand> allCommands(const QWidget &menuBar);

/// The palette of the bar's menus, without the action that opens it.
void openPalette(const QWidget &menuBar, const QAction &palette, QWidget *parent);

} // namespace ui
