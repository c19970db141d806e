// Opens the wizard over the window, one at a time: empty, from a draft, from a survey, or to go on.
#pragma once

#include "models/briefs/briefdraft.h"
#include "models/drafts/surveyclone.h"

#include <QPointer>

#include <functional>

class QWidget;

namespace models {
class Session;
}

namespace ui {

class Prompt;
class SurveyWizard;

class WizardOpener : public QObject
{
    Q_OBJECT

public:
    /// Wizards are opened over `window`, which is its parent too.
    WizardOpener(Prompt &prompt, QWidget *window);
    ~WizardOpener() override;

    /// What is open goes; nullptr: nothing can be opened. Called before the former session ends.
    void setSession(models::Session *session);

    void openEmpty();
    void openDraft(const QString &uuid);
    void begin(const models::SurveyDraft &draft);
    /// `notes`: what became of the brief; what wasn't understood stays in sight.
    void beginFromBrief(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes);
    void resume(const models::CreationIntent &intent);
    void clone(const api::SurveyId &original); ///< reads it first

Q_SIGNALS:
    void surveyWanted(const api::SurveyId &id); ///< to be shown
    void told(const QString &sentence); ///< for the status bar
    void failed(const QString &what, const api::ApiError &error, const api::SurveyId &original);

private:
    void open(const std::function<void(SurveyWizard &)> &start);
    void openClone(const models::Clone &clone);
    void openWaiting();
    void tellKept(const QString &uuid);

    Prompt &m_prompt;
    QWidget *m_window;
    models::Session *m_session = nullptr;
    QPointer<SurveyWizard> m_wizard;
    std::unique_ptr<models::SurveyCloner> m_cloner;
    api::SurveyId m_original; ///< what is being read
    std::optional<models::Clone> m_waiting; ///< until the open wizard is closed
};

} // namespace ui
