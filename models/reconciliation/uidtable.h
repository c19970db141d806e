// Finds UIDs of a list by their text: a million in a flat table, without an object each.
#pragma once

#include "api/types/uidlist.h"

#include <vector>

namespace models {

/// Slots of 4 bytes over a list that somebody else owns: small, so that most of them stay in the
/// processor's caches. As many low bits as the table has addresses hold a place, the others a part
/// of the hash, which tells most others apart without a look at the list. The list only grows while
/// it is indexed, and has at most 2^30 entries.
class UidSlots
{
public:
    explicit UidSlots(qsizetype expected = 0);

    static quint64 hashOf(QByteArrayView uid);
    void prefetch(quint64 hash) const { __builtin_prefetch(&m_slots[hash & mask()]); }
    qsizetype find(const api::UidList &uids, QByteArrayView uid, quint64 hash) const; ///< or -1
    /// Where it was already; -1 after `next` was noted as its place.
    qsizetype put(const api::UidList &uids, QByteArrayView uid, quint64 hash, qsizetype next);

private:
    using Slot = quint32; ///< a part of the hash, and index + 1; 0 is free

    quint32 mask() const { return quint32(m_slots.size() - 1); }
    Slot slotFor(quint64 hash, qsizetype place) const
    {
        return (quint32(hash >> 32) & ~mask()) | quint32(place + 1);
    }
    qsizetype placeIn(Slot slot) const { return qsizetype(slot & mask()) - 1; }
    size_t slotOf(const api::UidList &uids, QByteArrayView uid, quint64 hash) const;
    void grow(const api::UidList &uids);

    std::vector<Slot> m_slots;
    size_t m_taken = 0;
};

/// Finds in a list that is complete. `uids` outlives it; of equal ones the first is found.
class UidIndex
{
public:
    explicit UidIndex(const api::UidList &uids);
    qsizetype find(QByteArrayView uid) const; ///< -1 when it isn't there

private:
    const api::UidList &m_uids;
    UidSlots m_slots;
};

/// A list in which no UID stands twice.
class UidTable
{
public:
    explicit UidTable(qsizetype expected = 0);

    /// Where it was already, or -1 after it was appended.
    qsizetype insert(QByteArrayView uid);
    qsizetype insert(QByteArrayView uid, quint64 hash); ///< with its UidSlots::hashOf
    /// Asks for the memory that insert() will look at, some lines ahead: in half the time.
    void prefetch(quint64 hash) const { m_slots.prefetch(hash); }
    qsizetype find(QByteArrayView uid) const; ///< -1 when it isn't there
    const api::UidList &uids() const { return m_uids; }
    api::UidList take() { return std::move(m_uids); } ///< the table is of no use afterwards

private:
    api::UidList m_uids;
    UidSlots m_slots;
};

} // namespace models
