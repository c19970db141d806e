// New survey: eight steps over one draft, then the creation as a checklist.
#pragma once

#include "models/drafts/surveycreation.h"
#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

#include <QDialog>
#include <QSet>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace models {
class Session;
}

namespace ui {

class CreationPage;
class Prompt;
class ReviewPage;
class WizardPage;

/// Shown with open(). Owns the draft; nothing of it is lost by a failure. Lives no longer than the
/// session.
class SurveyWizard : public QDialog
{
    Q_OBJECT

public:
    SurveyWizard(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~SurveyWizard() override;

    const models::SurveyDraft &draft() const { return m_draft; }
    void reject() override; ///< asks once when something was entered

Q_SIGNALS:
    void openWanted(const api::SurveyId &id); ///< the person wants to see what was created

private:
    void buildPages();
    QWidget *steps();
    QLayout *buttons();
    void connectPage(WizardPage *page);
    void go(int step);
    void goToField(const QByteArray &field);
    void take(WizardPage *page);
    void check();
    void showSteps();
    void showBudget();
    void create(bool activates);

    models::Session &m_session;
    Prompt &m_prompt;
    std::unique_ptr<models::CreationCalls> m_calls;
    models::SurveyCreation m_creation;
    models::SurveyDraft m_draft;
    models::SurveyDraft m_untouched; ///< as it began
    QList<models::Issue> m_issues;
    QList<WizardPage *> m_pages;
    QSet<int> m_left; ///< steps that were shown and left
    int m_step = 0;
    QStackedWidget *m_whole; ///< the steps, or the checklist
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_budget = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_activate = nullptr;
};

} // namespace ui
