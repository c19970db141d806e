// The survey platform's export beside what the service accepted: who is only there, who only here.
#pragma once

#include "models/reconciliation/platformcheck.h"
#include "models/reconciliation/platformsession.h"
#include "models/reconciliation/shareduids.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class OutcomesTable;
class PlatformCards;
class Prompt;
class UidListView;

/// Shows one PlatformSession at a time: another survey begins another one.
class PlatformPanel : public QWidget
{
    Q_OBJECT

public:
    PlatformPanel(Prompt &prompt, Banner &banner, QWidget *parent);
    ~PlatformPanel() override; ///< ends what runs

    void clear(); ///< another survey
    /// What the service accepted, nullptr while it hasn't said so, and its own count of completes.
    void setService(models::SharedUids accepted, std::optional<qint64> completes);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    QBoxLayout *actions();
    QWidget *results(Prompt &prompt, Banner &banner);
    QComboBox *columnBox(const QString &name);
    void ask();
    void offerColumns();
    void columnsChosen();
    void check();
    void showOptions();
    void showState();

    Prompt &m_prompt;
    std::unique_ptr<models::PlatformSession> m_session;
    std::shared_ptr<const models::PlatformCheck> m_check; ///< nullptr: nothing is compared
    models::SharedUids m_accepted;
    std::optional<qint64> m_completes;
    quint64 m_turn = 0; ///< of the last check that was asked for
    QPushButton *m_open = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QComboBox *m_uid = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_loi = nullptr;
    QComboBox *m_option = nullptr;
    QCheckBox *m_seconds = nullptr;
    PlatformCards *m_cards = nullptr;
    OutcomesTable *m_outcomes = nullptr;
    QLabel *m_options = nullptr;
    UidListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
