// What the UIDs of one list have in common, and which of them differ.
#pragma once

#include "models/reconciliation/importrows.h"

#include <array>

namespace models {

/// Told all of them first, then asked.
class UidShape
{
public:
    void add(qsizetype length, bool isAlphanumeric); ///< of one UID
    /// After the last: length and letters are common when nine tenths of the list have them.
    void settle();

    UidKind kindOf(QByteArrayView uid) const;
    bool isUsual(qsizetype length) const { return m_length == 0 || length == m_length; }
    qsizetype usualLength() const { return m_length; } ///< 0: there is none

private:
    static constexpr size_t longest = 256;

    std::array<qint64, longest> m_lengths {};
    qint64 m_all = 0;
    qint64 m_plain = 0;
    qsizetype m_length = 0;
    bool m_isAlphanumeric = false;
};

/// "1.23E+17", "1,23e+17": what a spreadsheet makes of a long number.
bool isRoundedNumber(QByteArrayView uid);

/// Quotation marks at both ends, which a cell's own are not: those were taken off before.
bool isWithinQuotes(QByteArrayView uid);

/// Control and formatting signs, soft hyphens, unusual blanks.
bool hasInvisible(QByteArrayView uid);

/// Nothing but the letters and digits of ASCII.
bool isAlphanumeric(QByteArrayView uid);

} // namespace models
