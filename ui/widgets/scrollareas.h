// A repair of how Qt tells assistive programs about scroll areas.
#pragma once

namespace ui {

/// In Qt 6.4 an assistive program that asks a scroll area for a child that has just gone, as a
/// scroll bar does that is no longer needed, makes the program read beyond a list and end. From
/// here on scroll areas are told as other widgets are, whose bounds are checked. Once, at start.
void makeScrollAreasSafe();

} // namespace ui
