// UIDs out of files or pasted text: which are good, and what is the matter with the others.
#pragma once

#include "models/files/work.h"
#include "models/reconciliation/importrows.h"
#include "models/reconciliation/uidpreview.h"

#include <QList>
#include <QStringList>

namespace models {

/// One of the sources that add up to an import.
struct UidPart
{
    UidSource source;
    UidLayout layout;
    bool isRejects = false; ///< what it names is taken off the completes
};

/// Counts are of all lines.
struct UidReport
{
    qint64 lines = 0; ///< without headers; of the completes
    qint64 good = 0; ///< those that were cleaned among them
    qint64 cleaned = 0; ///< of the good ones: quotation marks or invisible characters were removed
    qint64 blank = 0;
    qint64 duplicate = 0;
    qint64 suspicious = 0; ///< for the person to choose
    qint64 damaged = 0;
    qint64 rejected = 0; ///< completes that a reject list names
    qint64 strangers = 0; ///< what reject lists name beyond the completes
    bool isQuoteOpen = false; ///< a quote was never closed: the rest of the file was one cell
    bool operator==(const UidReport &) const = default;
};

struct UidImport
{
    static constexpr qint64 mostLines = 5'000'000;
    static constexpr qsizetype longestUid = 1000; ///< bytes
    static constexpr qint64 mostBytes = 256LL * 1024 * 1024; ///< of all UIDs together

    std::shared_ptr<const ImportRows> rows = std::make_shared<const ImportRows>();
    UidReport report {};
    QString problem {}; ///< a whole sentence: the file is none that holds UIDs; nothing else holds
    bool isCancelled = false; ///< then nothing else holds

    /// What is to be submitted: in the window, by check-uids, in every question and figure.
    SharedUids chosen(bool withSuspicious) const;
};

/// Pure; for a worker thread. UIDs are those of uidOfCell(); of equal ones the first is kept, and
/// every line is counted as one kind.
UidImport importUids(const QList<UidPart> &parts, Work &work);
inline UidImport importUids(const UidSource &source, const UidLayout &layout, Work &work)
{
    return importUids(QList<UidPart> {{source, layout}}, work);
}

} // namespace models
