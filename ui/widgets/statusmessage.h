// A short word in the window's status bar about something that was just done.
#pragma once

class QString;
class QWidget;

namespace ui {

/// Shown for ten seconds in the status bar of the main window around `from`, and read out by screen
/// readers; nothing happens in any other window. Plain text.
void showStatusMessage(QWidget *from, const QString &text);

} // namespace ui
