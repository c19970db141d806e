// Sharing a whole number out in whole numbers, so that nothing is lost or added.
#pragma once

#include <QList>

namespace models {

/// Largest remainder: the shares sum to `total` exactly, each is the floor or the ceiling of its
/// proportional part; ties go to the earlier one. Weights below 0 count as 0; when all are 0 the
/// shares are even. A negative total is taken as 0. Source: domain.md, Whole numbers.
QList<int> distribute(int total, const QList<qint64> &weights);

/// distribute() with equal weights: the first `total % count` shares are one larger.
QList<int> distributeEvenly(int total, int count);

} // namespace models
