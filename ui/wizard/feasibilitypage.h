// Step 7: how many completes can be had, and at what price.
#pragma once

#include "ui/wizard/wizardpage.h"

namespace models {
class FeasibilityStore;
class ReferenceStore;
} // namespace models

namespace ui {

class FeasibilityPanel;

/// The panel of the navigation's Feasibility, over the wizard's draft.
class FeasibilityPage : public WizardPage
{
    Q_OBJECT

public:
    /// `currency`: of the prices, may be empty.
    FeasibilityPage(models::FeasibilityStore &store, models::ReferenceStore &reference,
                    QString currency, QWidget *parent = nullptr);

    QString title() const override { return tr("Feasibility"); }
    QString emptyText(const models::SurveyDraft &draft) const override; ///< nothing was asked
    bool owns(const QByteArray &) const override { return false; }
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &, bool) override { }

private:
    void build();

    models::FeasibilityStore &m_store;
    models::ReferenceStore &m_reference;
    QString m_currency;
    models::SurveyDraft m_draft;
    FeasibilityPanel *m_panel = nullptr; ///< from its first show on
};

} // namespace ui
