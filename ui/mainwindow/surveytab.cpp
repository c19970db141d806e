#include "ui/mainwindow/surveytab.h"

#include "ui/survey/surveypage.h"

namespace ui {

SurveyTab::SurveyTab(const api::SurveyId &survey, QWidget *parent)
    : FittingArea(new QWidget, parent)
    , m_survey(survey)
{
}

SurveyPage *SurveyTab::page() const
{
    return qobject_cast<SurveyPage *>(widget());
}

void SurveyTab::setPage(SurveyPage *page)
{
    setContent(page);
}

} // namespace ui

#include "moc_surveytab.cpp"
