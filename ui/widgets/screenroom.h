// Keeps each window within the screen that it opens on.
#pragma once

#include <QRect>

class QApplication;
class QSettings;
class QWidget;

namespace ui {

/// From here on each window that opens, be it the program's or one of Qt's, gets no larger than the
/// room that its screen has, and stands within it. Once, at start.
void keepWindowsOnScreen(QApplication &application);

/// `wanted` made to stand within `room`: first smaller, then moved. Pure.
QRect within(QRect wanted, const QRect &room);

/// What is left of the screen for a window's inside: the desktop's bars and the frame are taken
/// off. The frame is the window's own where that is known, and until then a usual one.
QRect roomFor(const QWidget &window);

/// Keeps where the window is, for the next start. Before it is hidden: without its frame a window
/// manager may put it elsewhere.
void savePlace(const QWidget &window, QSettings &settings);

/// Puts a window that isn't shown yet where `savePlace` found it, frame included, as far as the
/// screen has room; does nothing if nothing was kept.
void restorePlace(QWidget &window, const QSettings &settings);

} // namespace ui
