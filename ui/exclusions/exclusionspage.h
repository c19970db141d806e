// The surveys whose completes are kept out of one survey: listed by name, added, removed.
#pragma once

#include "models/exclusions/exclusionmodel.h"
#include "models/exclusions/exclusionstore.h"
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

class AddExclusions;
class Banner;
class CallIndicator;
class EmptyState;
class Prompt;

/// Exclusions that a cut-off removal left unsaved stay on screen until they are saved again or the
/// person goes without them.
class ExclusionsPage : public SurveySection
{
    Q_OBJECT

public:
    ExclusionsPage(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                   QWidget *parent = nullptr);

    void refresh() override;
    QList<QAction *> editActions() const override { return m_actions; }
    QString unsaved() const override;
    QString unkeepable() const override; ///< what isn't saved there is kept here in any case
    void saveUnsaved() override;

private:
    using Act = models::ExclusionStore::Act;

    void build();
    void buildActions();
    QWidget *toolbar();
    void listen();
    void add();
    void remove();
    void removeAll();
    void dropOwed();
    void showRows();
    void showState();
    void showOwed();
    void showDone(Act act, const QList<api::SurveyId> &before, const QList<api::SurveyId> &after);
    void showReadFailure(const api::ApiError &error);
    void showBusy();
    void showUnchanged();
    void showWriteFailure(Act act, const api::ApiError &error);
    QList<api::SurveyId> chosen() const;
    QString refusedAgain(const QList<api::SurveyId> &gone) const;

    models::Session &m_session;
    api::SurveyId m_survey;
    Prompt &m_prompt;
    models::ExclusionStore m_store;
    models::ExclusionModel m_model;
    bool m_isReadProblem = false; ///< the banner is about a reading
    int m_shownOwed = 0; ///< as the banner says
    QDateTime m_shownUpdate; ///< of the rows that are shown
    QPointer<AddExclusions> m_adding;
    QList<QAction *> m_actions;
    QAction *m_add = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_removeAll = nullptr;
    Banner *m_banner = nullptr;
    Banner *m_owed = nullptr; ///< what is not saved, with the way out
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_state = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_title = nullptr;
    CallIndicator *m_calls = nullptr;
};

} // namespace ui
