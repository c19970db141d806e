#include "models/reconciliation/importrows.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <algorithm>

namespace models {

qsizetype ImportRows::partOf(qsizetype row) const
{
    return std::ranges::upper_bound(m_parts, row) - m_parts.begin() - 1;
}

qsizetype ImportRows::keptRow(qsizetype duplicate) const
{
    return qsizetype(m_firsts[textOf(duplicate)]);
}

SharedUids ImportRows::of(quint32 kinds) const
{
    const quint32 once = kinds & ~bit(UidKind::Duplicate) & ~bit(UidKind::Blank);
    const qint64 wanted = countOf(once);
    if (wanted == m_uids->size() && m_further.isEmpty())
        return m_uids;
    auto list = std::make_shared<api::UidList>();
    list->reserve(wanted, m_uids->byteCount());
    for (qsizetype row = 0; row < size(); ++row)
        if ((once >> kind(row) & 1U) != 0)
            list->append(uid(row));
    return list;
}

QString ImportRows::word(int kind) const
{
    switch (UidKind(kind)) {
    case UidKind::Good:
        return tr("Good");
    case UidKind::Blank:
        return tr("Blank");
    case UidKind::Duplicate:
        return tr("Duplicate");
    case UidKind::OddLength:
    case UidKind::OddLetters:
    case UidKind::Quoted:
    case UidKind::Invisible:
        return tr("Suspicious");
    case UidKind::Damaged:
        return tr("Damaged");
    case UidKind::Rejected:
        return tr("Rejected");
    case UidKind::Stranger:
        return tr("No complete");
    }
    return {};
}

QString ImportRows::rejectReason(qsizetype row) const
{
    const auto found = std::ranges::lower_bound(m_rejections, quint32(row), {},
                                                &std::pair<quint32, quint32>::first);
    return found == m_rejections.end() || found->first != quint32(row)
        ? QString()
        : plain(m_reasons.value(found->second));
}

QString ImportRows::reason(qsizetype row) const
{
    switch (at(row)) {
    case UidKind::Good:
    case UidKind::Blank:
        return {};
    case UidKind::Duplicate: {
        const qsizetype kept = keptRow(row);
        const QString number = countText(line(kept));
        return partOf(kept) == partOf(row)
            ? tr("of line %1, which is kept").arg(number)
            : tr("of line %1 of %2, which is kept").arg(number, plain(source(kept)));
    }
    case UidKind::OddLength:
        return tr("%1 characters, the others have %2")
            .arg(countText(uid(row).size()), countText(m_usualLength));
    case UidKind::OddLetters:
        return tr("other signs than letters and digits");
    case UidKind::Quoted:
        return tr("within quotation marks");
    case UidKind::Invisible:
        return tr("with signs that nobody sees");
    case UidKind::Damaged:
        return tr("a number that a spreadsheet rounded");
    case UidKind::Rejected:
        return rejectReason(row);
    case UidKind::Stranger:
        return tr("rejected, but not among the completes");
    }
    return {};
}

QString ImportRows::source(qsizetype row) const
{
    return m_names.value(partOf(row));
}

} // namespace models
