// Bounds how many calls of one connection are on their way at a time; the others wait in line.
#pragma once

#include "api/http/cancellation.h"

#include <QCoroTask>
#include <QList>

namespace api {

class Gate;

/// The network library opens six connections to a host and lets further requests wait unseen; here
/// they wait before any clock runs and before anything is sent. One thread.
class CallQueue
{
public:
    explicit CallQueue(int most)
        : m_most(most)
    {
    }

    /// Resumes with true when there is room, in the order of asking; then leave() has to follow.
    /// With false when one of `enders` is or becomes cancelled first.
    QCoro::Task<bool> enter(QList<Cancellation> enders);
    void leave();

private:
    int m_most;
    int m_running = 0;
    QList<Gate *> m_waiting;
};

} // namespace api
