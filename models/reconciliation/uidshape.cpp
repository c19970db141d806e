#include "models/reconciliation/uidshape.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace models {

namespace {

bool isMost(qint64 some, qint64 all)
{
    return some < all && some * 10 >= all * 9;
}

// Eight signs at a time in one number, each byte of it a sign below 0x80.
constexpr quint64 each = 0x0101'0101'0101'0101;
constexpr quint64 topBits = each * 0x80;

/// The top bit of each byte that is `low` to `high`.
constexpr quint64 within(quint64 signs, quint64 low, quint64 high)
{
    return (signs + each * (0x80 - low)) & ~(signs + each * (0x7f - high)) & topBits;
}

bool areAlphanumeric(quint64 signs)
{
    if (signs & topBits)
        return false;
    const quint64 letters = within(signs | (each * 0x20), 'a', 'z');
    return (letters | within(signs, '0', '9')) == topBits;
}

} // namespace

bool isAlphanumeric(QByteArrayView uid)
{
    constexpr qsizetype step = sizeof(quint64);
    quint64 signs = each * '0';
    if (uid.isEmpty())
        return true;
    if (uid.size() < step) {
        std::memcpy(&signs, uid.data(), size_t(uid.size()));
        return areAlphanumeric(signs);
    }
    bool isPlain = true; // without a branch for each sign: nearly all are
    for (qsizetype at = 0; at + step <= uid.size(); at += step) {
        std::memcpy(&signs, uid.data() + at, size_t(step));
        isPlain &= areAlphanumeric(signs);
    }
    std::memcpy(&signs, uid.data() + uid.size() - step, size_t(step)); // some once more
    return isPlain && areAlphanumeric(signs);
}

void UidShape::add(qsizetype length, bool isAlphanumeric)
{
    ++m_lengths[std::min(size_t(length), longest - 1)];
    ++m_all;
    m_plain += isAlphanumeric ? 1 : 0;
}

void UidShape::settle()
{
    const auto most = std::ranges::max_element(m_lengths);
    m_length = isMost(*most, m_all) ? most - m_lengths.begin() : 0;
    m_isAlphanumeric = isMost(m_plain, m_all);
}

UidKind UidShape::kindOf(QByteArrayView uid) const
{
    if (m_isAlphanumeric && !isAlphanumeric(uid))
        return UidKind::OddLetters;
    return isUsual(uid.size()) ? UidKind::Good : UidKind::OddLength;
}

} // namespace models
