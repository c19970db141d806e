#include "ui/feasibility/scenarioform.h"

#include "models/drafts/draftrules.h"
#include "models/qualifications/masterchange.h"
#include "models/reference/referencestore.h"
#include "ui/feasibility/audiencedialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/marketfields.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

ScenarioForm::ScenarioForm(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_reference(reference)
    , m_prompt(prompt)
    , m_form(new Form(this))
    , m_market(new MarketFields(reference, this))
    , m_audience(new QComboBox(this))
    , m_completes(number())
    , m_ir(number())
    , m_loi(number())
    , m_start(new QDateEdit(this))
    , m_end(new QDateEdit(this))
    , m_choose(new QPushButton(this))
{
    for (const auto audience :
         {api::AudienceType::B2C, api::AudienceType::B2B, api::AudienceType::HealthCare})
        m_audience->addItem(models::audienceName(audience), int(audience));
    m_completes->setGroupSeparatorShown(true);
    for (QComboBox *const box : findChildren<QComboBox *>()) // names of countries are long
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->add("country", tr("Countr&y"), m_market->countryBox());
    m_form->add("language", tr("Lan&guage"), m_market->languageBox());
    m_form->add("audience", tr("A&udience type"), m_audience);
    m_form->add("completes", tr("Completes nee&ded"), m_completes);
    m_form->add("ir", tr("&Incidence rate, %"), m_ir);
    m_form->add("loi", tr("L&OI, minutes"), m_loi);
    m_form->add("start", tr("St&art"), m_start);
    m_form->add("end", tr("E&nd"), m_end);
    m_form->add("qualifications", tr("&Qualifications"), m_choose);
    for (QDateEdit *const date : {m_start, m_end}) {
        date->setCalendarPopup(true);
        connect(date, &QDateEdit::dateChanged, this, &ScenarioForm::tell);
    }
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_form);
    rows->addStretch();
    setFocusProxy(m_market->countryBox());
    connect(m_market, &MarketFields::edited, this, &ScenarioForm::tell);
    connect(&reference, &models::ReferenceStore::changed, this, [this] { check(false); });
    connect(m_audience, &QComboBox::currentIndexChanged, this, &ScenarioForm::tell);
    connect(m_choose, &QPushButton::clicked, this, &ScenarioForm::chooseAudience);
}

NumberField *ScenarioForm::number()
{
    auto *const field = new NumberField(this);
    connect(field, &NumberField::valueChanged, this, &ScenarioForm::tell);
    return field;
}

models::SurveyDraft ScenarioForm::draft() const
{
    models::SurveyDraft draft;
    draft.country = m_market->country();
    draft.language = m_market->language();
    draft.audience = api::AudienceType(m_audience->currentData().toInt());
    draft.completes = m_completes->count();
    draft.ir = m_ir->count();
    draft.loi = m_loi->count();
    draft.start = m_start->date();
    draft.end = m_end->date();
    draft.qualifications = m_qualifications;
    return draft;
}

void ScenarioForm::setDraft(const models::SurveyDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_market->choose(draft.country, draft.language);
    m_audience->setCurrentIndex(m_audience->findData(int(draft.audience)));
    m_completes->setCount(draft.completes);
    m_ir->setCount(draft.ir);
    m_loi->setCount(draft.loi);
    m_start->setDate(draft.start);
    m_end->setDate(draft.end);
    m_qualifications = draft.qualifications;
    check(false);
}

void ScenarioForm::showProblems()
{
    check(true);
    for (const models::Issue &issue : models::validateForFeasibility(draft(), QDate::currentDate()))
        if (m_form->owns(issue.field))
            return m_form->focusField(issue.field);
}

void ScenarioForm::tell()
{
    check(false);
    Q_EMIT edited();
}

void ScenarioForm::check(bool isEverything)
{
    m_choose->setText(m_qualifications.isEmpty()
                          ? tr("Gen pop…")
                          : tr("%n qualification(s)…", nullptr, int(m_qualifications.size())));
    m_choose->setEnabled(!m_market->country().isEmpty() && !m_market->language().isEmpty());
    m_form->showIssues(models::validateForFeasibility(draft(), QDate::currentDate()), isEverything);
}

void ScenarioForm::chooseAudience()
{
    auto *const dialog = new AudienceDialog(m_reference, m_prompt, draft(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_qualifications = dialog->qualifications();
        tell();
    });
    dialog->open();
}

} // namespace ui

#include "moc_scenarioform.cpp"
