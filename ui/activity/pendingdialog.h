// The edits that wait to be sent, to be sent or discarded one by one.
#pragma once

#include "models/activity/pendingedits.h"
#include "models/support/tablemodel.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace models {
class Session;
}

namespace ui {

/// A row of the table: an edit and the name of its survey.
struct WaitingEdit
{
    models::PendingEdit edit;
    QString name;
    bool operator==(const WaitingEdit &) const = default;
};

/// Follows the session's edits and closes itself when none waits any more.
class PendingDialog : public QDialog
{
    Q_OBJECT

public:
    PendingDialog(models::Session &session, QWidget *parent);

private:
    void update();
    void updateButtons();
    QList<models::PendingEdit> chosen() const;

    models::Session &m_session;
    models::TableModel<WaitingEdit> *m_model;
    QTableView *m_table;
    QPushButton *m_send;
    QPushButton *m_discard;
};

} // namespace ui
