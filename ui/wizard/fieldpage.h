// Step 2: what is bought, for how long, at what price.
#pragma once

#include "ui/wizard/wizardpage.h"

class QDateEdit;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace models {
class SurveyStore;
}

namespace ui {

class ExclusionList;
class Form;

class FieldPage : public WizardPage
{
    Q_OBJECT

public:
    /// `surveys`: those that can be excluded are among them.
    explicit FieldPage(models::SurveyStore &surveys, QWidget *parent = nullptr);

    QString title() const override { return tr("Field"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    QSpinBox *number(int most);

    Form *m_form;
    QSpinBox *m_completes;
    QSpinBox *m_ir;
    QSpinBox *m_loi;
    QLineEdit *m_cpi;
    QDateEdit *m_start;
    QDateEdit *m_end;
    ExclusionList *m_excluded;
    QLabel *m_problems;
};

} // namespace ui
