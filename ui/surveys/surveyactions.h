// Activate, Pause, Complete and Close for one or several surveys, one after the other.
#pragma once

#include "api/types/survey.h"
#include "ui/surveys/statusrun.h"

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

QAction *separator(QObject *parent); ///< between the groups of a menu

/// Owns the four actions. `selected` answers whom they are for; call update() when that changes.
/// Completing asks while completes are missing, closing always asks. Results are in the banner: how
/// many were changed to what, which ones were not and why; Show results lists all; Undo sets those
/// that were changed back, as long as nobody else has changed them meanwhile. Cancel lets the call
/// that runs come to its end and sends no further one.
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
    /// What goes on and off at will; what ends a survey is apart from it.
    QList<QAction *> running() const { return {m_activate, m_pause}; }
    QList<QAction *> ending() const { return {m_complete, m_close}; }
    void update();
    /// Surveys of which `isInDoubt` holds may be one of two: they aren't activated meanwhile.
    void holdBack(std::function<bool(const api::Survey &)> isInDoubt);
    /// Why the window shouldn't be closed just now, a whole sentence; empty when nothing runs.
    QString unsaved() const;

private:
    QAction *add(const QString &text, const QString &icon, api::SurveyStatus status);
    void request(api::SurveyStatus status);
    bool isHeldBack(const QList<api::Survey> &surveys, api::SurveyStatus status);
    void start(const QList<StatusStep> &steps, bool isUndo);
    void showProgress(qsizetype at, qsizetype count, const QString &name);
    void report(const QList<StatusResult> &results, const QList<StatusStep> &changed,
                bool isCancelled);
    void reportOne(const StatusResult &result, const QList<StatusStep> &changed);
    void reportMany(const QList<StatusResult> &results, const QList<StatusStep> &changed,
                    bool isCancelled);
    QString changedText(const QList<StatusStep> &changed) const;
    void offerUndo(const QList<StatusStep> &changed);
    QList<api::Survey> fitting(api::SurveyStatus status) const;

    Prompt &m_prompt;
    Banner &m_banner;
    Selected m_selected;
    std::function<bool(const api::Survey &)> m_isInDoubt;
    QAction *m_activate;
    QAction *m_pause;
    QAction *m_complete;
    QAction *m_close;
    StatusRun m_run;
    api::SurveyStatus m_to = api::SurveyStatus::Unknown; ///< of the run
    bool m_isUndo = false; ///< the run sets back what an earlier one changed
};

} // namespace ui
