// A change of status of one or several surveys, sent one after the other, with a result for each.
#pragma once

#include "api/flows/surveys.h"
#include "ui/surveys/resultsdialog.h"

#include <QObject>

namespace models {
class SurveyStore;
}

namespace ui {

/// What one survey is to become, and what it was when the person asked for it.
struct StatusStep
{
    api::SurveyId id;
    QString code;
    QString name;
    api::SurveyStatus from = api::SurveyStatus::Unknown;
    api::SurveyStatus to = api::SurveyStatus::Unknown;
    bool operator==(const StatusStep &) const = default;
};

/// One run at a time. A survey whose status was changed elsewhere meanwhile is left alone and says
/// so (SurveyStore::changeStatus). A run that is destroyed sends no further call.
class StatusRun : public QObject
{
    Q_OBJECT

public:
    explicit StatusRun(models::SurveyStore &store, QObject *parent = nullptr);

    bool isRunning() const { return m_count > 0; }
    qsizetype left() const; ///< steps without a result yet, the one that runs included
    void start(const QList<StatusStep> &steps);
    /// The call that runs comes to its end; what is left is not sent.
    void cancel();

Q_SIGNALS:
    void advanced(qsizetype at, qsizetype count, const QString &name); ///< `at` from 1
    void cancelling(const QString &name); ///< the answer about this one is waited for
    /// `changed`: the steps that the service took, in their order.
    void finished(const QList<ui::StatusResult> &results, const QList<ui::StatusStep> &changed,
                  bool isCancelled);

private:
    void next();
    void take(const api::Result<api::flows::StatusChange> &answer);

    models::SurveyStore &m_store;
    QList<StatusStep> m_left;
    StatusStep m_current;
    QList<StatusStep> m_changed;
    QList<StatusResult> m_results;
    qsizetype m_count = 0; ///< of the run; 0: none
    bool m_isCancelled = false;
};

} // namespace ui
