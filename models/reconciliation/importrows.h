// Each line of an import as a row: good, or what is the matter with it.
#pragma once

#include "models/reconciliation/uidrows.h"

#include <QCoreApplication>
#include <QStringList>

namespace models {

enum class UidKind {
    Good,
    Blank,
    Duplicate, ///< of an earlier line, which is kept
    OddLength, ///< nine tenths of the others have one length
    OddLetters, ///< other signs than letters and digits, where the others have none
    Quoted, ///< within quotation marks
    Invisible, ///< with signs that nobody sees, such as a zero-width space
    Damaged, ///< "1.23E+17": a number that a spreadsheet rounded; never submitted
    Rejected, ///< named by a reject list: not to be paid for
    Stranger, ///< named by a reject list, and none of the completes
};

constexpr quint32 bit(UidKind kind)
{
    return 1U << int(kind);
}
/// For the person to choose whether they are submitted.
constexpr quint32 suspiciousKinds = bit(UidKind::OddLength) | bit(UidKind::OddLetters)
    | bit(UidKind::Quoted) | bit(UidKind::Invisible);

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

    std::vector<quint32, api::LargePages<quint32>> m_lines;
    std::vector<quint32> m_firsts; ///< the row of each text, where there are duplicates
    std::vector<qsizetype> m_parts; ///< the row that each source begins with
    QStringList m_names; ///< of the sources
    std::vector<std::pair<quint32, quint32>> m_rejections; ///< row, place in m_reasons; by row
    QStringList m_reasons;
    qsizetype m_usualLength = 0;
};

} // namespace models
