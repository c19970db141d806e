// Makes a combo box one that is searched by typing.
#pragma once

class QComboBox;

namespace ui {

/// What is typed lists the entries that hold it; Enter or leaving takes the first of them, and goes
/// back to the current entry when there is none. Nothing is ever inserted.
void makeSearchable(QComboBox *box);

} // namespace ui
