#include "api/http/uploaddevice.h"

#include <cstring>

namespace api {

UploadDevice::UploadDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadDevice::bytesAvailable() const
{
    return m_body.size() - m_read;
}

qint64 UploadDevice::readData(char *data, qint64 most)
{
    const qint64 count = qMin(most, bytesAvailable());
    if (count == 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_read, size_t(count));
    m_read += count;
    return count;
}

} // namespace api
