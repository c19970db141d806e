// Each line of an import as a row: good, or what is the matter with it.
#pragma once

#include "models/reconciliation/uidcell.h"
#include "models/reconciliation/uidrows.h"

#include <QCoreApplication>
#include <QStringList>

namespace models {

enum class UidKind {
    Good,
    Cleaned, ///< good without the quotation marks or invisible characters that it had
    Blank,
    Duplicate, ///< of an earlier line, which is kept
    OddLength, ///< nine tenths of the others have one length
    OddLetters, ///< other characters than letters and digits, where the others have none
    Controls, ///< contains control characters, such as a tab
    Damaged, ///< a number that a spreadsheet rounded, or a lost character; never submitted
    Rejected, ///< named by a reject list: not to be paid for
    Stranger, ///< named by a reject list, and none of the completes
};

constexpr quint32 bit(UidKind kind)
{
    return 1U << int(kind);
}
/// Are submitted.
constexpr quint32 goodKinds = bit(UidKind::Good) | bit(UidKind::Cleaned);
/// For the person to choose whether they are submitted.
constexpr quint32 suspiciousKinds =
    bit(UidKind::OddLength) | bit(UidKind::OddLetters) | bit(UidKind::Controls);

/// Lines of all sources in turn, then what reject lists name beyond them.
class ImportRows : public UidRows
{
    Q_DECLARE_TR_FUNCTIONS(models::ImportRows)

public:
    UidKind at(qsizetype row) const { return UidKind(kind(row)); }
    qsizetype keptRow(qsizetype duplicate) const; ///< the one that a duplicate repeats
    /// Each UID once, as far as a bit of `kinds` is set for it. Copies only where some are left
    /// out.
    SharedUids of(quint32 kinds) const;

    qint64 line(qsizetype row) const override { return m_lines[size_t(row)]; }
    QString word(int kind) const override;
    QString reason(qsizetype row) const override;
    QString source(qsizetype row) const override;

private:
    friend struct UidReading;

    qsizetype partOf(qsizetype row) const;
    QString rejectReason(qsizetype row) const;
    QString finding(qsizetype row) const;
    UidCleaning cleaning(qsizetype row) const;
    void addCleaned(UidCleaning cleaning); ///< of the row that is added next

    std::vector<quint32> m_lines;
    std::vector<quint32> m_firsts; ///< the row of each text, where there are duplicates
    std::vector<qsizetype> m_parts; ///< the row that each source begins with
    QStringList m_names; ///< of the sources
    std::vector<std::pair<quint32, quint32>> m_rejections; ///< row, place in m_reasons; by row
    QStringList m_reasons;
    std::vector<std::pair<quint32, UidCleaning>> m_cleanings; ///< by row; rows without are absent
    qsizetype m_usualLength = 0;
};

/// How many UIDs of which kind are submitted when `kinds` are, and how many are left out and why:
/// whole sentences for the question before it. A count that is zero isn't mentioned.
QString chosenText(const ImportRows &rows, quint32 kinds);

} // namespace models
