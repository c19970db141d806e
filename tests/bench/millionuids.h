// A million UIDs of 19 characters for benches, and the other programs that read them.
#pragma once

#include "tests/bench/rounds.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

namespace bench {

constexpr int million = 1'000'000;

/// The same in every run, a line each.
inline QByteArray millionLines(quint32 seed = 7)
{
    static const char signs[] = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789";
    QRandomGenerator random(seed);
    QByteArray text;
    text.reserve(million * 20);
    for (int i = 0; i < million; ++i) {
        for (int sign = 0; sign < 19; ++sign)
            text += signs[random.bounded(int(sizeof signs) - 1)];
        text += '\n';
    }
    return text;
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no space");
}

/// Milliseconds of a command; below 0 when it failed or isn't installed.
inline double shell(const QString &command)
{
    int code = 0;
    const double time = timed([&command, &code] {
        code = QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    });
    return code == 0 ? time : -1;
}

} // namespace bench
