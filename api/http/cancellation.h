// Lets a person stop a call that is under way.
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace api {

/// Stops calls that were given it. Copies share one state. One thread.
class Cancellation
{
public:
    Cancellation();
    void cancel();
    bool isCancelled() const;
    /// Calls `stop` once when cancelled, at once when it already is; not after `context` is gone.
    void onCancel(QObject *context, std::function<void()> stop) const;

private:
    class State;
    std::shared_ptr<State> m_state;
};

} // namespace api
