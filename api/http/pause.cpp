#include "api/http/pause.h"

#include "api/http/gate.h"

#include <QCoroSignal>
#include <QTimer>

namespace api {

QCoro::Task<> pause(std::chrono::milliseconds time, QList<Cancellation> enders)
{
    Gate over;
    Gate *gate = &over;
    const auto open = [gate] { gate->open(); };
    QTimer::singleShot(time, gate, open);
    for (const Cancellation &ender : enders)
        ender.onCancel(gate, open);
    if (!over.isOpen())
        co_await qCoro(gate, &Gate::opened);
}

} // namespace api
