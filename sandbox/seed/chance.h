// Chance that is always the same: numbers that depend on nothing but a seed and a name.
#pragma once

#include <QStringView>

namespace sandbox {

/// Evenly spread over all 64 bits.
quint64 chance(quint64 seed, QStringView name, quint64 index = 0);

/// Evenly spread over [0, 1).
double share(quint64 seed, QStringView name, quint64 index = 0);

/// `length` letters and digits drawn from `bits`, which should be well mixed.
QString lettersAndDigits(quint64 bits, int length);

} // namespace sandbox
