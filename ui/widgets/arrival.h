// How the focus comes to a field of which all is to be selected.
#pragma once

#include <Qt>

namespace ui {

/// Whether a person has gone to the field to enter something: by a key, or led there by a button.
/// Not by a click, which places the cursor first, nor when its window only comes back.
constexpr bool isArrival(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
}

} // namespace ui
