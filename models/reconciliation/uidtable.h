// Finds UIDs of a list by their text: a million in a flat table, without an object each.
#pragma once

#include "api/types/uidlist.h"

#include <vector>

namespace models {

/// Slots of 8 bytes (tag, index) over a list that is appended to through this table only.
class UidTable
{
public:
    explicit UidTable(qsizetype expected = 0);

    /// Where it was already, or -1 after it was appended.
    qsizetype insert(QByteArrayView uid);
    qsizetype find(QByteArrayView uid) const; ///< -1 when it isn't there
    const api::UidList &uids() const { return m_uids; }
    api::UidList take() { return std::move(m_uids); } ///< the table is of no use afterwards

private:
    struct Slot
    {
        quint32 tag = 0;
        quint32 place = 0; ///< index + 1; 0 is free
    };
    size_t slotOf(QByteArrayView uid, quint32 &tag) const;
    void grow();

    api::UidList m_uids;
    std::vector<Slot> m_slots;
};

} // namespace models
