#include "ui/wizard/fieldpage.h"

#include "models/drafts/draftrules.h"
#include "models/support/figures.h"
#include "ui/widgets/amountfield.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/numberfield.h"
#include "ui/wizard/exclusionlist.h"
#include "ui/wizard/issuetext.h"

#include <QDateEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int formWidth = 520;

} // namespace

FieldPage::FieldPage(models::SurveyStore &surveys, QString currency, QWidget *parent)
    : WizardPage(parent)
    , m_currency(std::move(currency))
    , m_form(new Form(this))
    , m_completes(number())
    , m_ir(number())
    , m_loi(number())
    , m_cpi(new AmountField(this))
    , m_start(new QDateEdit(this))
    , m_end(new QDateEdit(this))
    , m_excluded(new ExclusionList(surveys, this))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    m_completes->setGroupSeparatorShown(true);
    m_form->add("completes", tr("Completes &needed"), m_completes);
    m_form->add("ir", tr("&Incidence rate, %"), m_ir, tr("Expected share of entrants who qualify"));
    m_form->add("loi", tr("&Length of interview, minutes"), m_loi);
    m_form->add("cpi", tr("C&PI"), m_cpi);
    m_form->add("start", tr("&Start"), m_start);
    m_form->add("end", tr("&End"), m_end);
    m_form->setMaximumWidth(formWidth);
    for (QDateEdit *const date : {m_start, m_end}) {
        date->setCalendarPopup(true);
        connect(date, &QDateEdit::dateChanged, this, &WizardPage::edited);
    }
    connect(m_cpi, &QLineEdit::textChanged, this, &WizardPage::edited);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addWidget(m_form);
    m_excluded->setMaximumWidth(formWidth);
    rows->addWidget(m_excluded);
    m_problems->setWordWrap(true);
    rows->addWidget(m_problems);
    rows->addStretch();
    connect(m_excluded, &ExclusionList::edited, this, &WizardPage::edited);
    setFocusProxy(m_completes);
}

NumberField *FieldPage::number()
{
    auto *const field = new NumberField(this);
    connect(field, &NumberField::valueChanged, this, &WizardPage::edited);
    return field;
}

bool FieldPage::owns(const QByteArray &field) const
{
    return m_form->owns(field) || field == "excluded";
}

void FieldPage::load(const models::SurveyDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_completes->setCount(draft.completes);
    m_ir->setCount(draft.ir);
    m_loi->setCount(draft.loi);
    if (models::moneyFromText(m_cpi->text()).value_or(api::Money()) != draft.cpi)
        m_cpi->setText(draft.cpi.hundredths > 0 ? models::moneyText(draft.cpi) : QString());
    m_start->setDate(draft.start);
    m_end->setDate(draft.end);
    m_excluded->setExcluded(draft.excluded);
    m_form->setHint("cpi",
                    tr("Price per complete (minimum %1 for %2)")
                        .arg(models::moneyText(models::minimumCpi(draft.audience), m_currency),
                             models::audienceName(draft.audience)));
}

void FieldPage::store(models::SurveyDraft &draft) const
{
    draft.completes = m_completes->count();
    draft.ir = m_ir->count();
    draft.loi = m_loi->count();
    draft.cpi = models::moneyFromText(m_cpi->text()).value_or(api::Money());
    draft.start = m_start->date();
    draft.end = m_end->date();
    draft.excluded = m_excluded->excluded();
}

void FieldPage::focusField(const QByteArray &field)
{
    if (m_form->owns(field))
        m_form->focusField(field);
    else
        m_excluded->focusList();
}

void FieldPage::showIssues(const QList<models::Issue> &issues, bool isLeft)
{
    QList<models::Issue> all = issues;
    if (!m_cpi->text().trimmed().isEmpty() && !models::moneyFromText(m_cpi->text())) {
        all.removeIf([](const models::Issue &issue) { return issue.field == "cpi"; });
        all.append({"cpi", models::Severity::Error,
                    tr("Enter an amount with at most two decimals, e.g. %1.")
                        .arg(models::moneyText({450}))});
    }
    m_form->showIssues(all, isLeft);
    showIssueText(m_problems, issues, [](const QByteArray &field) { return field == "excluded"; });
}

} // namespace ui

#include "moc_fieldpage.cpp"
