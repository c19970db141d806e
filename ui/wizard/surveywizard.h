// New survey: eight steps over one draft, kept as it changes, then the creation as a checklist.
#pragma once

#include "models/briefs/briefdraft.h"
#include "models/drafts/surveyclone.h"
#include "models/drafts/surveycreation.h"
#include "models/drafts/surveydraft.h"
#include "models/drafts/takennames.h"
#include "models/support/issue.h"

#include <QDialog>
#include <QSet>
#include <QTimer>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace models {
class Session;
}

namespace ui {

class Banner;
class BasicsPage;
class BriefNotes;
class CreationPage;
class Prompt;
class ReviewPage;
class WizardPage;

/// Shown with open(). Owns the draft, which is kept in Session::drafts() a second after a change
/// and until its survey is created. Lives no longer than the session.
class SurveyWizard : public QDialog
{
    Q_OBJECT

public:
    SurveyWizard(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~SurveyWizard() override;

    /// Before it is shown, one of these, or none for an empty draft.
    void fill(const models::SurveyDraft &draft); ///< a new draft that begins like this
    void fillFrom(const models::Clone &clone);
    void fillFrom(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes);
    void openDraft(const QString &uuid);
    void resume(const models::CreationIntent &intent); ///< a creation that was interrupted

    const models::SurveyDraft &draft() const { return m_draft; }
    void done(int result) override; ///< the draft stays, but for one whose survey is created
    void reject() override; ///< not while a call runs

Q_SIGNALS:
    void openWanted(const api::SurveyId &id); ///< the person wants to see what was created
    void kept(const QString &uuid); ///< it was left with something in it, which is a draft now

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildPages();
    void addChecklist();
    QWidget *steps();
    QLayout *buttons();
    void addKeys();
    void goOn();
    void go(int step);
    void goToField(const QByteArray &field);
    void take(WizardPage *page);
    void check();
    void followCreation();
    void goBack();
    void showSteps();
    void showBudget();
    void create(bool activates);
    void keep(bool isOpen);
    void onCreated();
    void showClone(const models::Clone &clone);
    void goToFirstProblem();
    void giveUp();
    void saveAsTemplate();

    models::Session &m_session;
    Prompt &m_prompt;
    std::unique_ptr<models::CreationCalls> m_calls;
    models::SurveyCreation m_creation;
    models::SurveyDraft m_draft;
    models::SurveyDraft m_kept; ///< as the store has it, or as it began
    std::optional<models::TakenNames> m_taken; ///< nothing once the list has changed
    const QString m_currency; ///< of the amounts: "USD"; empty when it isn’t known
    quint32 m_suffix; ///< of a name that is offered, the same as long as it is open
    QString m_draftId; ///< in the store; empty before something was entered
    bool m_isTemplate = false;
    QTimer m_autosave;
    QList<models::Issue> m_issues;
    QList<models::Issue> m_refused; ///< what the server said of a field that wasn't changed since
    QList<WizardPage *> m_pages;
    BasicsPage *m_basics = nullptr;
    QSet<int> m_left; ///< steps that were shown and left
    int m_step = 0;
    QStackedWidget *m_whole; ///< the steps, or the checklist
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    BriefNotes *m_briefNotes = nullptr;
    Banner *m_note = nullptr; ///< what is to be said of where the draft comes from
    QLabel *m_budget = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_template = nullptr;
    QPushButton *m_activate = nullptr;
};

} // namespace ui
