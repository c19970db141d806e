#include "tests/support/messages.h"

#include <QMutex>

namespace support {

namespace {
QtMessageHandler previous = nullptr;
QMutex guard;
QStringList collected;

void collect(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const QMutexLocker lock(&guard);
        collected.append(text);
    }
    if (previous)
        previous(type, context, text);
}
} // namespace

Messages::Messages()
{
    const QMutexLocker lock(&guard);
    collected.clear();
    previous = qInstallMessageHandler(collect);
}

Messages::~Messages()
{
    qInstallMessageHandler(previous);
}

QStringList Messages::unexpected() const
{
    const QMutexLocker lock(&guard);
    return collected;
}

} // namespace support
