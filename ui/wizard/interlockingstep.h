// Step 6: which qualifications are crossed, and the quota of each combination.
#pragma once

#include "models/drafts/draftcellmodel.h"
#include "ui/wizard/wizardpage.h"

class QLabel;
class QListWidget;
class QStackedWidget;
class QTableView;

namespace ui {

class InterlockingStep : public WizardPage
{
    Q_OBJECT

public:
    explicit InterlockingStep(QWidget *parent = nullptr);

    QString title() const override { return tr("Interlocking"); }
    QString emptyText(const models::SurveyDraft &draft) const override
    {
        return draft.interlocked.isEmpty() ? tr("Interlocking: none") : QString();
    }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    QWidget *body();
    void fillList();
    void cross();
    void showFigures();

    models::SurveyDraft m_draft; ///< as loaded, with what is crossed here
    models::DraftCellModel m_model;
    QStackedWidget *m_stack;
    QListWidget *m_list;
    QLabel *m_count;
    QTableView *m_table;
    QLabel *m_problems;
};

} // namespace ui
