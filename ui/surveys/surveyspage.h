// The list of surveys with its filters, totals and states of loading.
#pragma once

#include "api/types/ids.h"
#include "api/types/survey.h"
#include "ui/widgets/page.h"

#include <memory>

namespace models {
class Session;
}

namespace ui {

class Prompt;

class SurveysPage : public Page
{
    Q_OBJECT

public:
    SurveysPage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~SurveysPage() override;

    void refresh() override;
    QString searchHint() const override;
    QString searched() const override;
    void search(const QString &text) override;
    QList<QAction *> editActions() const override;
    QList<QAction *> surveyActions() const override;
    QString unsaved() const override;

Q_SIGNALS:
    void opened(const api::SurveyId &id);
    void newSurveyWanted();
    void cloneWanted(const api::SurveyId &id);
    void searchCleared(); ///< by the page itself: the search field is to be emptied

private:
    void makeActions(Prompt &prompt);
    void makeExporter(Prompt &prompt);
    void copyIds();
    void build();
    QLayout *filterRow();
    void connectStore();
    void connectTable();
    void restoreFilters();
    void filter();
    void clearFilters();
    void update();
    void updateOpening();
    void updateCounts();
    void updateFooter();
    void updateEmpty();
    void showAge();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
