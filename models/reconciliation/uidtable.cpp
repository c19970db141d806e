#include "models/reconciliation/uidtable.h"

#include <QHashFunctions>

#include <array>
#include <bit>

namespace models {

namespace {

constexpr qsizetype usualLength = 20; // bytes of a UID
constexpr size_t lookups = 32; // lookups that wait for memory at the same time

} // namespace

quint64 UidSlots::hashOf(QByteArrayView uid)
{
    // Seeded by Qt at start: a file can't be made to collide on purpose.
    return qHashBits(uid.data(), size_t(uid.size()), QHashSeed::globalSeed());
}

UidSlots::UidSlots(qsizetype expected)
    : m_slots(std::bit_ceil(size_t(std::max<qsizetype>(expected, 8)) * 2))
{
}

size_t UidSlots::slotOf(const api::UidList &uids, QByteArrayView uid, quint64 hash) const
{
    const quint32 places = mask();
    const Slot tag = slotFor(hash, -1);
    size_t at = hash & places;
    while (m_slots[at] != 0
           && ((m_slots[at] & ~places) != tag || uids.at(placeIn(m_slots[at])) != uid))
        at = (at + 1) & places;
    return at;
}

qsizetype UidSlots::find(const api::UidList &uids, QByteArrayView uid, quint64 hash) const
{
    return placeIn(m_slots[slotOf(uids, uid, hash)]);
}

qsizetype UidSlots::put(const api::UidList &uids, QByteArrayView uid, quint64 hash, qsizetype next)
{
    if ((m_taken + 1) * 2 > m_slots.size())
        grow(uids);
    Slot &slot = m_slots[slotOf(uids, uid, hash)];
    if (slot != 0)
        return placeIn(slot);
    slot = slotFor(hash, next);
    ++m_taken;
    return -1;
}

void UidSlots::grow(const api::UidList &uids)
{
    const quint32 placesBefore = mask();
    const auto before = std::exchange(m_slots, decltype(m_slots)(m_slots.size() * 2));
    for (const Slot slot : before) {
        if (slot == 0)
            continue;
        const qsizetype place = qsizetype(slot & placesBefore) - 1;
        const quint64 hash = hashOf(uids.at(place));
        size_t at = hash & mask();
        while (m_slots[at] != 0)
            at = (at + 1) & mask();
        m_slots[at] = slotFor(hash, place);
    }
}

UidIndex::UidIndex(const api::UidList &uids)
    : m_uids(uids)
    , m_slots(uids.size())
{
    std::array<quint64, lookups> hashes {};
    for (qsizetype from = 0; from < uids.size(); from += qsizetype(lookups)) {
        const size_t count = size_t(std::min<qsizetype>(lookups, uids.size() - from));
        for (size_t i = 0; i < count; ++i) {
            hashes[i] = UidSlots::hashOf(uids.at(from + qsizetype(i)));
            m_slots.prefetch(hashes[i]);
        }
        for (size_t i = 0; i < count; ++i)
            m_slots.put(uids, uids.at(from + qsizetype(i)), hashes[i], from + qsizetype(i));
    }
}

qsizetype UidIndex::find(QByteArrayView uid) const
{
    return m_slots.find(m_uids, uid, UidSlots::hashOf(uid));
}

UidTable::UidTable(qsizetype expected)
    : m_slots(expected)
{
    m_uids.reserve(expected, expected * usualLength);
}

qsizetype UidTable::find(QByteArrayView uid) const
{
    return m_slots.find(m_uids, uid, UidSlots::hashOf(uid));
}

qsizetype UidTable::insert(QByteArrayView uid, quint64 hash)
{
    const qsizetype known = m_slots.put(m_uids, uid, hash, m_uids.size());
    if (known < 0)
        m_uids.append(uid);
    return known;
}

qsizetype UidTable::insert(QByteArrayView uid)
{
    return insert(uid, UidSlots::hashOf(uid));
}

} // namespace models
