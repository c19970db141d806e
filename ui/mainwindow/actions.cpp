#include "ui/mainwindow/actions.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QAction *make(QMainWindow *window, const QString &text, const QKeySequence &keys,
              const QIcon &icon = {})
{
    auto *const action = new QAction(icon, text, window);
    action->setShortcut(keys);
    window->addAction(action);
    return action;
}

QList<QAction *> themes(QMainWindow *window)
{
    auto *const group = new QActionGroup(window);
    QList<QAction *> all;
    for (const QString &name :
         {MainWindow::tr("As the &desktop"), MainWindow::tr("&Light"), MainWindow::tr("Dar&k")}) {
        QAction *const action = group->addAction(name);
        action->setCheckable(true);
        all.append(action);
    }
    return all;
}

} // namespace

Actions::Actions(QMainWindow *window)
    : newSurvey(make(window, MainWindow::tr("&New survey"), QKeySequence::New, icon(u"new"_s)))
    , connect(make(window, MainWindow::tr("&Connect to Audience-Align…"), {}, icon(u"connect"_s)))
    , removeConnection(make(window, MainWindow::tr("Re&move connection…"), {}))
    , closeTab(make(window, MainWindow::tr("C&lose tab"), QKeySequence(u"Ctrl+W"_s)))
    , quit(make(window, MainWindow::tr("&Quit"), QKeySequence(u"Ctrl+Q"_s)))
    , find(make(window, MainWindow::tr("&Find"), QKeySequence::Find, icon(u"search"_s)))
    , refresh(make(window, MainWindow::tr("&Refresh"), QKeySequence(u"F5"_s), icon(u"refresh"_s)))
    , palette(make(window, MainWindow::tr("Command &palette"), QKeySequence(u"Ctrl+K"_s)))
    , about(make(window, MainWindow::tr("&About AlignDesk"), {}))
    , places {make(window, MainWindow::tr("&Surveys"), QKeySequence(u"Ctrl+1"_s),
                   icon(u"surveys"_s)),
              make(window, MainWindow::tr("&Reconciliation"), QKeySequence(u"Ctrl+4"_s),
                   icon(u"reconciliation"_s))}
    , themes(ui::themes(window))
{
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

} // namespace ui
