// The survey platform's export beside what the service accepted: who is only there, who only here.
#pragma once

#include "models/reconciliation/platformcheck.h"
#include "models/reconciliation/shareduids.h"
#include "models/reconciliation/uidfile.h"

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
class FigureCard;
class OutcomesTable;
class Prompt;
class UidListView;

class PlatformPanel : public QWidget
{
    Q_OBJECT

public:
    PlatformPanel(Prompt &prompt, Banner &banner, QWidget *parent);
    ~PlatformPanel() override; ///< ends what runs

    void clear(); ///< another survey
    /// What the service accepted, and its own count of completes.
    void setService(models::SharedUids accepted, qint64 completes);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    QBoxLayout *actions();
    QBoxLayout *cards();
    QWidget *results(Prompt &prompt, Banner &banner);
    QComboBox *columnBox(const QString &name);
    void ask();
    void open(const QString &path);
    void offerColumns();
    void columnsChosen();
    void read();
    void check();
    void showFigures(const models::PlatformFigures &figures);
    void showState();

    Prompt &m_prompt;
    models::UidFile m_file;
    models::PlatformLayout m_layout;
    std::shared_ptr<const models::PlatformExport> m_export;
    models::SharedUids m_accepted = std::make_shared<api::UidList>();
    qint64 m_completes = 0;
    models::WorkPointer m_work;
    quint64 m_turn = 0; ///< of the last check that was asked for
    QPushButton *m_open = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QComboBox *m_uid = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_loi = nullptr;
    QComboBox *m_option = nullptr;
    QCheckBox *m_seconds = nullptr;
    QList<FigureCard *> m_cards;
    OutcomesTable *m_outcomes = nullptr;
    QLabel *m_options = nullptr;
    UidListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
