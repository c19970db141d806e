// Hands a worker's result to a widget, unless the widget has gone meanwhile.
#pragma once

#include "models/files/finished.h"

namespace ui {

using models::whenFinished;

} // namespace ui
