#include "models/reconciliation/importrows.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

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
    case UidKind::Cleaned:
        return tr("Good, cleaned");
    case UidKind::Blank:
        return tr("Blank");
    case UidKind::Duplicate:
        return tr("Duplicate");
    case UidKind::OddLength:
    case UidKind::OddLetters:
    case UidKind::Controls:
        return tr("Suspicious");
    case UidKind::Damaged:
        return tr("Damaged");
    case UidKind::Rejected:
        return tr("Rejected");
    case UidKind::Stranger:
        return tr("Not in the list");
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

UidCleaning ImportRows::cleaning(qsizetype row) const
{
    const auto found = std::ranges::lower_bound(m_cleanings, quint32(row), {},
                                                &std::pair<quint32, UidCleaning>::first);
    return found == m_cleanings.end() || found->first != quint32(row) ? UidCleaning::None
                                                                      : found->second;
}

void ImportRows::addCleaned(UidCleaning cleaning)
{
    if (cleaning != UidCleaning::None)
        m_cleanings.emplace_back(quint32(size()), cleaning);
}

QString ImportRows::reason(qsizetype row) const
{
    const QString found = finding(row);
    QString removed;
    switch (cleaning(row)) {
    case UidCleaning::None:
        return found;
    case UidCleaning::Quotes:
        removed = tr("quotation marks removed");
        break;
    case UidCleaning::Invisible:
        removed = tr("invisible characters removed");
        break;
    case UidCleaning::Both:
        removed = tr("quotation marks and invisible characters removed");
        break;
    }
    return found.isEmpty() ? removed : tr("%1 (%2)").arg(found, removed);
}

QString ImportRows::finding(qsizetype row) const
{
    switch (at(row)) {
    case UidKind::Good:
    case UidKind::Cleaned:
    case UidKind::Blank:
        return {};
    case UidKind::Duplicate: {
        const qsizetype kept = keptRow(row);
        const QString number = countText(line(kept));
        return partOf(kept) == partOf(row)
            ? tr("repeats line %1").arg(number)
            : tr("repeats line %1 of %2").arg(number, plain(source(kept)));
    }
    case UidKind::OddLength:
        return tr("%1 characters, most have %2")
            .arg(countText(uid(row).size()), countText(m_usualLength));
    case UidKind::OddLetters:
        return tr("contains unusual characters");
    case UidKind::Controls:
        return tr("contains control characters");
    case UidKind::Damaged:
        return hasLostCharacter(uid(row)) ? tr("contains a character that could not be read")
                                          : tr("a number that a spreadsheet rounded");
    case UidKind::Rejected:
        return rejectReason(row);
    case UidKind::Stranger:
        return tr("rejected, but not in the imported list");
    }
    return {};
}

QString ImportRows::source(qsizetype row) const
{
    return m_names.value(partOf(row));
}

namespace {

/// "29 good" and so on, of the kinds that there are.
QStringList countsOf(const ImportRows &rows, quint32 kinds)
{
    QStringList counts;
    const auto add = [&](UidKind kind, const auto &text) {
        if ((kinds & bit(kind)) != 0 && rows.count(int(kind)) > 0)
            counts.append(text(int(rows.count(int(kind)))));
    };
    add(UidKind::Good, [](int n) { return ImportRows::tr("%Ln good", "", n); });
    add(UidKind::Cleaned, [](int n) {
        return ImportRows::tr("%Ln good without its quotation marks or invisible characters", "",
                              n);
    });
    add(UidKind::OddLength,
        [](int n) { return ImportRows::tr("%Ln suspicious (unusual length)", "", n); });
    add(UidKind::OddLetters,
        [](int n) { return ImportRows::tr("%Ln suspicious (unusual characters)", "", n); });
    add(UidKind::Controls,
        [](int n) { return ImportRows::tr("%Ln suspicious (control characters)", "", n); });
    add(UidKind::Damaged, [](int n) { return ImportRows::tr("%Ln damaged", "", n); });
    add(UidKind::Rejected, [](int n) { return ImportRows::tr("%Ln rejected", "", n); });
    return counts;
}

} // namespace

QString chosenText(const ImportRows &rows, quint32 kinds)
{
    constexpr quint32 leavable = suspiciousKinds | bit(UidKind::Damaged) | bit(UidKind::Rejected);
    const QLocale locale;
    const QString sent = ImportRows::tr("%Ln UID(s): %1.", "", int(rows.countOf(kinds)))
                             .arg(locale.createSeparatedList(countsOf(rows, kinds)));
    const QStringList left = countsOf(rows, leavable & ~kinds);
    if (left.isEmpty())
        return sent;
    return ImportRows::tr("%1 Left out: %2.", "%1 is a whole sentence")
        .arg(sent, locale.createSeparatedList(left));
}

} // namespace models
