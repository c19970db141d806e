// The rule for deadlines of reconciliations, and how long before them the reminder comes.
#pragma once

class QWidget;

namespace models {
class ReconciliationPlans;
}

namespace ui {

/// Opens the dialog and returns at once. `parent` doesn't outlive `plans`.
void showDeadlines(models::ReconciliationPlans &plans, QWidget *parent);

} // namespace ui
