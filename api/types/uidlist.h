// Respondents' session ids, a million of them in one buffer.
#pragma once

#include <QByteArrayView>

#include <string>
#include <vector>

namespace api {

/// A list of UIDs in the order they were appended. UIDs are case-sensitive UTF-8 text. Memory is
/// the bytes plus 4 per UID; copies share nothing, so move where it is large.
/// Limit: 4 GiB of text in all.
class UidList
{
public:
    UidList()
        : m_ends {0}
    {
    }

    qsizetype size() const { return qsizetype(m_ends.size()) - 1; }
    bool isEmpty() const { return size() == 0; }
    /// Valid until the next append. `index` is 0 to size() - 1.
    QByteArrayView at(qsizetype index) const
    {
        const quint32 from = m_ends[size_t(index)];
        return {m_bytes.data() + from, qsizetype(m_ends[size_t(index) + 1] - from)};
    }
    void append(QByteArrayView uid)
    {
        m_bytes.append(uid.data(), size_t(uid.size()));
        m_ends.push_back(quint32(m_bytes.size()));
    }
    void reserve(qsizetype count, qsizetype bytes)
    {
        m_ends.reserve(size_t(count) + 1);
        m_bytes.reserve(size_t(bytes));
    }
    /// Bytes of all UIDs together, without separators.
    qsizetype byteCount() const { return qsizetype(m_bytes.size()); }
    bool operator==(const UidList &) const = default;

private:
    std::string m_bytes;
    std::vector<quint32> m_ends; ///< where each UID ends; the first entry is 0
};

} // namespace api
