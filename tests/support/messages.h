// Makes a test fail on any warning that it didn't announce.
#pragma once

#include <QString>

namespace support {

/// From construction to destruction every qWarning and qCritical that wasn't announced by
/// QTest::ignoreMessage is collected; call `unexpected()` in cleanup() and compare with empty.
class Messages
{
public:
    Messages();
    ~Messages();
    QStringList unexpected() const;
};

} // namespace support
