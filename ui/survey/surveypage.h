// One survey: its header with what can be done to it, and its pages.
#pragma once

#include "api/types/survey.h"
#include "ui/survey/surveysection.h"
#include "ui/widgets/page.h"

#include <functional>

class QLabel;
class QTabWidget;

namespace models {
class Session;
}

namespace ui {

class Banner;
class Chip;
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
    QString unsaved() const override { return sentences(&SurveySection::unsaved); }
    QString unkeepable() const override { return sentences(&SurveySection::unkeepable); }
    bool canSave() const override;
    void keepUnsaved() override;
    void saveUnsaved() override;

Q_SIGNALS:
    void renamed(const QString &name); ///< for the tab
    void cloneWanted(const api::SurveyId &id);

private:
    using Sentence = QString (SurveySection::*)() const;
    using Make = std::function<SurveySection *(QWidget *parent)>;

    QWidget *header(Prompt &prompt);
    QLayout *buttons(QWidget *header);
    void addSections(Prompt &prompt);
    void addSection(const QString &title, Make make);
    SurveySection *interlocking(QWidget *parent, Prompt &prompt);
    void readAgain(bool isReachable);
    void proposeQuotas(const QList<api::Quota> &quotas);
    void showSection(int at);
    SurveySection *section() const; ///< the one in front
    void makeActions();
    void listen();
    void update();
    QString sentences(Sentence of) const;
    QString subtitle(const api::Survey &survey) const;

    models::Session &m_session;
    api::SurveyId m_survey;
    Banner *m_banner;
    SurveyActions *m_actions = nullptr;
    QAction *m_clone = nullptr;
    QAction *m_copyId = nullptr;
    QList<QAction *> m_surveyActions; ///< in the order of the menu
    QLabel *m_name = nullptr;
    QLabel *m_about = nullptr;
    Chip *m_status = nullptr;
    QTabWidget *m_pages;
    QList<Make> m_makers; ///< of each tab
    QList<SurveySection *> m_sections; ///< of each tab; nullptr until it is first shown
};

} // namespace ui
