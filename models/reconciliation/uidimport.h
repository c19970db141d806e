// UIDs out of a file or pasted text: which are good, and what is the matter with the others.
#pragma once

#include "api/types/uidlist.h"
#include "models/files/textsource.h"
#include "models/files/work.h"

#include <QList>
#include <QStringList>

namespace models {

/// What to read: the text, and how a person calls it.
struct UidSource
{
    QString name;
    TextSource::Pointer text;
};

/// How to read it. A separator of 0 means a UID a line.
struct UidLayout
{
    char separator = 0;
    int column = 0; ///< from 0
    bool hasHeader = false;
    bool operator==(const UidLayout &) const = default;
};

/// The first rows, and the layout that they suggest.
struct UidPreview
{
    static constexpr int mostRows = 50;

    UidLayout layout;
    QList<QStringList> rows; ///< all as they came, the header among them
    QString columnName() const; ///< the header's word; empty when there is none
};

enum class UidFault {
    Blank,
    Duplicate, ///< of an earlier line, which is kept
    OddLength, ///< nine tenths of the others have one length
    OddLetters, ///< other signs than letters and digits, where the others have none
    Damaged, ///< "1.23E+17": a number that a spreadsheet rounded; never submitted
};

struct UidFinding
{
    qint64 line = 0; ///< from 1
    QString uid; ///< at most 100 characters
    UidFault fault = UidFault::Blank;
    qint64 other = 0; ///< Duplicate: the line that is kept; OddLength: the others' length
    bool operator==(const UidFinding &) const = default;
};

/// Counts are of all lines; findings are bounded samples of each fault, by line.
struct UidReport
{
    static constexpr int mostOfEach = 1000;

    qint64 lines = 0; ///< without the header
    qint64 good = 0;
    qint64 blank = 0;
    qint64 duplicate = 0;
    qint64 suspicious = 0; ///< odd length or letters: the person's choice
    qint64 damaged = 0;
    bool isQuoteOpen = false; ///< a quote was never closed: the rest of the file was one cell
    QList<UidFinding> findings;
    bool operator==(const UidReport &) const = default;
};

struct UidImport
{
    api::UidList good;
    api::UidList suspicious;
    UidReport report;
    bool isCancelled = false; ///< then nothing else holds

    api::UidList chosen(bool withSuspicious) const; ///< what is to be submitted
};

UidPreview previewUids(const UidSource &source);

/// Pure; for a worker thread. Trims, takes off the apostrophe that guards against formulas, keeps
/// the first of equal ones, and drops nothing without counting it.
UidImport importUids(const UidSource &source, const UidLayout &layout, Work &work);

} // namespace models
