// How the kinds of an import's rows are shown: their colours, and the chips that filter them.
#pragma once

#include "ui/reconciliation/uidlistview.h"

namespace ui {

Role importKindRole(int kind); ///< of a models::UidKind
QList<UidGroup> importGroups();

} // namespace ui
