// The terms that feasibility is asked for outside the wizard.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace models {
class ReferenceStore;
}

namespace ui {

class Form;
class MarketFields;
class NumberField;
class Prompt;

class ScenarioForm : public QWidget
{
    Q_OBJECT

public:
    ScenarioForm(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent = nullptr);

    models::SurveyDraft draft() const; ///< only what the service is asked about
    void setDraft(const models::SurveyDraft &draft); ///< says no `edited`
    void showProblems(); ///< of every field, and goes to the first

Q_SIGNALS:
    void edited();

private:
    NumberField *number();
    void tell();
    void check(bool isEverything);
    void chooseAudience();

    models::ReferenceStore &m_reference;
    Prompt &m_prompt;
    QList<models::TargetedQualification> m_qualifications;
    Form *m_form;
    MarketFields *m_market;
    QComboBox *m_audience;
    NumberField *m_completes;
    NumberField *m_ir;
    NumberField *m_loi;
    QDateEdit *m_start;
    QDateEdit *m_end;
    QPushButton *m_choose;
};

} // namespace ui
