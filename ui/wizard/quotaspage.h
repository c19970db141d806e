// Step 5: how many completes each targeted answer may have.
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;
class QStackedWidget;

namespace ui {

class QuotaEditor;

class QuotasPage : public WizardPage
{
    Q_OBJECT

public:
    explicit QuotasPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Quotas"); }
    QString emptyText(const models::SurveyDraft &draft) const override
    {
        return draft.quotas.isEmpty() ? tr("Quotas: none") : QString();
    }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    bool m_isLoading = false;
    QStackedWidget *m_stack;
    QuotaEditor *m_editor;
    QLabel *m_problems;
};

} // namespace ui
