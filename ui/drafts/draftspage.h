// Drafts and templates: open, rename, duplicate, delete, and take in and out as files.
#pragma once

#include "models/drafts/draftlistmodel.h"
#include "models/support/sortedrows.h"
#include "ui/widgets/page.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace models {
class Session;
}

namespace ui {

class Banner;
class DraftActions;
class DraftCreation;
class EmptyState;
class Prompt;

class DraftsPage : public Page
{
    Q_OBJECT

public:
    DraftsPage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    void refresh() override { } ///< they are all here
    QString searchHint() const override;
    QString searched() const override;
    void search(const QString &text) override;
    QList<QAction *> editActions() const override;
    QList<QAction *> surveyActions() const override;

Q_SIGNALS:
    void openWanted(const QString &uuid); ///< in the wizard
    void newWanted(const models::SurveyDraft &draft); ///< a survey that begins like this
    void searchCleared();
    void emptyWanted(); ///< a survey that begins with nothing

private:
    void build();
    QTableView *table();
    QLayout *buttons();
    void update();
    void showEmpty(int drafts);
    void activate();
    QStringList selected() const; ///< their uuids
    void select(const QStringList &uuids);
    void updateActions();

    models::Session &m_session;
    models::DraftListModel m_model;
    models::SortedRows m_filter;
    QString m_searched;
    QLabel *m_count = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    DraftActions *m_actions = nullptr;
    DraftCreation *m_creation = nullptr;
};

} // namespace ui
