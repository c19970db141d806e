// Writes a file whole or not at all: what was there before survives every failure.
#pragma once

#include <QCoreApplication>
#include <QSaveFile>

namespace models {

/// Keeps the reason of the write that failed: QSaveFile's own is lost by the time of its commit.
class AtomicWriter
{
    Q_DECLARE_TR_FUNCTIONS(AtomicWriter)

public:
    explicit AtomicWriter(const QString &path);

    void write(QByteArrayView bytes); ///< does nothing after a failure
    bool commit(); ///< true when the whole file is in place
    void discard(); ///< leaves the old file as it was
    bool hasFailed() const { return !m_problem.isEmpty(); }
    QString problem() const { return m_problem; } ///< a whole sentence; empty when there is none

private:
    void put();
    void fail(const QString &reason);

    QSaveFile m_file;
    QByteArray m_buffer;
    QString m_problem;
};

/// A cell as RFC 4180 wants it, whatever the separator. With a guard, one that a spreadsheet would
/// read as a formula, or as a number that it can't keep (leading zeros, more than 15 digits, 1E5),
/// gets an apostrophe in front, and so does one that looks guarded already: then withoutGuard()
/// gives back what was there.
QByteArray csvCell(QByteArrayView text, bool isGuarded = true);

/// The same guard without the quotes, for cells that go another way than CSV: the clipboard.
QByteArray guarded(QByteArrayView text);

/// The cell without the one apostrophe that csvCell() or guarded() put there.
QByteArrayView withoutGuard(QByteArrayView cell);

} // namespace models
