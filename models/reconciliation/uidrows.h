// UIDs by the million with what is to be said about each: an array a column, filtered and sorted
// without an object each.
#pragma once

#include "models/reconciliation/shareduids.h"

#include <QString>

#include <array>
#include <vector>

namespace models {

/// What every list of the reconciliation desk is. Made by a worker and not changed afterwards, so
/// that threads share it; `word` and its like are called for the rows that are seen.
class UidRows
{
public:
    using Pointer = std::shared_ptr<const UidRows>;
    static constexpr int mostKinds = 16;
    static constexpr quint32 noText = ~0U;

    virtual ~UidRows();

    qsizetype size() const { return qsizetype(m_kinds.size()); }
    int kind(qsizetype row) const { return m_kinds[size_t(row)]; } ///< an enum of its own
    qint64 count(int kind) const { return m_counts[size_t(kind)]; }
    qint64 countOf(quint32 kinds) const; ///< of all kinds whose bits are set
    QByteArrayView uid(qsizetype row) const { return text(textOf(row)); }

    virtual qint64 line(qsizetype row) const { return row + 1; } ///< from 1
    virtual QString word(int kind) const = 0; ///< "Duplicate"
    virtual QString reason(qsizetype row) const; ///< may be empty
    virtual QString source(qsizetype row) const; ///< may be empty

    quint32 textOf(qsizetype row) const
    {
        return m_texts.empty() ? quint32(row) : m_texts[size_t(row)];
    }
    const api::UidList &uids() const { return *m_uids; }
    const api::UidList &further() const { return m_further; } ///< texts behind those of uids()

protected:
    QByteArrayView text(quint32 at) const;
    void add(int kind)
    {
        m_kinds.push_back(quint8(kind));
        ++m_counts[size_t(kind)];
    }
    void change(qsizetype row, int kind);

    SharedUids m_uids = std::make_shared<api::UidList>();
    api::UidList m_further;
    std::vector<quint32> m_texts; ///< of each row; empty: row by row
    std::vector<quint8> m_kinds;
    std::array<qint64, mostKinds> m_counts {};
};

/// Which rows are wanted, and in what order.
struct UidLook
{
    enum class By { Row, Uid, Kind };

    quint32 kinds = ~0U; ///< a bit for each kind that is shown
    QByteArray needle; ///< part of a UID; small letters alone find capitals too
    By by = By::Row;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const UidLook &) const = default;
};

/// Rows in the order in which they are shown.
struct UidOrder
{
    using Pointer = std::shared_ptr<const UidOrder>;

    bool isAll = false; ///< every row where it stands; `rows` is empty then
    std::vector<quint32> rows;
    qsizetype size(const UidRows &of) const { return isAll ? of.size() : qsizetype(rows.size()); }
    qsizetype rowAt(qsizetype at) const { return isAll ? at : qsizetype(rows[size_t(at)]); }
};

/// Pure. A million rows take a tenth of a second: for a worker thread.
UidOrder arrange(const UidRows &rows, const UidLook &look);

} // namespace models
