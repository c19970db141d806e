// Quotas in a table with all that edits them: of a draft in the wizard, of a survey in its tab.
#pragma once

#include "models/quotas/quotamodel.h"

#include <QUndoStack>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace ui {

class Banner;
class CellTable;
class PercentagePanel;

/// Every edit is a step of one undo stack. What was typed or pasted and can't stand there is said
/// above the table.
class QuotaEditor : public QWidget
{
    Q_OBJECT

public:
    enum Of { Draft, Survey }; ///< nothing of a draft is saved yet, so nothing is marked as changed

    explicit QuotaEditor(Of of, QWidget *parent = nullptr);
    ~QuotaEditor() override;

    const models::QuotaSheet &sheet() const { return m_model.sheet(); }
    /// Keeps the undo steps as long as the rows are the same.
    void setSheet(const models::QuotaSheet &sheet);
    void focusQuestion(api::QualificationCode code); ///< to the first quota of it, if there is one
    void setReadOnly(bool isReadOnly);
    void finishEditing(); ///< takes what is being typed
    /// `undone` is called after each undo of it.
    void push(const models::QuotaEdit &edit, const QString &name,
              std::function<void()> undone = {});
    /// Drops their edits.
    void takeSaved(const QList<qsizetype> &rows, const QString &name,
                   std::function<void()> undone = {});
    void setCompletesAge(const QDateTime &at); ///< when they were entered; invalid: there are none
    QList<QAction *> editActions() const { return m_actions; } ///< undo, redo, copy, paste, …

Q_SIGNALS:
    void edited(); ///< by hand, by undo, or by setSheet()
    void completesEdited(); ///< by hand or by undo
    void refreshRequested(api::QualificationCode code); ///< of the current row; a survey's only

private:
    QAction *act(const QString &text, const QKeySequence &keys, std::function<void()> run);
    void buildActions(Of of);
    void buildQuotaActions(Of of);
    void showCompletes(bool areShown);
    QWidget *toolbar();
    void listen();
    void rebase(const models::QuotaSheet &fresh);
    QList<qsizetype> chosenRows() const; ///< of which a quota is selected
    void paste();
    void distributeEvenly();
    void openPercentages();
    void showInputProblem(const QString &what, const QString &why);
    void showPasteProblem(const models::QuotaPaste &paste);
    void showSums();

    models::QuotaModel m_model;
    QUndoStack m_undo;
    QList<QAction *> m_actions;
    QAction *m_even = nullptr;
    QAction *m_percentages = nullptr;
    QAction *m_close = nullptr;
    QAction *m_default = nullptr;
    QAction *m_completes = nullptr; ///< of a survey only
    Banner *m_banner = nullptr;
    CellTable *m_table = nullptr;
    PercentagePanel *m_panel = nullptr;
    QLabel *m_sums = nullptr;
    QLabel *m_warnings = nullptr;
    QLabel *m_age = nullptr;
    bool m_isReadOnly = false;
};

} // namespace ui
