// What the UIDs of one list have in common, and which of them differ.
#pragma once

#include "models/reconciliation/importrows.h"

#include <array>

namespace models {

/// All of them are added first; then each can be judged.
class UidShape
{
public:
    void add(qsizetype length, bool isAlphanumeric); ///< of one UID that isn't damaged
    /// After the last: length and letters are common when nine tenths of the list have them.
    void settle();

    UidKind kindOf(QByteArrayView uid) const; ///< Good, OddLetters or OddLength
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

/// Nothing but the letters and digits of ASCII.
bool isAlphanumeric(QByteArrayView uid);

} // namespace models
