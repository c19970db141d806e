// The pages of one session: the surveys with their tabs, and the other places of the navigation.
#pragma once

#include "api/types/ids.h"
#include "models/briefs/briefdraft.h"

#include <QWidget>

#include <functional>

class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace models {
class Session;
struct CreationIntent;
struct SurveyDraft;
} // namespace models

namespace ui {

class Page;
class Prompt;
class SurveyTab;
class SurveyTabs;
struct KeptPlaces;

/// Lives no longer than its session. Pages other than the first are built when they are first
/// shown.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    models::Session &session() const { return m_session; }
    void addBar(QWidget *bar); ///< above the pages and the bars that are there
    Page *page() const; ///< the one in front
    /// In the page in front, or in the list of surveys where that can't be searched.
    void search(const QString &text);
    QString searchHint() const; ///< of what search() searches
    void showSearched(); ///< the page that search() searches
    void exportPage(); ///< as the page's own Export… does, if it has one
    void focusPage();
    void go(int place); ///< a row of ui::places()
    void openSurvey(const api::SurveyId &id);
    void openBrief(); ///< asks for a client's text, then briefWanted()
    void showList(); ///< of the surveys, whatever tab was in front
    KeptPlaces here() const; ///< the place and the tabs
    void restore(const KeptPlaces &places); ///< as here() answered
    bool canCloseTab() const;
    void closeTab(); ///< the survey in front, once closingWanted() was answered; the list stays
    QList<Page *> pages() const; ///< all that were built

Q_SIGNALS:
    void pageChanged(ui::Page *page);
    /// The tab of `page`, called `name`, is to be closed: `close` does it, if nothing speaks
    /// against it.
    void closingWanted(ui::Page *page, const QString &name, const std::function<void()> &close);
    void newSurveyWanted();
    void searchCleared();
    void resumeWanted(const models::CreationIntent &intent);
    void draftWanted(const QString &uuid); ///< in the wizard
    void cloneWanted(const api::SurveyId &id);
    void beginningWanted(const models::SurveyDraft &draft); ///< a new survey like this
    void briefWanted(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes);

private:
    void addPlaces();
    Page *searchedPage() const;
    QWidget *unfinished();
    void connectDrafts(Page *page);
    void showPlace(int row);
    void drop(SurveyTab *tab);

    models::Session &m_session;
    Prompt &m_prompt;
    QListWidget *m_navigation;
    QVBoxLayout *m_bars;
    QStackedWidget *m_stack;
    SurveyTabs *m_tabs = nullptr;
};

} // namespace ui
