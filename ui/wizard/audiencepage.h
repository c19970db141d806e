// Step 4: who the survey is for: questions of the standard list, and the answers that qualify.
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;

namespace models {
class ReferenceStore;
}

namespace ui {

class Prompt;
class QualificationPicker;

class AudiencePage : public WizardPage
{
    Q_OBJECT

public:
    AudiencePage(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override { return tr("Audience"); }
    QString emptyText(const models::SurveyDraft &draft) const override
    {
        return draft.qualifications.isEmpty() ? tr("Audience: everybody") : QString();
    }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    QualificationPicker *m_picker;
    QLabel *m_problems;
};

} // namespace ui
