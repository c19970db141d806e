#include "ui/wizard/feasibilitypage.h"

#include "models/feasibility/feasibilitystore.h"
#include "models/feasibility/servicelocale.h"
#include "models/reference/referencestore.h"
#include "ui/feasibility/feasibilitypanel.h"

#include <QVBoxLayout>

namespace ui {

FeasibilityPage::FeasibilityPage(models::FeasibilityStore &store, models::ReferenceStore &reference,
                                 QString currency, QWidget *parent)
    : WizardPage(parent)
    , m_store(store)
    , m_reference(reference)
    , m_currency(std::move(currency))
{
    (new QVBoxLayout(this))->setContentsMargins({});
}

/// Its drawings take their time: the wizard opens without them.
void FeasibilityPage::build()
{
    m_panel = new FeasibilityPanel(m_store, m_reference, FeasibilityPanel::Place::Wizard, this);
    m_panel->setCurrency(m_currency);
    layout()->addWidget(m_panel);
    setFocusProxy(m_panel);
    connect(m_panel, &FeasibilityPanel::priceWanted, this, [this](api::Money price) {
        m_draft.cpi = price;
        m_panel->setDraft(m_draft);
        Q_EMIT edited();
    });
}

void FeasibilityPage::load(const models::SurveyDraft &draft)
{
    m_draft = draft;
    if (!m_panel)
        build();
    m_panel->setDraft(draft);
}

QString FeasibilityPage::emptyText(const models::SurveyDraft &draft) const
{
    const QString locale = models::serviceLocale(m_reference.languages(), draft.language,
                                                 m_reference.countries(), draft.country);
    const bool isChecked =
        std::ranges::any_of(m_store.runs(), [&](const models::FeasibilityRun &run) {
            return std::ranges::any_of(run.points, [&](const models::FeasibilityPoint &point) {
                return point.answer && models::answersFor(run, point, draft, locale);
            });
        });
    return isChecked ? QString() : tr("Feasibility: not checked");
}

void FeasibilityPage::store(models::SurveyDraft &draft) const
{
    draft.cpi = m_draft.cpi;
}

} // namespace ui

#include "moc_feasibilitypage.cpp"
