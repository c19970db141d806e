// All surveys that are to be reconciled: how far each is, until when, and what it costs.
#pragma once

#include "api/types/ids.h"
#include "models/reconciliation/overviewmodel.h"
#include "models/support/sortedrows.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace models {
class Session;
}

namespace ui {

class EmptyState;

class ReconciliationOverview : public QWidget
{
    Q_OBJECT

public:
    ReconciliationOverview(models::Session &session, QWidget *parent);
    ~ReconciliationOverview() override;

    void refresh(); ///< asks the service for each that isn't settled
    void search(const QString &text); ///< of names and codes

Q_SIGNALS:
    void opened(const api::SurveyId &survey);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void checkUnknown();
    void makeTable();
    QBoxLayout *foot();
    void listen();
    void fill();
    void count();
    void showEmpty();

    models::Session &m_session;
    models::OverviewModel m_model;
    models::SortedRows m_filter;
    QTimer m_due; ///< many changes become one
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_stop = nullptr;
    bool m_hasAsked = false; ///< by itself, on the first visit
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
