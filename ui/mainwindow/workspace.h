// The pages of one session: the surveys with their tabs, and the other places of the navigation.
#pragma once

#include "api/types/ids.h"
#include "models/briefs/briefdraft.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;
class QTabWidget;

namespace models {
class Session;
struct CreationIntent;
struct SurveyDraft;
} // namespace models

namespace ui {

class Page;
class Prompt;
class SurveyPage;

/// Lives no longer than its session. Pages other than the first are built when they are first
/// shown.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    models::Session &session() const { return m_session; }
    Page *page() const; ///< the one in front
    void search(const QString &text); ///< in the page in front
    void focusPage();
    void go(int place); ///< a row of ui::places()
    void openSurvey(const api::SurveyId &id);
    void openBrief(); ///< asks for a client's text, then briefWanted()
    bool canCloseTab() const;
    void closeTab(); ///< the survey in front; the list stays
    QStringList unsaved() const; ///< a sentence for each page that can't be left yet

Q_SIGNALS:
    void pageChanged(ui::Page *page);
    void newSurveyWanted();
    void searchCleared();
    void resumeWanted(const models::CreationIntent &intent);
    void draftWanted(const QString &uuid); ///< in the wizard
    void cloneWanted(const api::SurveyId &id);
    void beginningWanted(const models::SurveyDraft &draft); ///< a new survey like this
    void briefWanted(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes);

private:
    void addPlaces();
    QWidget *unfinished();
    void connectDrafts(Page *page);
    void showPlace(int row);
    void nameTab(int tab, const QString &name);
    void drop(SurveyPage *page);

    models::Session &m_session;
    Prompt &m_prompt;
    QListWidget *m_navigation;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
};

} // namespace ui
