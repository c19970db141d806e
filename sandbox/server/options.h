// What the sandbox can be told when it is started.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>

namespace sandbox {

struct Options
{
    quint16 port = 0; ///< 0: any free one
    QString dataFile; ///< empty: in memory
    quint64 seed = 1;
    int surveys = 40; ///< how many a new data file starts with
    double speed = 1.0; ///< of the field: simulated time passes that many times faster
    QString key; ///< empty: any key signs
    QString clientId; ///< empty: any client ID
    QString token; ///< first part of every path, known to whom it is told only; empty: none
    std::chrono::milliseconds patience {60'000}; ///< with a connection that sends no whole request
    std::function<QDateTime()> clock = &QDateTime::currentDateTimeUtc;
};

} // namespace sandbox
