// One call of a store at a time: who may begin, and what waits for the end of a reading.
#pragma once

#include "api/http/cancellation.h"

#include <functional>

namespace models {

/// A reading gives way to a write. A write is refused while another one runs or waits.
class CallTurn
{
public:
    using Run = std::function<void()>;
    enum class Turn { Begun, Waits, Refused };

    explicit CallTurn(std::function<void(bool isBusy)> tell); ///< told at each change

    bool begin(bool isWriting = false); ///< false while anything runs
    /// A reading that runs is cut off, and `again` is run behind its end (Waits).
    Turn beginWriting(Run again);
    void end();
    bool isCutOff() const { return m_waiting != nullptr; } ///< the reading, by a write
    void runWaiting(); ///< behind end(): the write that cut the reading off, if one did
    void cancel();

    const api::Cancellation &cancellation() const { return m_cancellation; } ///< of this turn
    bool isBusy() const { return m_isBusy; }
    bool isWriting() const { return m_isWriting || isCutOff(); } ///< or a write waits

private:
    std::function<void(bool)> m_tell;
    api::Cancellation m_cancellation;
    Run m_waiting;
    bool m_isBusy = false;
    bool m_isWriting = false;
};

} // namespace models
