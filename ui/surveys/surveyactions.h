// Activate, Pause, Complete and Close for one or several surveys, one after the other.
#pragma once

#include "api/types/survey.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace models {
class SurveyStore;
}

namespace ui {

class Banner;
class Prompt;

/// Owns the four actions. `selected` answers whom they are for; call update() when that changes.
/// Results are told in the banner: all went well, or which ones did not and why.
class SurveyActions : public QObject
{
    Q_OBJECT

public:
    using Selected = std::function<QList<api::Survey>()>;

    SurveyActions(models::SurveyStore &store, Prompt &prompt, Banner &banner, Selected selected,
                  QWidget *parent);

    QAction *activate() const { return m_activate; }
    QAction *pause() const { return m_pause; }
    QAction *complete() const { return m_complete; }
    QAction *close() const { return m_close; }
    QList<QAction *> all() const { return {m_activate, m_pause, m_complete, m_close}; }
    void update();

private:
    QAction *add(const QString &text, const QString &icon, api::SurveyStatus status);
    void wish(api::SurveyStatus status);
    void run(QList<api::Survey> surveys, api::SurveyStatus status);
    void next();
    void ended(const api::SurveyId &id, const QString &problem);
    QList<api::Survey> fitting(api::SurveyStatus status) const;

    struct Run
    {
        QList<api::Survey> left;
        api::SurveyStatus status = api::SurveyStatus::Unknown;
        api::SurveyId current;
        qsizetype count = 0;
        QStringList problems;
    };

    models::SurveyStore &m_store;
    Prompt &m_prompt;
    Banner &m_banner;
    Selected m_selected;
    QAction *m_activate;
    QAction *m_pause;
    QAction *m_complete;
    QAction *m_close;
    Run m_run;
};

} // namespace ui
