#include "models/drafts/countryspreader.h"

#include "models/drafts/draftstore.h"
#include "models/reference/referencestore.h"

namespace models {

CountrySpreader::CountrySpreader(DraftStore &drafts, ReferenceStore &reference, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_reference(reference)
{
    // Only its own list, read or failed: others come and go meanwhile.
    const auto goOn = [this](const api::CountryId &country, const api::LanguageId &language) {
        if (!m_isBusy)
            return;
        const CountryPlan plan = m_plans[m_made.size()];
        if (plan.country == country && plan.language == language)
            make(plan);
    };
    connect(&reference, &ReferenceStore::qualificationsChanged, this, goOn);
    connect(&reference, &ReferenceStore::qualificationsFailed, this, goOn);
}

void CountrySpreader::start(const SurveyDraft &brief, const QList<CountryPlan> &plans)
{
    if (m_isBusy || plans.isEmpty())
        return;
    m_isBusy = true;
    m_brief = brief;
    m_plans = plans;
    m_made.clear();
    m_marks = marksOf(plans, m_reference.countries(), m_reference.languages());
    next();
}

void CountrySpreader::next()
{
    if (m_made.size() == m_plans.size()) {
        m_isBusy = false;
        return Q_EMIT finished(m_made);
    }
    const CountryPlan plan = m_plans[m_made.size()];
    const bool isKnown = m_brief.qualifications.isEmpty()
        || !m_reference.qualifications(plan.country, plan.language).isEmpty();
    if (isKnown)
        make(plan);
    else
        m_reference.loadQualifications(plan.country, plan.language);
}

void CountrySpreader::make(const CountryPlan &plan)
{
    const CountryDraft draft = draftFor(m_brief, plan, m_marks[m_made.size()],
                                        m_reference.qualifications(plan.country, plan.language));
    const QString uuid = DraftStore::newId();
    m_drafts.save(uuid, draft.draft, false, false);
    m_made.append({uuid, draft.draft.name, draft.lost});
    next();
}

} // namespace models

#include "moc_countryspreader.cpp"
