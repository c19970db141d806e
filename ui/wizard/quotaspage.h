// Step 5: how many completes each targeted answer may have.
#pragma once

#include "models/quotas/quotamodel.h"
#include "ui/wizard/wizardpage.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace ui {

class QuotasPage : public WizardPage
{
    Q_OBJECT

public:
    explicit QuotasPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Quotas"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;

private:
    void showSums();

    models::QuotaModel m_model;
    models::SurveyDraft m_draft; ///< as loaded, for the sums
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_sums;
    QLabel *m_problems;
};

} // namespace ui
