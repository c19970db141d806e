// The tab of one survey, whose page is built when it is first shown.
#pragma once

#include "api/types/ids.h"
#include "ui/widgets/fittingarea.h"

namespace ui {

class SurveyPage;

/// Tabs that are opened again at start cost nothing until one goes to them.
class SurveyTab : public FittingArea
{
    Q_OBJECT

public:
    explicit SurveyTab(const api::SurveyId &survey, QWidget *parent = nullptr);

    const api::SurveyId &survey() const { return m_survey; }
    SurveyPage *page() const; ///< nullptr until there is one
    void setPage(SurveyPage *page); ///< once

private:
    api::SurveyId m_survey;
};

} // namespace ui
