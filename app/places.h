// Where this run keeps its data and settings.
#pragma once

#include <QString>

namespace app {

/// Makes `wanted` (or the usual folder when it is empty), for this person only, and has QSettings
/// write its INI file there. Answers the folder.
QString preparePlaces(const QString &wanted);

/// Where that is, without making anything.
QString dataFolder(const QString &wanted);

/// Settings that can't be read are set aside, so that the program starts with its defaults.
/// Answers the name of what was set aside, or nothing.
QString checkSettings();

} // namespace app
