// The window's own actions with their texts and shortcuts; each stands in a menu.
#pragma once

#include <QAction>
#include <QList>

class QMainWindow;

namespace ui {

/// Children of the window. `places` are in the order of ui::places(), `themes` of
/// Theme::Choice.
struct Actions
{
    explicit Actions(QMainWindow *window);

    QAction *newSurvey;
    QAction *fromBrief;
    QAction *connect;
    QAction *editConnection;
    QAction *removeConnection;
    QAction *closeTab;
    QAction *quit;
    QAction *find;
    QAction *refresh;
    QAction *palette;
    QAction *thresholds;
    QAction *about;
    QList<QAction *> places;
    QList<QAction *> themes;
};

} // namespace ui
