#include "ui/wizard/feasibilitypage.h"

#include "ui/feasibility/feasibilitypanel.h"

#include <QVBoxLayout>

namespace ui {

FeasibilityPage::FeasibilityPage(models::FeasibilityStore &store, models::ReferenceStore &reference,
                                 QWidget *parent)
    : WizardPage(parent)
    , m_store(store)
    , m_reference(reference)
{
    (new QVBoxLayout(this))->setContentsMargins({});
}

/// Its drawings take their time: the wizard opens without them.
void FeasibilityPage::build()
{
    m_panel = new FeasibilityPanel(m_store, m_reference, FeasibilityPanel::Place::Wizard, this);
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

void FeasibilityPage::store(models::SurveyDraft &draft) const
{
    draft.cpi = m_draft.cpi;
}

} // namespace ui

#include "moc_feasibilitypage.cpp"
