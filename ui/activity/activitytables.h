// The tables of the journal and of the change log.
#pragma once

class QTableView;
class QWidget;

namespace models {
class ActivityFilter;
}

namespace ui {

/// Results as chips; without `isOfAll` the survey's column is hidden.
QTableView *callTable(models::ActivityFilter &calls, bool isOfAll, QWidget *parent);
QTableView *changeTable(models::ActivityFilter &changes, bool isOfAll, QWidget *parent);

} // namespace ui
