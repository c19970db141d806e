// The colours by which people tell their connections apart: roles of the theme.
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>
#include <QList>

namespace ui {

/// `key` is what models::Connection keeps; the word stands wherever the colour does.
struct ConnectionColour
{
    QString key;
    QString word;
    Role role;
};

QList<ConnectionColour> connectionColours();

/// A dot in the colour of `key`, neutral for an unknown one. Follows the theme when painted.
QIcon colourMark(const QString &key);

} // namespace ui
