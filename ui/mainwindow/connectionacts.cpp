#include "ui/mainwindow/connectionacts.h"

#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/drafts/opencreations.h"
#include "models/support/plain.h"
#include "ui/connections/connectdialog.h"
#include "ui/mainwindow/keptplaces.h"
#include "ui/mainwindow/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompt.h"

namespace ui {

ConnectionActs::ConnectionActs(models::Connections &connections, Prompt &prompt, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_prompt(prompt)
    , m_window(window)
    , m_leaving(window)
{
    connect(&m_leaving, &Leaving::stayed, this, &ConnectionActs::stayed);
}

void ConnectionActs::setWorkspace(Workspace *workspace)
{
    m_leaving.cancel();
    m_workspace = workspace;
}

Leave ConnectionActs::leave(const QString &title) const
{
    if (!m_workspace)
        return {.title = title, .pages = {}, .creations = {}};
    models::Session &session = m_workspace->session();
    return {.title = title,
            .pages = m_workspace->pages(),
            .creations = session.creations().running(),
            .pending = &session.pending()};
}

QString ConnectionActs::leaveTitle() const
{
    return tr("Leave “%1” with unsaved changes?").arg(models::plain(m_connections.currentName()));
}

void ConnectionActs::leaveThen(std::function<void()> go, bool canKeep)
{
    Leave all = leave(leaveTitle());
    all.canKeep = canKeep;
    m_leaving.ask(all, std::move(go));
}

void ConnectionActs::leaveThen(const QString &title, std::function<void()> go)
{
    m_leaving.ask(leave(title), std::move(go));
}

bool ConnectionActs::hasUnsaved() const
{
    const Leave all = leave({});
    return !all.creations.isEmpty() || std::ranges::any_of(all.pages, [](const Page *page) {
        return !page->unsaved().isEmpty();
    });
}

void ConnectionActs::closeTab(Page *page, const QString &name, const std::function<void()> &close)
{
    Leave tab = leave(tr("Close “%1” with unsaved changes?").arg(models::plain(name)));
    tab.pages = {page};
    tab.creations.clear();
    m_leaving.ask(tab, close);
}

void ConnectionActs::open(const QString &name)
{
    leaveThen([this, name] { m_connections.open(name); });
}

void ConnectionActs::connectToService()
{
    leaveThen([this] {
        auto *const dialog = new ConnectDialog(m_connections, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void ConnectionActs::edit(const QString &name)
{
    leaveThen([this, name] {
        auto *const dialog = new ConnectDialog(m_connections, name, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void ConnectionActs::remove()
{
    const QString name = m_connections.currentName();
    QCoro::connect(m_connections.isUnclear(name), this,
                   [this, name](bool isUnclear) { askToRemove(name, isUnclear); });
}

void ConnectionActs::askToRemove(const QString &name, bool isUnclear)
{
    const QString unclear = isUnclear
        ? tr("Whether a survey was created or a list submitted is still unclear: AlignDesk will no "
             "longer look for it.")
            + u'\n'
        : QString();
    const Question question {
        tr("Remove the connection “%1”?").arg(models::plain(name)),
        unclear
            + tr("Its key and all that AlignDesk keeps of it are deleted from this "
                 "computer: drafts, pending edits, submitted lists, logs and "
                 "history. Nothing changes at Audience-Align."),
        tr("Remove connection")};
    m_prompt.ask(m_window, question, this, [this, name](bool isConfirmed) {
        if (!isConfirmed || name != m_connections.currentName())
            return;
        Leave all = leave(leaveTitle());
        all.canKeep = false; // what waits is deleted with the connection
        m_leaving.ask(all, [this, name] {
            m_connections.remove(name);
            forgetPlaces(name);
        });
    });
}

} // namespace ui

#include "moc_connectionacts.cpp"
