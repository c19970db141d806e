// Any bytes as a fitting task: it answers or refuses, and what it answers keeps every margin.
#include "models/interlocking/wholefit.h"

#include <cstdlib>

namespace {

/// Bytes are taken one after the other; 0 when there are no more.
struct Bytes
{
    const uint8_t *at;
    const uint8_t *end;
    int next() { return at == end ? 0 : *at++; }
};

models::FitTask taskOf(Bytes bytes)
{
    models::FitTask task;
    const int dimensions = bytes.next() % 6;
    const bool hasSeed = bytes.next() % 2 != 0;
    task.minimum = bytes.next() % 4;
    qsizetype size = 1;
    for (int i = 0; i < dimensions; ++i) {
        const int options = bytes.next() % 8;
        QList<qint64> totals;
        for (int option = 0; option < options; ++option)
            totals.append(qint64(bytes.next()) * bytes.next() - (bytes.next() == 255 ? 1 : 0));
        // The last option closes the sum, so that more than the refusal is reached.
        if (i > 0 && options > 0 && bytes.next() % 4 != 0) {
            qint64 rest = 0;
            for (const qint64 total : task.margins.first())
                rest += total;
            for (int option = 0; option + 1 < options; ++option)
                rest -= totals[option];
            totals.last() = rest;
        }
        task.margins.append(totals);
        size *= options;
    }
    for (qsizetype cell = 0; hasSeed && cell < size && cell < 250; ++cell)
        task.seed.append(bytes.next());
    return task;
}

void check(const models::FitTask &task, const models::WholeFit &whole)
{
    qsizetype inside = whole.cells.size();
    for (const QList<qint64> &margin : task.margins) {
        inside /= margin.size();
        QList<qint64> sums(margin.size());
        for (qsizetype cell = 0; cell < whole.cells.size(); ++cell)
            sums[cell / inside % margin.size()] += whole.cells[cell];
        if (sums != margin)
            std::abort();
    }
    for (qsizetype cell = 0; cell < whole.cells.size(); ++cell) {
        const bool isZero = !task.seed.isEmpty() && task.seed[cell] == 0;
        const int value = whole.cells[cell];
        if (isZero ? value != 0 : value < task.minimum || value > task.maximum)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const models::FitTask task = taskOf({data, data + size});
    const auto whole = models::fitWhole(task);
    if (whole)
        check(task, *whole);
    else if (models::problemText(whole.error()).isEmpty())
        std::abort();
    return 0;
}
