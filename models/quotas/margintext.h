// A pasted margin: percentages or counts of the options of one question.
#pragma once

#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

namespace models {

/// One pasted margin of `options`, a line for each, with or without the option's name before the
/// number. Percentages (all with %, or all together 100) share `total` out by largest remainder; a
/// sum that misses 100 by no more than their rounding can make is scaled, and `note`, where given,
/// says so. Counts are taken as they are. Or the sentence that says what doesn't fit.
tl::expected<QList<qint64>, QString> marginFromText(const QString &text, const QStringList &options,
                                                    qint64 total, QString *note = nullptr);

} // namespace models
