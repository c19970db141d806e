#include "ui/mainwindow/actions.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/places.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QCoreApplication>

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

QList<QAction *> placeActions(QMainWindow *window)
{
    QList<QAction *> all;
    for (const Place &place : places())
        all.append(make(window, QCoreApplication::translate("ui::Places", place.name),
                        QKeySequence(QString::fromLatin1(place.shortcut)),
                        icon(QString::fromLatin1(place.icon))));
    return all;
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
    , fromBrief(make(window, MainWindow::tr("From a &brief…"), QKeySequence(u"Ctrl+Shift+N"_s),
                     icon(u"import"_s)))
    , connect(make(window, MainWindow::tr("&Connect to Audience-Align…"), {}, icon(u"connect"_s)))
    , editConnection(make(window, MainWindow::tr("E&dit connection…"), {}))
    , removeConnection(make(window, MainWindow::tr("Re&move connection…"), {}))
    , closeTab(make(window, MainWindow::tr("C&lose tab"), QKeySequence(u"Ctrl+W"_s)))
    , quit(make(window, MainWindow::tr("&Quit"), QKeySequence(u"Ctrl+Q"_s)))
    , find(make(window, MainWindow::tr("&Find"), QKeySequence::Find, icon(u"search"_s)))
    , refresh(make(window, MainWindow::tr("&Refresh"), QKeySequence(u"F5"_s), icon(u"refresh"_s)))
    , palette(make(window, MainWindow::tr("Command &palette"), QKeySequence(u"Ctrl+K"_s)))
    , thresholds(make(window, MainWindow::tr("Attention &thresholds…"), {}))
    , about(make(window, MainWindow::tr("&About AlignDesk"), {}))
    , places(placeActions(window))
    , themes(ui::themes(window))
{
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

} // namespace ui
