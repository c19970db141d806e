// Activate, Pause, Complete and Close for one or several surveys, one after the other.
#pragma once

#include "api/types/survey.h"
#include "ui/surveys/resultsdialog.h"

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
/// Results are told in the banner: how many were changed, which ones were not and why; Show results
/// lists all. Cancel lets the call that runs come to its end and sends no further one.
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
    /// Surveys of which `isInDoubt` holds may be one of two: they aren't activated meanwhile.
    void holdBack(std::function<bool(const api::Survey &)> isInDoubt);

private:
    QAction *add(const QString &text, const QString &icon, api::SurveyStatus status);
    void wish(api::SurveyStatus status);
    void run(QList<api::Survey> surveys, api::SurveyStatus status);
    void next();
    void ended(const api::SurveyId &id, StatusResult::Outcome outcome, const QString &text);
    void cancel();
    void tell(const QList<StatusResult> &results, bool isCancelled);
    QList<api::Survey> fitting(api::SurveyStatus status) const;

    struct Run
    {
        QList<api::Survey> left;
        api::SurveyStatus status = api::SurveyStatus::Unknown;
        api::Survey current;
        qsizetype count = 0;
        bool isCancelled = false;
        QList<StatusResult> results;
    };

    models::SurveyStore &m_store;
    Prompt &m_prompt;
    Banner &m_banner;
    Selected m_selected;
    std::function<bool(const api::Survey &)> m_isInDoubt;
    QAction *m_activate;
    QAction *m_pause;
    QAction *m_complete;
    QAction *m_close;
    Run m_run;
};

} // namespace ui
