// A local HTTP server that records what it saw, byte for byte, and answers as badly as it is told.
#pragma once

#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>

namespace support {

struct Seen
{
    QByteArray verb;
    QByteArray target; ///< path and query
    QByteArray headers; ///< as they came
    QByteArray body;
    QByteArray path() const { return target.split('?').first(); }
};

enum class Ending { KeepOpen, Close, Reset, Silence, Drip };

struct Reply
{
    QByteArray bytes; ///< all of the answer; Drip sends a byte every 20 ms
    Ending ending = Ending::KeepOpen;
    std::chrono::milliseconds after {0}; ///< how long the service thinks before
};

/// `status` with a JSON body and its length.
Reply json(int status, const QByteArray &body, const QByteArray &moreHeaders = {});

class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<Reply(const Seen &)>;
    /// Answers getHash with 64 digits that differ each time; `script` gets everything else.
    explicit FaultServer(Script script);

    QUrl baseUrl() const;
    QList<Seen> seen; ///< without the requests for a hash
    int hashes = 0; ///< requests for a hash
    Script hashScript; ///< answers those instead, when set

private:
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Reply &reply);
    Script m_script;
};

} // namespace support
