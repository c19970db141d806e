#include "ui/mainwindow/surveytab.h"

#include "ui/survey/surveypage.h"
#include "ui/widgets/theme.h"

#include <QScrollBar>

namespace ui {

SurveyTab::SurveyTab(const api::SurveyId &survey, QWidget *parent)
    : FittingArea(new QWidget, parent)
    , m_survey(survey)
{
    Theme::dress(*verticalScrollBar());
    Theme::dress(*horizontalScrollBar());
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
