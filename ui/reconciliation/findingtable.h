// The table of what is the matter with which line.
#pragma once

class QTableView;
class QWidget;

namespace models {
class FindingModel;
}

namespace ui {

/// UIDs monospaced, findings as chips.
QTableView *findingTable(models::FindingModel &findings, QWidget *parent);

} // namespace ui
