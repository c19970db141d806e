// One survey: its header with what can be done to it, its figures, and its pages.
#pragma once

#include "api/types/survey.h"
#include "ui/widgets/page.h"

class QLabel;
class QTabWidget;

namespace models {
class Session;
}

namespace ui {

class Banner;
class Chip;
class FigureCard;
class InterlockingPage;
class Prompt;
class SurveyActions;

/// Shows what the session's store knows of the survey and follows it.
class SurveyPage : public Page
{
    Q_OBJECT

public:
    SurveyPage(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
               QWidget *parent = nullptr);
    ~SurveyPage() override;

    const api::SurveyId &survey() const { return m_survey; }
    void refresh() override;
    QList<QAction *> editActions() const override;
    QList<QAction *> surveyActions() const override;
    QString unsaved() const override;

Q_SIGNALS:
    void renamed(const QString &name); ///< for the tab

private:
    QWidget *header(Prompt &prompt);
    QWidget *figures();
    void listen();
    void update();
    QString subtitle(const api::Survey &survey) const;

    models::Session &m_session;
    api::SurveyId m_survey;
    Banner *m_banner;
    SurveyActions *m_actions = nullptr;
    QAction *m_copyId = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_about = nullptr;
    Chip *m_status = nullptr;
    QList<FigureCard *> m_figures;
    QTabWidget *m_pages;
    InterlockingPage *m_interlocking;
};

} // namespace ui
