// The place of the navigation where feasibility is asked for before there is a survey.
#pragma once

#include "models/drafts/surveydraft.h"
#include "ui/widgets/page.h"

namespace models {
class Session;
}

namespace ui {

class FeasibilityPanel;
class Prompt;
class ScenarioForm;

/// Opens with the terms that were asked for last.
class FeasibilityPlace : public Page
{
    Q_OBJECT

public:
    FeasibilityPlace(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    void refresh() override; ///< asks again

Q_SIGNALS:
    void surveyWanted(const models::SurveyDraft &draft);

private:
    void followCurrency();

    void restore();

    models::Session &m_session;
    ScenarioForm *m_form;
    FeasibilityPanel *m_panel;
    bool m_isTouched = false; ///< the person changed something
};

} // namespace ui
