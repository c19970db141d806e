// Finds UIDs of a list by their text: a million in a flat table, without an object each.
#pragma once

#include "api/types/uidlist.h"

#include <span>
#include <vector>

namespace models {

/// Slots of 8 bytes (tag, place) over a list that somebody else owns. The list only grows while it
/// is indexed.
class UidSlots
{
public:
    explicit UidSlots(qsizetype expected = 0);

    static quint64 hashOf(QByteArrayView uid);
    void prefetch(quint64 hash) const { __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)]); }
    qsizetype find(const api::UidList &uids, QByteArrayView uid, quint64 hash) const; ///< or -1
    /// Where it was already; -1 after `next` was noted as its place.
    qsizetype put(const api::UidList &uids, QByteArrayView uid, quint64 hash, qsizetype next);

private:
    struct Slot
    {
        quint32 tag = 0;
        quint32 place = 0; ///< index + 1; 0 is free
    };
    size_t slotOf(const api::UidList &uids, QByteArrayView uid, quint64 hash) const;
    void grow(const api::UidList &uids);

    std::vector<Slot, api::LargePages<Slot>> m_slots;
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
    /// As insert() for each, in half the time: memory is asked for ahead. `found` is as long.
    void insert(std::span<const QByteArrayView> uids, std::span<qsizetype> found);
    qsizetype find(QByteArrayView uid) const; ///< -1 when it isn't there
    const api::UidList &uids() const { return m_uids; }
    api::UidList take() { return std::move(m_uids); } ///< the table is of no use afterwards

private:
    qsizetype insert(QByteArrayView uid, quint64 hash);

    api::UidList m_uids;
    UidSlots m_slots;
};

} // namespace models
