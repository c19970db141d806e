// The list of surveys and the open surveys, as tabs.
#pragma once

#include "api/types/ids.h"

#include <QTabWidget>

namespace models {
class Session;
}

namespace ui {

class Page;
class Prompt;
class SurveyPage;
class SurveyTab;

/// The first tab is the list, which isn't closed. A survey's page is built when its tab is first in
/// front, so that tabs that are opened again at start cost nothing.
class SurveyTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// Takes the list.
    SurveyTabs(models::Session &session, Prompt &prompt, Page *list, QWidget *parent = nullptr);

    Page *list() const;
    Page *page() const; ///< of the tab in front
    SurveyTab *current() const; ///< nullptr while the list is in front
    QStringList surveys() const; ///< their IDs, in the order of the tabs
    int open(const api::SurveyId &id); ///< its tab, a new one where there is none
    void drop(SurveyTab *tab);

Q_SIGNALS:
    void pageChanged(); ///< another tab, or other actions of the one in front
    void cloneWanted(const api::SurveyId &id);

private:
    SurveyTab *at(int tab) const; ///< nullptr for the list
    void build();
    void setName(int tab, const QString &name);
    void nameUnbuilt();

    models::Session &m_session;
    Prompt &m_prompt;
};

} // namespace ui
