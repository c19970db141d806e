// Keeps each window within the screen that it opens on.
#pragma once

#include <QRect>

class QApplication;
class QWidget;

namespace ui {

/// From here on each window that opens, be it the program's or one of Qt's, gets no larger than the
/// room that its screen has, and stands within it. Once, at start.
void keepWindowsOnScreen(QApplication &application);

/// `wanted` made to stand within `room`: first smaller, then moved. Pure.
QRect within(QRect wanted, const QRect &room);

/// What is left of the screen for a window's inside: the desktop's bars and a frame are taken off.
QRect roomFor(const QWidget &window);

} // namespace ui
