// Step 2: what is bought, for how long, at what price.
#pragma once

#include "ui/wizard/wizardpage.h"

class QDateEdit;
class QLabel;

namespace models {
class SurveyStore;
}

namespace ui {

class AmountField;
class ExclusionList;
class Form;
class NumberField;

class FieldPage : public WizardPage
{
    Q_OBJECT

public:
    /// `surveys`: those that can be excluded are among them. `currency`: of the CPI, may be empty.
    FieldPage(models::SurveyStore &surveys, QString currency, QWidget *parent = nullptr);

    QString title() const override { return tr("Field"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    NumberField *number();

    QString m_currency;
    Form *m_form;
    NumberField *m_completes;
    NumberField *m_ir;
    NumberField *m_loi;
    AmountField *m_cpi;
    QDateEdit *m_start;
    QDateEdit *m_end;
    ExclusionList *m_excluded;
    QLabel *m_problems;
};

} // namespace ui
