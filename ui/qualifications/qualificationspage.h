// A survey's qualifications: who may take part, listed, added, changed and removed.
#pragma once

#include "models/qualifications/audiencemodel.h"
#include "models/qualifications/qualificationstore.h"
#include "ui/survey/surveysection.h"

#include <QPointer>

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;

namespace models {
class Session;
}

namespace ui {

class AddQualifications;
class Banner;
class CallIndicator;
class EditQualification;
class EmptyState;
class Prompt;

/// Shows what the list of surveys knows until the server tells more, and follows both. Selection,
/// scroll and an open dialog stay through refreshes.
class QualificationsPage : public SurveySection
{
    Q_OBJECT

public:
    QualificationsPage(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                       QWidget *parent = nullptr);

    void refresh() override;
    QList<QAction *> editActions() const override { return m_actions; }
    QString unsaved() const override;
    void saveUnsaved() override; ///< waits for the change that is on its way

private:
    void build();
    void buildActions();
    QWidget *toolbar();
    void listen();
    void follow();
    void showKnown(const api::Survey &survey);
    void add();
    void edit();
    void remove();
    void showRows();
    void showState();
    void showDone();
    void showBusy();
    void showUnchanged();
    void refreshOne();
    void showReadFailure(const api::ApiError &error);
    void showWriteFailure(const api::ApiError &error);
    const api::Qualification *current() const;

    models::Session &m_session;
    api::SurveyId m_survey;
    Prompt &m_prompt;
    models::QualificationStore m_store;
    models::AudienceModel m_model;
    std::optional<api::Survey> m_seen; ///< as the list of surveys had it last
    QString m_act; ///< what is being written, for the banner: "“GENDER” is removed."
    QString m_failure; ///< and what is said when it fails and no dialog is open
    QString m_gridBefore; ///< titles of the grid when that began; empty: there was none
    bool m_isReadProblem = false; ///< the banner is about a reading
    bool m_isDone = false; ///< the write has come to its end and the survey is read again
    QPointer<AddQualifications> m_adding;
    QPointer<EditQualification> m_editing;
    QList<QAction *> m_actions;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_refreshOne = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_state = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_title = nullptr;
    CallIndicator *m_calls = nullptr;
};

} // namespace ui
