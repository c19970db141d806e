// Cells of a grid that could not be sent and wait for the person: kept, compared, sent.
#pragma once

#include "models/activity/pendingedits.h"
#include "models/interlocking/interlockinggrid.h"

namespace api {
class Client;
}

namespace models {

class ChangeLog;
class GridCache;

/// The changed cells of `grid`, to be kept.
PendingEdit waitingEdit(const api::SurveyId &survey, const InterlockingGrid &grid,
                        const QDateTime &now);
/// The cells of a waiting edit as a flat grid; nothing for another kind of edit.
std::optional<InterlockingGrid> waitingCells(const PendingEdit &edit);
/// Whether all of them are cells of `grid` still: a grid that was created anew has others.
bool belongTo(const InterlockingGrid &grid, const InterlockingGrid &cells);

/// Sends waiting cells when the person says so. When the server changed one of them meanwhile, or
/// has another grid, nothing is sent: the edit goes on waiting and says why.
class WaitingCells : public QObject
{
    Q_OBJECT

public:
    static const QString kind; ///< PendingEdit::kind

    WaitingCells(api::Client &client, GridCache &cache, PendingEdits &pending, ChangeLog &log,
                 QObject *parent = nullptr);

private:
    void send(const PendingEdit &edit);
    void take(const PendingEdit &sent, const InterlockingGrid &mine, const InterlockingGrid &fresh);

    api::Client &m_client;
    GridCache &m_cache;
    PendingEdits &m_pending;
    ChangeLog &m_log;
};

} // namespace models
