#include "api/http/cancellation.h"

#include "api/http/gate.h"

namespace api {

class Cancellation::State
{
public:
    Gate gate;
};

Cancellation::Cancellation()
    : m_state(std::make_shared<State>())
{
}

void Cancellation::cancel()
{
    const auto alive = m_state; // a listener may drop the last copy
    alive->gate.open();
}

bool Cancellation::isCancelled() const
{
    return m_state->gate.isOpen();
}

void Cancellation::onCancel(QObject *context, std::function<void()> stop) const
{
    if (isCancelled())
        stop();
    else
        QObject::connect(&m_state->gate, &Gate::opened, context, std::move(stop));
}

} // namespace api
