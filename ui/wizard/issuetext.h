// The issues of a step that has no single field for them, as a text below it.
#pragma once

#include "models/support/issue.h"

#include <functional>

class QLabel;

namespace ui {

/// Those whose field `owns` answers true for, each on a line; hides the label without any.
void showIssueText(QLabel *label, const QList<models::Issue> &issues,
                   const std::function<bool(const QByteArray &)> &owns);

} // namespace ui
