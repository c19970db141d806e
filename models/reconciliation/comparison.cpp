#include "models/reconciliation/comparison.h"

#include "models/reconciliation/uidtable.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace models {

Comparison::Comparison(SharedUids submitted, const api::UidList &accepted)
{
    m_uids = std::move(submitted);
    const qsizetype ours = m_uids->size();
    m_kinds.assign(size_t(ours), NotAccepted);
    m_counts[NotAccepted] = ours;
    // The table finds in a list of its own, to which what was never submitted is appended.
    UidIndex index(*m_uids);
    UidTable strangers;
    for (qsizetype i = 0; i < accepted.size(); ++i) {
        const QByteArrayView uid = accepted.at(i);
        const qsizetype place = index.find(uid);
        if (place < 0)
            strangers.insert(uid);
        else if (kind(place) == NotAccepted)
            change(place, Accepted);
    }
    m_further = strangers.take();
    for (qsizetype i = 0; i < m_further.size(); ++i)
        add(NeverSubmitted);
}

QString Comparison::word(int kind) const
{
    switch (kind) {
    case Accepted:
        return tr("Accepted");
    case NotAccepted:
        return tr("Not accepted");
    default:
        return tr("Never submitted");
    }
}

UidSheet comparisonSheet(UidRows::Pointer rows, UidOrder::Pointer order)
{
    const qsizetype size = order->size(*rows);
    const QByteArray yes = Comparison::tr("yes").toUtf8();
    const QByteArray no = Comparison::tr("no").toUtf8();
    QByteArrayList words;
    for (const int kind :
         {Comparison::Accepted, Comparison::NotAccepted, Comparison::NeverSubmitted})
        words.append(rows->word(kind).toUtf8());
    const auto cell = [rows, order, words, yes, no](qsizetype at, int column) -> QByteArrayView {
        const qsizetype row = order->rowAt(at);
        const int kind = rows->kind(row);
        switch (column) {
        case 0:
            return rows->uid(row);
        case 1:
            return words[kind];
        case 2:
            return kind == Comparison::NeverSubmitted ? no : yes;
        default:
            return kind == Comparison::NotAccepted ? no : yes;
        }
    };
    return {.titles = {"UID", "Finding", "Submitted", "Accepted"}, .size = size, .cell = cell};
}

std::shared_ptr<const Comparison> compare(const SharedUids &submitted, const SharedUids &accepted)
{
    return std::make_shared<const Comparison>(submitted, *accepted);
}

SharedUids joined(const QList<SharedUids> &lists)
{
    if (lists.size() == 1)
        return lists.first();
    UidTable all;
    for (const SharedUids &list : lists)
        for (qsizetype i = 0; i < list->size(); ++i)
            all.insert(list->at(i));
    return std::make_shared<const api::UidList>(all.take());
}

QByteArray fingerprint(const api::UidList &uids)
{
    std::vector<quint32> order(size_t(uids.size()));
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&uids](quint32 a, quint32 b) {
        const QByteArrayView first = uids.at(a);
        const QByteArrayView second = uids.at(b);
        return std::lexicographical_compare(first.begin(), first.end(), second.begin(),
                                            second.end());
    });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const quint32 index : order) {
        hash.addData(uids.at(index));
        hash.addData("\n");
    }
    return hash.result();
}

} // namespace models
