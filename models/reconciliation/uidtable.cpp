#include "models/reconciliation/uidtable.h"

#include <QHashFunctions>

#include <bit>

namespace models {

namespace {

constexpr qsizetype usualLength = 20; // bytes of a UID

size_t hashed(QByteArrayView uid)
{
    // Seeded by Qt at start: a file can't be made to collide on purpose.
    return qHashBits(uid.data(), size_t(uid.size()), QHashSeed::globalSeed());
}

} // namespace

UidTable::UidTable(qsizetype expected)
    : m_slots(std::bit_ceil(size_t(std::max<qsizetype>(expected, 8)) * 2))
{
    m_uids.reserve(expected, expected * usualLength);
}

size_t UidTable::slotOf(QByteArrayView uid, quint32 &tag) const
{
    const size_t hash = hashed(uid);
    const size_t mask = m_slots.size() - 1;
    tag = quint32(hash >> 32);
    size_t at = hash & mask;
    while (m_slots[at].place != 0
           && (m_slots[at].tag != tag || m_uids.at(m_slots[at].place - 1) != uid))
        at = (at + 1) & mask;
    return at;
}

qsizetype UidTable::find(QByteArrayView uid) const
{
    quint32 tag = 0;
    return qsizetype(m_slots[slotOf(uid, tag)].place) - 1;
}

qsizetype UidTable::insert(QByteArrayView uid)
{
    quint32 tag = 0;
    const size_t at = slotOf(uid, tag);
    if (m_slots[at].place != 0)
        return qsizetype(m_slots[at].place) - 1;
    m_uids.append(uid);
    m_slots[at] = {tag, quint32(m_uids.size())};
    if (size_t(m_uids.size()) * 2 > m_slots.size())
        grow();
    return -1;
}

void UidTable::grow()
{
    m_slots = std::vector<Slot>(m_slots.size() * 2);
    const size_t mask = m_slots.size() - 1;
    for (qsizetype i = 0; i < m_uids.size(); ++i) {
        const size_t hash = hashed(m_uids.at(i));
        size_t at = hash & mask;
        while (m_slots[at].place != 0)
            at = (at + 1) & mask;
        m_slots[at] = {quint32(hash >> 32), quint32(i + 1)};
    }
}

} // namespace models
