// Where one was in a connection, so that the next start begins there.
#pragma once

#include <QStringList>

namespace ui {

class Workspace;

struct KeptPlaces
{
    int place = 0; ///< a row of ui::places()
    QStringList surveys; ///< the IDs of the open tabs, in their order
    int tab = 0; ///< the one in front: 0 is the list, the surveys follow
    bool operator==(const KeptPlaces &) const = default;
};

/// In the settings, by the connection's name. What is missing or makes no sense is the list.
KeptPlaces keptPlaces(const QString &connection);
void keepPlaces(const QString &connection, const KeptPlaces &places);
/// Goes where one was, and keeps from then on where one goes.
void followPlaces(Workspace &workspace, const QString &connection);
void movePlaces(const QString &before, const QString &now); ///< of a connection with a new name
void forgetPlaces(const QString &connection);

} // namespace ui
