// The lines of a source, read and hashed by a thread of their own while others look them up.
#pragma once

#include "models/reconciliation/uidcell.h"
#include "models/reconciliation/uidimport.h"

#include <memory>
#include <vector>

namespace models {

/// What can be said of a line's UID without the others.
struct UidLine
{
    const char *text = nullptr;
    quint64 hash = 0; ///< UidSlots::hashOf; 0 for a blank line
    quint32 number = 0; ///< of the line, from 1
    quint16 size = 0; ///< bytes, at most UidImport::longestUid; 0: blank
    bool isAlphanumeric = false;
    UidCleaning cleaning = UidCleaning::None;
    QByteArrayView uid() const { return {text, qsizetype(size)}; }
};

enum class UidStop {
    None,
    ZeroBytes, ///< the text holds some, as no text does
    TooWide, ///< a line has more columns than CsvReader::mostFields
    TooLong, ///< a UID is longer than UidImport::longestUid
};

struct UidBatch
{
    std::vector<UidLine> lines;
    std::vector<QByteArrayView> reasons; ///< of each line, where the layout has a column of them
    qsizetype position = 0; ///< bytes of the text read so far
    UidStop stop = UidStop::None; ///< why the source is none that holds UIDs; nothing follows
    quint32 stopLine = 0;
    bool isQuoteOpen = false; ///< at the end of the text
    std::vector<QByteArray> kept; ///< what the views stand on that isn't the text itself
};

/// UIDs as uidOfCell() finds them. The part outlives it.
class UidLines
{
public:
    explicit UidLines(const UidPart &part); ///< begins to read
    ~UidLines(); ///< ends the reading, whole or not

    /// The next batch in the source's order, whose views are valid until the next call; nullptr at
    /// the end. Blocks until it is there.
    const UidBatch *next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
