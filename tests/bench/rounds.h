// Ours and its peers in turn, round after round; only ratios of one run mean anything.
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace bench {

struct Runner
{
    QString name;
    std::function<double()> run; ///< milliseconds; below 0: it failed
};

/// Milliseconds that `work` takes.
inline double timed(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

inline double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// One warm-up round, then `rounds`; prints each median and its ratio to the first runner's.
inline void compare(const char *title, const QList<Runner> &runners, int rounds = 9)
{
    QList<QList<double>> times(runners.size());
    for (int round = 0; round <= rounds; ++round) {
        for (qsizetype i = 0; i < runners.size(); ++i) {
            const double time = runners[i].run();
            if (round > 0)
                times[i].append(time);
        }
    }
    std::printf("%s\n", title);
    const double ours = median(times[0]);
    for (qsizetype i = 0; i < runners.size(); ++i) {
        const double one = median(times[i]);
        if (one < 0) {
            std::printf("  %-44s not here\n", qPrintable(runners[i].name));
            continue;
        }
        std::printf("  %-44s %9.2f ms   ours / it = %.2f\n", qPrintable(runners[i].name), one,
                    ours / one);
    }
    std::fflush(stdout);
}

} // namespace bench
