// Help > About AlignDesk: the version and the licence.
#pragma once

class QWidget;

namespace ui {

void showAbout(QWidget *parent); ///< opens it and returns at once

} // namespace ui
