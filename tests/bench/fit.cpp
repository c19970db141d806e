// 200 cells in four dimensions fitted to their margins, and made whole.
#include "models/interlocking/wholefit.h"
#include "tests/bench/rounds.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int repeats = 100;
const QList<qsizetype> sizes {5, 5, 4, 2};

/// A table that exists and a seed unlike it.
models::FitTask table()
{
    QRandomGenerator random(5);
    models::FitTask task;
    for (const qsizetype size : sizes)
        task.margins.append(QList<qint64>(size));
    for (int cell = 0; cell < 200; ++cell) {
        const int count = 1 + random.bounded(60);
        task.seed.append(1 + random.bounded(100));
        qsizetype rest = cell;
        for (qsizetype dimension = sizes.size() - 1; dimension >= 0; --dimension) {
            task.margins[dimension][rest % sizes[dimension]] += count;
            rest /= sizes[dimension];
        }
    }
    return task;
}

/// Any table of up to 200 cells in two to four dimensions that exists, with a seed unlike it.
models::FitTask anyTable(QRandomGenerator &random)
{
    constexpr qsizetype most = 200;
    QList<qsizetype> shape;
    qsizetype cells = 1;
    for (int dimension = random.bounded(2, 5); dimension > 0; --dimension) {
        const qsizetype room = std::min<qsizetype>(12, most / cells);
        shape.append(room < 2 ? 1 : 2 + random.bounded(int(room) - 1));
        cells *= shape.last();
    }
    models::FitTask task;
    for (const qsizetype size : shape)
        task.margins.append(QList<qint64>(size));
    for (qsizetype cell = 0; cell < cells; ++cell) {
        const int count = 1 + random.bounded(60);
        task.seed.append(1 + random.bounded(100));
        qsizetype rest = cell;
        for (qsizetype dimension = shape.size() - 1; dimension >= 0; --dimension) {
            task.margins[dimension][rest % shape[dimension]] += count;
            rest /= shape[dimension];
        }
    }
    return task;
}

void worst()
{
    constexpr int tables = 1'500;
    QRandomGenerator random(8);
    QList<double> times;
    int refused = 0;
    for (int i = 0; i < tables; ++i) {
        const models::FitTask task = anyTable(random);
        times.append(bench::timed([&] { refused += models::fitWhole(task) ? 0 : 1; }));
    }
    std::printf("   %d tables that exist, fitted and whole: %.2f ms in the median, %.2f ms at "
                "worst (goal 2 ms); %d refused\n",
                tables, bench::median(times), *std::ranges::max_element(times), refused);
}

template <typename Numbers>
QString list(const Numbers &numbers)
{
    QStringList texts;
    for (const auto number : numbers)
        texts.append(QString::number(number));
    return u'[' + texts.join(u',') + u']';
}

/// The same rounds with numpy, timed inside Python so that its start doesn't count.
QString numpyProgram(const models::FitTask &task)
{
    QStringList margins;
    for (const QList<qint64> &margin : task.margins)
        margins.append(list(margin));
    return uR"(import time
try:
    import numpy as np
except ImportError:
    print(-1); raise SystemExit
seed = np.array(%1, dtype=float).reshape(5, 5, 4, 2)
margins = [np.array(m, dtype=float) for m in [%2]]
def fit():
    x = seed.copy()
    for _ in range(1000):
        worst = 0.0
        for d in range(4):
            axes = tuple(a for a in range(4) if a != d)
            sums = x.sum(axis=axes)
            worst = max(worst, np.abs(sums / margins[d] - 1).max())
            shape = [1, 1, 1, 1]; shape[d] = -1
            x *= (margins[d] / sums).reshape(shape)
        if worst <= 1e-9: break
fit()
start = time.perf_counter()
for _ in range(%3): fit()
print((time.perf_counter() - start) * 1000)
)"_s.arg(list(task.seed), margins.join(u','), QString::number(repeats));
}

double numpy(const QString &program)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, program});
    if (!python.waitForFinished())
        return -1;
    return python.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

int main()
{
    const models::FitTask task = table();
    const QString program = numpyProgram(task);
    QList<bench::Runner> runners {{u"ours: the fit"_s,
                                   [&task] {
                                       return bench::timed([&task] {
                                           for (int i = 0; i < repeats; ++i) {
                                               if (!models::fit(task))
                                                   qFatal("not fitted");
                                           }
                                       });
                                   }},
                                  {u"ours: the fit and whole numbers"_s, [&task] {
                                       return bench::timed([&task] {
                                           for (int i = 0; i < repeats; ++i) {
                                               if (!models::fitWhole(task))
                                                   qFatal("not whole");
                                           }
                                       });
                                   }}};
    if (numpy(program) > 0)
        runners.append({u"numpy: the fit"_s, [&program] { return numpy(program); }});
    else
        std::puts("G  numpy isn't installed (python3-numpy): no peer in this run");
    bench::compare("G  200 cells in 4 dimensions, 100 times", runners);
    worst();
    return 0;
}
