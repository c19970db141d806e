// A survey's interlocking quotas as an editable list.
#pragma once

#include "models/interlocking/interlockingmodel.h"
#include "models/interlocking/interlockingstore.h"

#include <QUndoStack>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace models {
class SurveyStore;
}

namespace ui {

class Banner;
class ConflictPanel;
class EmptyState;
class GridChooser;
class GridTable;
class Prompt;

/// What is edited here stays through failed saves and refreshes until it is saved or reverted.
class InterlockingPage : public QWidget
{
    Q_OBJECT

public:
    InterlockingPage(api::Client &client, models::SurveyStore &surveys, api::SurveyId survey,
                     Prompt &prompt, QWidget *parent = nullptr);

    void refresh();
    QList<QAction *> editActions() const { return m_actions; }
    qsizetype unsavedCells() const;

private:
    void build();
    void buildActions();
    QWidget *toolbar();
    void listen();
    void take(const models::InterlockingGrid &fresh);
    void push(const models::GridEdit &edit, const QString &name);
    void paste();
    void create(const QList<api::QualificationCode> &codes, const QString &names);
    void showFailure(const api::ApiError &error);
    void showInputProblem(const QString &what, const QString &why);
    void showStanding();
    void showFigures();

    models::SurveyStore &m_surveys;
    api::SurveyId m_survey;
    Prompt &m_prompt;
    models::InterlockingStore m_store;
    models::InterlockingModel m_model;
    QUndoStack m_undo;
    QList<QAction *> m_actions;
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    bool m_isSaving = false;
    bool m_isInputProblem = false; ///< the banner is about what was typed or pasted
    Banner *m_banner = nullptr;
    ConflictPanel *m_conflicts = nullptr;
    QStackedWidget *m_stack = nullptr;
    GridTable *m_table = nullptr;
    GridChooser *m_chooser = nullptr;
    EmptyState *m_waiting = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_footer = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace ui
