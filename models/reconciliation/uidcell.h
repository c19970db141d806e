// A UID out of a cell or line: without the quotation marks and invisible characters around it.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace models {

/// What was removed from a cell, besides blanks at its ends.
enum class UidCleaning : quint8 {
    None = 0,
    Quotes = 1, ///< a pair of quotation marks
    Invisible = 2, ///< characters that nobody sees
    Both = 3,
};

struct CellUid
{
    QByteArrayView uid; ///< empty: a blank cell; of the cell, or of the scratch
    UidCleaning cleaning = UidCleaning::None;
    bool isAlphanumeric = true; ///< letters and digits of ASCII alone
};

/// `isGuarded`: the cell may begin with the apostrophe of csvCell(). Removed are no-break and other
/// unusual blanks, zero-width and bidirectional characters wherever they are, and quotation marks
/// at both ends. Control characters stay: two UIDs may be on either side of one. `scratch` holds
/// what is no part of the cell, until its next use.
CellUid uidOfCell(QByteArrayView cell, bool isGuarded, QByteArray &scratch);

/// Contains control characters, such as a tab.
bool hasControls(QByteArrayView uid);

/// "1.23E+17", "1,23e+17": what a spreadsheet makes of a long number.
bool isRoundedNumber(QByteArrayView uid);

/// Contains U+FFFD, which replaced what could not be read.
bool hasLostCharacter(QByteArrayView uid);

} // namespace models
