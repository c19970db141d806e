#include "ui/survey/overview/termscard.h"

#include "models/activity/pendingedits.h"
#include "models/drafts/draftrules.h"
#include "models/support/figures.h"
#include "models/surveys/fieldfigures.h"
#include "ui/widgets/amountfield.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/numberfield.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

TermsCard::TermsCard(QWidget *parent)
    : QFrame(parent)
    , m_banner(new Banner(this))
    , m_form(new Form(this))
    , m_loi(new NumberField(this))
    , m_cpi(new AmountField(this))
    , m_budget(plainLabel(this, LabelLook::Muted))
    , m_apply(new QPushButton(tr("&Apply"), this))
    , m_revert(new QPushButton(tr("Re&vert"), this))
{
    setProperty("isCard", true);
    build();
    setFocusProxy(m_loi);
    connect(m_loi, &NumberField::valueChanged, this, &TermsCard::update);
    connect(m_cpi, &QLineEdit::textChanged, this, &TermsCard::update);
    connect(m_cpi, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_apply, &QPushButton::clicked, this, &TermsCard::apply);
    connect(m_revert, &QPushButton::clicked, this, &TermsCard::revert);
    connect(m_banner, &Banner::retry, this, &TermsCard::apply);
}

void TermsCard::build()
{
    m_form->add("loi", tr("LOI, &minutes"), m_loi);
    m_form->add("cpi", tr("C&PI"), m_cpi);
    m_budget->setWordWrap(true);
    setPrimary(m_apply);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::padding, space::padding, space::padding);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(this, LabelLook::Section, tr("Terms")));
    rows->addWidget(m_banner);
    rows->addWidget(m_form);
    rows->addWidget(m_budget);
    rows->addLayout(buttons);
}

models::Terms TermsCard::typed() const
{
    return {m_loi->count(), m_cpi->text()};
}

bool TermsCard::isDirty() const
{
    return typed() != m_shown;
}

int TermsCard::unsaved() const
{
    const models::Terms now = typed();
    return int(now.loi != m_shown.loi) + int(now.cpi != m_shown.cpi);
}

void TermsCard::show(const api::Survey &survey, const QList<models::LedgerRow> &ledger,
                     const QString &currency)
{
    const models::Terms fresh = models::termsOf(survey);
    const bool keepsLoi = m_loi->count() != m_shown.loi;
    const bool keepsCpi = m_cpi->text() != m_shown.cpi;
    m_survey = survey;
    m_ledger = ledger;
    m_currency = currency;
    m_shown = fresh;
    {
        const QSignalBlocker quietLoi(m_loi);
        const QSignalBlocker quietCpi(m_cpi);
        if (!keepsLoi)
            m_loi->setCount(fresh.loi);
        if (!keepsCpi)
            m_cpi->setText(fresh.cpi);
    }
    update();
}

void TermsCard::setAudience(std::optional<api::AudienceType> audience)
{
    m_audience = audience;
    update();
}

std::optional<api::SurveyChange> TermsCard::change() const
{
    const api::SurveyChange change = models::changeOf(typed(), m_survey);
    if (change == api::SurveyChange {}
        || models::hasErrors(models::termsIssues(typed(), m_survey, m_audience)))
        return std::nullopt;
    return change;
}

bool TermsCard::apply()
{
    const std::optional<api::SurveyChange> wanted = change();
    if (m_isSending || !wanted)
        return m_isSending;
    m_banner->clear();
    m_isSending = true;
    update();
    Q_EMIT applied(*wanted);
    return true;
}

void TermsCard::revert()
{
    m_banner->clear();
    m_loi->setCount(m_shown.loi);
    m_cpi->setText(m_shown.cpi);
    update();
}

void TermsCard::showApplied()
{
    m_isSending = false;
    revert(); // "5" is 5.00 now; the store told the new terms before
    m_banner->show(Tone::Good, tr("The terms are saved."));
}

void TermsCard::showElsewhere()
{
    m_isSending = false;
    update();
    m_banner->show(Tone::Warning, tr("The terms were changed elsewhere meanwhile."),
                   tr("Nothing was sent. The new values are shown beside what you entered; Apply "
                      "replaces them, Revert keeps them."));
}

void TermsCard::showFailure(const api::ApiError &error)
{
    m_isSending = false;
    update();
    if (models::mayWait(error)) {
        m_banner->show(Tone::Information, tr("The terms wait to be sent."));
        return;
    }
    m_banner->showError(
        error.delivery == api::Delivery::Ambiguous
            ? tr("The terms may not have been saved. What you entered is kept here.")
            : tr("The terms were not saved. What you entered is kept here."),
        error);
}

void TermsCard::update()
{
    const bool isClosed = m_survey.status == api::SurveyStatus::Closed;
    const models::Terms now = typed();
    const QList<models::Issue> issues = models::termsIssues(now, m_survey, m_audience);
    const bool isChange = models::changeOf(now, m_survey) != api::SurveyChange {};
    for (QWidget *const field : {static_cast<QWidget *>(m_loi), static_cast<QWidget *>(m_cpi)})
        field->setEnabled(!isClosed && !m_isSending);
    m_apply->setVisible(!isClosed);
    m_revert->setVisible(!isClosed);
    m_apply->setEnabled(isChange && !models::hasErrors(issues) && !m_isSending);
    m_revert->setEnabled(isDirty() && !m_isSending);
    m_form->setHint("loi",
                    now.loi != m_shown.loi && m_shown.loi > 0 ? tr("Now %1").arg(m_shown.loi)
                                                              : QString());
    m_form->setHint("cpi",
                    now.cpi != m_shown.cpi && !m_shown.cpi.isEmpty() ? tr("Now %1").arg(m_shown.cpi)
                        : m_audience
                        ? tr("At least %1").arg(models::moneyText(models::minimumCpi(*m_audience)))
                        : QString());
    m_form->showIssues(issues, isDirty());
    const api::Money cpi = models::moneyFromText(now.cpi).value_or(m_survey.cpi);
    const int remaining = std::max(0, m_survey.completeNeeded - m_survey.progress.complete);
    const auto budget = models::budgetAt(cpi, m_ledger, m_survey);
    m_budget->setText(
        isClosed          ? tr("The survey is closed: its terms can’t be changed.")
            : m_isSending ? tr("Saving…")
            : !budget
            ? tr("The cost to complete isn’t known: the service gives no figures that can be read.")
            : tr("Cost to complete: %2 × %1 = %3. Total: %4.")
                  .arg(models::moneyText(cpi), models::countText(remaining),
                       models::moneyText(cpi * remaining), models::moneyText(*budget, m_currency)));
}

} // namespace ui

#include "moc_termscard.cpp"
