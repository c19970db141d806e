// Quotas that could not be sent and wait for the person: kept, compared with the server's, sent.
#pragma once

#include "models/activity/pendingedits.h"
#include "models/quotas/quotastore.h"

namespace models {

class ChangeLog;
class SurveyStore;

/// What a waiting edit of quotas holds.
struct WaitingSheet
{
    QList<api::Quota> before; ///< as they were when they were edited
    QList<api::Quota> mine;
    int completes = 0;
    bool operator==(const WaitingSheet &) const = default;
};

/// The edits of `sheet`, to be kept.
PendingEdit waitingEdit(const api::SurveyId &survey, const QuotaSheet &sheet, const QDateTime &now);
/// Nothing for another kind of edit.
std::optional<WaitingSheet> waitingSheet(const PendingEdit &edit);
/// Its edits over what the survey targets now.
QuotaSheet sheetOf(const WaitingSheet &waiting, const QList<api::Qualification> &targeted);
/// Writes as the change log tells them; names of answers from `sheet`.
void recordWrites(ChangeLog &log, const api::SurveyId &survey, const QuotaSheet &sheet,
                  const QList<QuotaWrite> &writes);

/// Sends waiting quotas when the person says so. When the server changed one of them meanwhile,
/// nothing is sent: the edit goes on waiting and says why.
class WaitingQuotas : public QObject
{
    Q_OBJECT

public:
    static const QString kind; ///< PendingEdit::kind

    WaitingQuotas(api::Client &client, SurveyStore &surveys, PendingEdits &pending, ChangeLog &log,
                  QObject *parent = nullptr);

private:
    void send(const PendingEdit &edit);
    void finish(const PendingEdit &sent, const QList<QuotaWrite> &writes);

    api::Client &m_client;
    SurveyStore &m_surveys;
    PendingEdits &m_pending;
    ChangeLog &m_log;
};

} // namespace models
