#include "models/reconciliation/uidshape.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

constexpr size_t longest = 256;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isMost(qsizetype some, qsizetype all)
{
    return some < all && some * 10 >= all * 9;
}

} // namespace

bool isAlphanumeric(QByteArrayView uid)
{
    return std::all_of(uid.begin(), uid.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

bool isRoundedNumber(QByteArrayView uid)
{
    const auto exponent =
        std::find_if(uid.begin(), uid.end(), [](char c) { return c == 'E' || c == 'e'; });
    if (uid.isEmpty() || !isDigit(uid.front()) || uid.end() - exponent < 3 || exponent[1] != '+')
        return false;
    const bool isMantissa = std::all_of(uid.begin(), exponent,
                                        [](char c) { return isDigit(c) || c == '.' || c == ','; });
    return isMantissa && std::all_of(exponent + 2, uid.end(), isDigit);
}

UidShape::UidShape(const api::UidList &uids)
{
    std::array<qsizetype, longest> lengths {};
    qsizetype plain = 0;
    for (qsizetype i = 0; i < uids.size(); ++i) {
        const QByteArrayView uid = uids.at(i);
        ++lengths[std::min(size_t(uid.size()), longest - 1)];
        plain += isAlphanumeric(uid) ? 1 : 0;
    }
    const auto most = std::ranges::max_element(lengths);
    if (isMost(*most, uids.size()))
        m_length = most - lengths.begin();
    m_isAlphanumeric = isMost(plain, uids.size());
}

std::optional<UidFault> UidShape::faultOf(QByteArrayView uid) const
{
    if (isRoundedNumber(uid))
        return UidFault::Damaged;
    if (m_isAlphanumeric && !isAlphanumeric(uid))
        return UidFault::OddLetters;
    if (m_length > 0 && uid.size() != m_length)
        return UidFault::OddLength;
    return std::nullopt;
}

} // namespace models
