// `aligndesk fit FILE`: whole numbers for an interlocking grid from its margins, for scripts.
#pragma once

#include <QStringList>

namespace app {

/// FILE holds `{"margins": [[30, 70], [50, 50]], "seed": [1, 1, 1, 1], "minimum": 1}`; seed
/// (row-major) and minimum may be left out. Prints `{"cells": […], "fitted": […], "rounds": n}`.
/// 0, or 2 with the reason on standard error.
int fit(const QStringList &arguments);

} // namespace app
