// The icon set of resources/icons, drawn in the text colour of the theme.
#pragma once

#include <QIcon>
#include <QString>

namespace ui {

/// `name` is the file's, without its ending. Follows the palette when it is painted; crisp at any
/// scale. An unknown name is a programming error and answers an empty icon.
QIcon icon(const QString &name);

/// The program's own, in its own colours.
QIcon applicationIcon();

} // namespace ui
