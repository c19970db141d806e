// Zip codes out of pasted text, with account of everything that was left out.
#pragma once

#include <QStringList>

namespace models {

/// Why a piece of the text is no zip code.
enum class ZipProblem { ForeignCharacter, TooLong };

struct LeftOutZip
{
    QString text; ///< at most 40 characters of it
    int line = 0; ///< counted from 1
    ZipProblem problem = ZipProblem::ForeignCharacter;
    bool operator==(const LeftOutZip &) const = default;
};

/// `codes` in the order of their first mention, upper case, leading zeros kept.
struct ZipCodes
{
    QStringList codes;
    int duplicates = 0; ///< further mentions, left out
    QList<LeftOutZip> leftOut;
    bool operator==(const ZipCodes &) const = default;
};

/// Codes are told apart by commas, semicolons, blanks and new lines. A code is letters, digits and
/// hyphens, at most 12 of them. British and Canadian codes are one code with or without the blank
/// in them and get one spelling: "SW1A 1AA", "K1A 0B1".
ZipCodes zipCodesFromText(const QString &text);

/// The same text as an editor shows it quickly, whose cost is by line: few pieces are left alone,
/// of many ten stand in a line. No piece is changed or left out.
QString zipText(const QString &text);

/// "120 zip codes · 3 duplicates left out · 2 left out that are no zip codes: line 4 “a?b”".
QString zipSummary(const ZipCodes &codes);

} // namespace models
