#include "models/support/callturn.h"

#include <utility>

namespace models {

CallTurn::CallTurn(std::function<void(bool)> tell)
    : m_tell(std::move(tell))
{
}

bool CallTurn::begin(bool isWriting)
{
    if (m_isBusy)
        return false;
    m_cancellation = api::Cancellation();
    m_isBusy = true;
    m_isWriting = isWriting;
    m_tell(true);
    return true;
}

CallTurn::Turn CallTurn::beginWriting(Run again)
{
    if (begin(true))
        return Turn::Begun;
    if (isWriting())
        return Turn::Refused;
    m_waiting = std::move(again);
    m_cancellation.cancel();
    m_tell(true);
    return Turn::Waits;
}

void CallTurn::end()
{
    m_isBusy = false;
    m_isWriting = false;
    m_tell(false);
}

void CallTurn::runWaiting()
{
    if (const Run run = std::exchange(m_waiting, {}))
        run();
}

void CallTurn::cancel()
{
    m_cancellation.cancel();
}

} // namespace models
