// The page Activity of a survey's tab: its calls and what was changed.
#pragma once

#include "api/types/ids.h"
#include "ui/survey/surveysection.h"

namespace models {
class Session;
}

namespace ui {

class ActivityView;
class Prompt;

class ActivitySection : public SurveySection
{
    Q_OBJECT

public:
    ActivitySection(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                    QWidget *parent = nullptr);

    void refresh() override;
    QList<QAction *> editActions() const override;

private:
    ActivityView *m_view;
};

} // namespace ui
