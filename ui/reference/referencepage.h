// Reference data: what the server offers to choose from, to be looked up with its age.
#pragma once

#include "models/reference/referencemodel.h"
#include "ui/widgets/page.h"

class QAction;
class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace models {
class Session;
}

namespace ui {

class Banner;
class EmptyState;
class Prompt;
class QuestionBrowser;

class ReferencePage : public Page
{
    Q_OBJECT

public:
    ReferencePage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    void refresh() override;
    QString searchHint() const override { return tr("Search reference data"); }
    QString searched() const override { return m_searched; }
    void search(const QString &text) override;
    QList<QAction *> editActions() const override { return {m_copy}; }

private:
    void build();
    void listen();
    void showList();
    void showState();
    bool isQuestions() const; ///< the tab of the standard qualifications is in front

    models::ReferenceStore &m_reference;
    models::ReferenceModel m_model;
    QString m_searched;
    Banner *m_banner;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_state;
    QuestionBrowser *m_questions;
    QLabel *m_age;
    QAction *m_copy;
};

} // namespace ui
