// The wheel over a field scrolls the page; it changes the field only while that has the focus.
#pragma once

class QApplication;

namespace ui {

/// Else whoever scrolls over a date, a number or a choice changes it without noticing. For all
/// fields of the program; once, at start.
void keepWheelFromFields(QApplication &application);

} // namespace ui
