#include "api/http/callqueue.h"

#include "api/http/gate.h"

#include <QCoroSignal>

#include <algorithm>

namespace api {

QCoro::Task<bool> CallQueue::enter(QList<Cancellation> enders)
{
    if (std::ranges::any_of(enders, &Cancellation::isCancelled))
        co_return false;
    if (m_running < m_most) {
        ++m_running;
        co_return true;
    }
    Gate turn;
    Gate *gate = &turn;
    m_waiting.append(gate);
    const auto open = [gate] { gate->open(); };
    for (const Cancellation &ender : enders)
        ender.onCancel(gate, open);
    co_await qCoro(gate, &Gate::opened);
    // leave() takes the one whose turn it is out of the line, and hands its own place over.
    const bool hasPlace = m_waiting.removeAll(gate) == 0;
    co_return hasPlace;
}

void CallQueue::leave()
{
    if (m_waiting.isEmpty())
        --m_running;
    else
        m_waiting.takeFirst()->open();
}

} // namespace api
