// A survey's interlocking quotas as an editable list or matrix.
#pragma once

#include "models/interlocking/interlockingmodel.h"
#include "models/interlocking/interlockingstore.h"
#include "models/interlocking/matrixmodel.h"
#include "ui/survey/surveysection.h"
#include "ui/widgets/banner.h"

#include <QUndoStack>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
namespace models {
class Session;
}

namespace ui {

class CallIndicator;
class ConflictPanel;
struct ConflictRow;
class DistributePanel;
class EmptyState;
class GridChooser;
class MarginChips;
class CellTable;
class Prompt;

/// What is edited here stays through failed saves and refreshes until it is saved or reverted.
class InterlockingPage : public SurveySection
{
    Q_OBJECT

public:
    InterlockingPage(models::Session &session, api::SurveyId survey, Prompt &prompt,
                     QWidget *parent = nullptr);

    void refresh() override;
    QList<QAction *> editActions() const override { return m_actions; }
    QString unsaved() const override;
    QString unkeepable() const override { return {}; }
    void keepUnsaved() override;
    void saveUnsaved() override;
    qsizetype unsavedCells() const;

Q_SIGNALS:
    void quotasWanted(const QList<api::Quota> &quotas); ///< the margins, for the single ones

private:
    void build();
    void buildActions();
    QWidget *toolbar();
    QWidget *viewSwitch();
    CellTable *table() const; ///< the view that is shown
    void setMatrix(bool isMatrix);
    void fill(bool isDown);
    void askQuotas();
    void distribute();
    void chooseAnew();
    void find();
    void listen();
    void takeKnown(const models::InterlockingGrid &known);
    void take(const models::InterlockingGrid &fresh);
    void showAbsent();
    void save();
    void showGrid(const models::MergedGrid &merged);
    void push(const models::GridEdit &edit, const QString &name, std::function<void()> undone = {});
    void takeTheirs(const QList<ConflictRow> &rows);
    void paste();
    void applyPaste(const models::GridPaste &paste);
    void create(const QList<api::Qualification> &crossed);
    void offerAnew();
    void carryOver(const models::InterlockingGrid &old);
    QString title() const;
    models::InterlockingGrid edited() const;
    void dropWaiting();
    void followWaiting();
    void showFailure(const api::ApiError &error, models::InterlockingStore::Act act);
    void showInputNote(Tone tone, const QString &what, const QString &why = {});
    void showStanding();
    void showFigures();
    void showKeptOther(int cells);

    models::Session &m_session;
    api::SurveyId m_survey;
    Prompt &m_prompt;
    models::InterlockingStore m_store;
    models::InterlockingModel m_model;
    models::MatrixModel m_matrixModel {m_model};
    QUndoStack m_undo;
    QList<QAction *> m_actions;
    QAction *m_save = nullptr, *m_revert = nullptr;
    bool m_waits = false; ///< edits were kept for later
    bool m_isInputProblem = false; ///< the banner is about what was typed or pasted
    bool m_isTold = false; ///< what the banner says stays through the reading that follows
    Banner *m_banner = nullptr;
    ConflictPanel *m_conflicts = nullptr;
    QStackedWidget *m_stack = nullptr;
    CellTable *m_list = nullptr, *m_matrix = nullptr;
    DistributePanel *m_distribution = nullptr;
    QPushButton *m_listButton = nullptr, *m_matrixButton = nullptr;
    QLineEdit *m_find = nullptr;
    QAction *m_distribute = nullptr;
    QAction *m_anew = nullptr;
    QAction *m_toQuotas = nullptr;
    std::optional<models::InterlockingGrid> m_replaced; ///< while another is created
    bool m_isMatrix = false;
    GridChooser *m_chooser = nullptr;
    EmptyState *m_waiting = nullptr;
    QLabel *m_title = nullptr;
    MarginChips *m_margins = nullptr;
    QLabel *m_footer = nullptr;
    CallIndicator *m_calls = nullptr;
};

} // namespace ui
