// The place for reconciliations: all of them as a list, and the desk of the one that is chosen.
#pragma once

#include "api/types/ids.h"
#include "ui/widgets/page.h"

class QBoxLayout;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace models {
class Session;
}

namespace ui {

class Prompt;
class ReconciliationDesk;
class ReconciliationOverview;

class ReconciliationPage : public Page
{
    Q_OBJECT

public:
    ReconciliationPage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~ReconciliationPage() override;

    void refresh() override;
    QString searchHint() const override;
    QString searched() const override { return m_searched; }
    void search(const QString &text) override;
    QString unsaved() const override;
    bool canSave() const override { return false; }
    /// Asks first when that drops a list that wasn’t submitted.
    void choose(const api::SurveyId &survey);
    void showAll(); ///< the list

private:
    QBoxLayout *header();
    void fillPicker();
    void open(const api::SurveyId &survey);
    void showChosen(); ///< in the picker

    models::Session &m_session;
    Prompt &m_prompt;
    QString m_searched;
    api::SurveyId m_survey; ///< empty: all
    QComboBox *m_picker = nullptr;
    QPushButton *m_all = nullptr;
    ReconciliationOverview *m_overview = nullptr;
    ReconciliationDesk *m_desk = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace ui
