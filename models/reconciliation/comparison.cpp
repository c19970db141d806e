#include "models/reconciliation/comparison.h"

#include "models/reconciliation/uidtable.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace models {

namespace {

UidTable tableOf(const api::UidList &uids)
{
    UidTable table(uids.size());
    for (qsizetype i = 0; i < uids.size(); ++i)
        table.insert(uids.at(i));
    return table;
}

api::UidList missing(const api::UidList &from, const UidTable &in)
{
    api::UidList left;
    for (qsizetype i = 0; i < from.size(); ++i)
        if (in.find(from.at(i)) < 0)
            left.append(from.at(i));
    return left;
}

} // namespace

Comparison compare(const api::UidList &submitted, const api::UidList &accepted)
{
    const UidTable ours = tableOf(submitted);
    UidTable theirs = tableOf(accepted);
    Comparison result;
    result.notAccepted = missing(ours.uids(), theirs);
    result.neverSubmitted = missing(theirs.uids(), ours);
    result.accepted = theirs.take();
    return result;
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
