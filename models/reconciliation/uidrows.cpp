#include "models/reconciliation/uidrows.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <numeric>

namespace models {

namespace {

char folded(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
}

bool hasCapital(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char letter) { return folded(letter) != letter; });
}

/// Where `needle` begins at or behind `at`; -1 when nowhere.
class Finder
{
public:
    explicit Finder(const QByteArray &needle)
        : m_needle(needle)
        , m_isExact(hasCapital(needle))
    {
    }
    qsizetype find(QByteArrayView text, qsizetype at) const
    {
        return m_isExact ? text.indexOf(m_needle, at) : findFolded(text, at);
    }

private:
    qsizetype findFolded(QByteArrayView text, qsizetype at) const
    {
        const char first = m_needle.front();
        const qsizetype last = text.size() - m_needle.size();
        for (; at <= last; ++at) {
            if (folded(text[at]) != first)
                continue;
            qsizetype same = 1;
            while (same < m_needle.size() && folded(text[at + same]) == m_needle[same])
                ++same;
            if (same == m_needle.size())
                return at;
        }
        return -1;
    }

    const QByteArray &m_needle;
    bool m_isExact; ///< a capital was typed: UIDs are case-sensitive
};

/// Marks the texts that hold the needle. The list's bytes are searched as one; a find that
/// reaches over the end of a UID is none.
void mark(const api::UidList &uids, const QByteArray &needle, std::vector<bool> &hits, size_t first)
{
    if (uids.byteCount() < needle.size())
        return;
    const QByteArrayView all(uids.at(0).data(), uids.byteCount());
    const Finder finder(needle);
    qsizetype place = 0;
    qsizetype at = finder.find(all, 0);
    while (at >= 0) {
        QByteArrayView uid = uids.at(place);
        while (uid.data() + uid.size() <= all.data() + at)
            uid = uids.at(++place);
        const bool isWithin = all.data() + at + needle.size() <= uid.data() + uid.size();
        if (isWithin)
            hits[first + size_t(place)] = true;
        const qsizetype next = isWithin ? uid.data() + uid.size() - all.data() : at + 1;
        at = finder.find(all, next);
    }
}

std::vector<quint32> wanted(const UidRows &rows, const UidLook &look)
{
    std::vector<bool> hits;
    if (!look.needle.isEmpty()) {
        hits.resize(size_t(rows.uids().size() + rows.further().size()));
        mark(rows.uids(), look.needle, hits, 0);
        mark(rows.further(), look.needle, hits, size_t(rows.uids().size()));
    }
    std::vector<quint32> found;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if ((look.kinds >> rows.kind(row) & 1U) == 0)
            continue;
        const quint32 text = rows.textOf(row);
        if (hits.empty() ? look.needle.isEmpty() : text != UidRows::noText && hits[text])
            found.push_back(quint32(row));
    }
    return found;
}

/// The first eight bytes as a number that sorts alike: most comparisons end there.
struct Key
{
    quint64 beginning;
    quint32 row;
};

Key keyOf(const UidRows &rows, quint32 row)
{
    std::array<char, sizeof(quint64)> bytes {};
    const QByteArrayView uid = rows.uid(row);
    std::ranges::copy(uid.first(std::min<qsizetype>(uid.size(), bytes.size())), bytes.begin());
    return {qFromBigEndian<quint64>(bytes.data()), row};
}

void sortByUid(const UidRows &rows, std::vector<quint32> &order)
{
    std::vector<Key> keys;
    keys.reserve(order.size());
    for (const quint32 row : order)
        keys.push_back(keyOf(rows, row));
    std::ranges::sort(keys, [&rows](const Key &a, const Key &b) {
        if (a.beginning != b.beginning)
            return a.beginning < b.beginning;
        const QByteArrayView first = rows.uid(a.row);
        const QByteArrayView second = rows.uid(b.row);
        const int compared = first.compare(second);
        return compared != 0 ? compared < 0 : a.row < b.row;
    });
    std::ranges::transform(keys, order.begin(), &Key::row);
}

} // namespace

UidRows::~UidRows() = default;

qint64 UidRows::countOf(quint32 kinds) const
{
    qint64 all = 0;
    for (size_t kind = 0; kind < m_counts.size(); ++kind)
        all += (kinds >> kind & 1U) != 0 ? m_counts[kind] : 0;
    return all;
}

QString UidRows::reason(qsizetype) const
{
    return {};
}

QString UidRows::source(qsizetype) const
{
    return {};
}

QByteArrayView UidRows::text(quint32 at) const
{
    if (at == noText)
        return {};
    const quint32 own = quint32(m_uids->size());
    return at < own ? m_uids->at(at) : m_further.at(at - own);
}

void UidRows::change(qsizetype row, int kind)
{
    quint8 &present = m_kinds[size_t(row)];
    --m_counts[present];
    present = quint8(kind);
    ++m_counts[present];
}

UidOrder arrange(const UidRows &rows, const UidLook &look)
{
    const bool isDown = look.order == Qt::DescendingOrder;
    const bool isEverything = rows.countOf(look.kinds) == rows.size() && look.needle.isEmpty();
    if (isEverything && look.by == UidLook::By::Row && !isDown)
        return {.isAll = true, .rows = {}};
    UidOrder order {.isAll = false, .rows = wanted(rows, look)};
    if (look.by == UidLook::By::Uid)
        sortByUid(rows, order.rows);
    if (look.by == UidLook::By::Kind)
        std::ranges::stable_sort(order.rows, {}, [&rows](quint32 row) { return rows.kind(row); });
    if (isDown)
        std::ranges::reverse(order.rows);
    return order;
}

} // namespace models
