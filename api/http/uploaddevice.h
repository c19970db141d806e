// A body that can be read once only, so that the network library can't send it twice.
#pragma once

#include <QIODevice>

namespace api {

/// Sequential on purpose: a device that can be rewound is posted again by QNetworkAccessManager
/// when the server cuts the connection (reliability.md, measured fact 1).
class UploadDevice : public QIODevice
{
public:
    explicit UploadDevice(QByteArray body, QObject *parent = nullptr);
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; } ///< asked for on a redirect, which is an error
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace api
