// Step 1: what the survey is called, where it runs, and what it is about.
#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace models {
class ReferenceStore;
}

namespace ui {

class Form;

class BasicsPage : public WizardPage
{
    Q_OBJECT

public:
    explicit BasicsPage(models::ReferenceStore &reference, QWidget *parent = nullptr);

    QString title() const override { return tr("Basics"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;

private:
    void fill();
    void fillLanguages();
    void choose(const models::SurveyDraft &draft);

    models::ReferenceStore &m_reference;
    models::SurveyDraft m_loaded; ///< what to choose again when the lists arrive
    Form *m_form;
    QLineEdit *m_name;
    QComboBox *m_country;
    QComboBox *m_language;
    QComboBox *m_category;
    QComboBox *m_vertical;
    QComboBox *m_audience;
    QCheckBox *m_pii;
};

} // namespace ui
