// Opens, adds and removes connections, after what is unsaved has been asked about.
#pragma once

#include "ui/mainwindow/leaving.h"

namespace models {
class Connections;
}

namespace ui {

class Prompt;
class Workspace;

/// Another connection replaces the workspace with all that is edited in it; whoever wants one
/// comes here.
class ConnectionActs : public QObject
{
    Q_OBJECT

public:
    ConnectionActs(models::Connections &connections, Prompt &prompt, QWidget *window);

    void setWorkspace(Workspace *workspace); ///< nullptr while no connection is open
    void open(const QString &name);
    void connectToService(); ///< asks for a new connection
    void edit(const QString &name); ///< asks for what is to be changed of a connection
    void remove(); ///< the open one, with what is kept of it
    /// Runs `go`, which drops the workspace, at once or when the person agrees. `canKeep`: edits
    /// that are kept as pending outlive it.
    void leaveThen(std::function<void()> go, bool canKeep = true);
    /// Likewise for the window: `title` asks for what goes.
    void leaveThen(const QString &title, std::function<void()> go);
    bool hasUnsaved() const;
    void closeTab(Page *page, const QString &name, const std::function<void()> &close);

Q_SIGNALS:
    void stayed(const QString &what, const QString &why);

private:
    void askToRemove(const QString &name, bool isUnclear);
    Leave leave(const QString &title) const;
    QString leaveTitle() const;

    models::Connections &m_connections;
    Prompt &m_prompt;
    QWidget *m_window;
    Workspace *m_workspace = nullptr;
    Leaving m_leaving;
};

} // namespace ui
