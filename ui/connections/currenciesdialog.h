// Which currency each number of the service means, for one connection.
#pragma once

class QWidget;

namespace models {
class Session;
}

namespace ui {

/// Opens the dialog and returns at once. `parent` doesn't outlive `session`.
void showCurrencies(models::Session &session, QWidget *parent);

} // namespace ui
