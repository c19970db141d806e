// A survey at a glance: figures, completes over time, terms, quotas, links and costs.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/surveys/snapshot.h"
#include "ui/survey/surveysection.h"

namespace models {
class Session;
}

namespace ui {

class LedgerCard;
class LinksCard;
class OverviewFigures;
class ProgressChart;
class QuotaCard;
class TermsCard;

/// Follows the session's store; reads history and the local record of the creation by itself.
class Overview : public SurveySection
{
    Q_OBJECT

public:
    Overview(models::Session &session, const api::SurveyId &survey, QWidget *parent = nullptr);
    ~Overview() override;

    void refresh() override { } ///< the survey's page asks for the survey itself
    QString unsaved() const override;
    QString unkeepable() const override;
    void keepUnsaved() override;
    void saveUnsaved() override;

private:
    QWidget *build();
    void listen();
    void listenToTerms();
    void askHistory();
    void askSubmitted();
    void askCompletes();
    void update();
    bool isKept() const;

    models::Session &m_session;
    api::SurveyId m_survey;
    models::History m_history;
    std::optional<api::Survey> m_shown;
    OverviewFigures *m_figures;
    ProgressChart *m_chart;
    TermsCard *m_terms;
    QuotaCard *m_quotas;
    LinksCard *m_links;
    LedgerCard *m_ledger;
};

} // namespace ui
