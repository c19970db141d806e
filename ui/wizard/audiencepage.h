// Step 4: who the survey is for: questions of the standard list, and the answers that qualify.
#pragma once

#include "models/qualifications/questionmodel.h"
#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

class Banner;
class EmptyState;
class QualificationEditor;

class AudiencePage : public WizardPage
{
    Q_OBJECT

public:
    explicit AudiencePage(models::ReferenceStore &reference, QWidget *parent = nullptr);

    QString title() const override { return tr("Audience"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;

private:
    QWidget *picker();
    void fill();
    void showQuestion();
    void take();
    void showState();

    models::ReferenceStore &m_reference;
    api::CountryId m_country;
    api::LanguageId m_language;
    QList<models::TargetedQualification> m_targets; ///< in the order in which they were chosen
    models::QuestionModel m_model;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_onlyChosen = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_editors = nullptr;
    QualificationEditor *m_editor = nullptr;
    QLabel *m_problems;
};

} // namespace ui
