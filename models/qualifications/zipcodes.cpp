#include "models/qualifications/zipcodes.h"

#include "models/support/figures.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct ZipCodesText
{
    Q_DECLARE_TR_FUNCTIONS(ZipCodes)
};

bool separates(QChar letter)
{
    return letter == u',' || letter == u';' || letter.isSpace();
}

std::optional<ZipProblem> problemOf(QStringView code)
{
    const bool isPlain = std::ranges::all_of(
        code, [](QChar letter) { return letter.isLetterOrNumber() || letter == u'-'; });
    if (!isPlain)
        return ZipProblem::ForeignCharacter;
    return code.size() > 12 ? std::optional(ZipProblem::TooLong) : std::nullopt;
}

/// Calls `piece(view, line)` for all that stands between separators.
void eachPiece(QStringView text, const auto &piece)
{
    int line = 1;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !separates(text[at]))
            continue;
        if (at > begin)
            piece(text.mid(begin, at - begin), line);
        begin = at + 1;
        if (at < text.size() && text[at] == u'\n')
            ++line;
    }
}

void take(QStringView piece, int line, QSet<QString> &seen, ZipCodes &found)
{
    if (const auto problem = problemOf(piece)) {
        found.leftOut.append({piece.left(40).toString(), line, *problem});
        return;
    }
    const QString code = piece.toString().toUpper();
    if (seen.contains(code)) {
        ++found.duplicates;
        return;
    }
    seen.insert(code);
    found.codes.append(code);
}

} // namespace

ZipCodes zipCodesFromText(const QString &text)
{
    ZipCodes found;
    QSet<QString> seen;
    eachPiece(text, [&](QStringView piece, int line) { take(piece, line, seen, found); });
    return found;
}

QString zipText(const QString &text)
{
    constexpr int few = 1000;
    constexpr int aLine = 10;
    QString shown;
    shown.reserve(text.size() * 5 / 4);
    int count = 0;
    eachPiece(text, [&](QStringView piece, int) {
        if (count > 0)
            shown += count % aLine == 0 ? QStringView(u"\n") : QStringView(u", ");
        shown += piece;
        ++count;
    });
    return count <= few ? text : shown;
}

QString zipSummary(const ZipCodes &codes)
{
    QStringList parts {ZipCodesText::tr("%n zip code(s)", "", int(codes.codes.size()))};
    if (codes.duplicates > 0)
        parts.append(ZipCodesText::tr("%n duplicate(s) left out", "", codes.duplicates));
    if (!codes.leftOut.isEmpty()) {
        const LeftOutZip &first = codes.leftOut.first();
        const QString why = first.problem == ZipProblem::TooLong
            ? ZipCodesText::tr("longer than 12 characters")
            : ZipCodesText::tr("other characters than letters, digits and hyphens");
        parts.append(ZipCodesText::tr("%n left out, the first in line %1: “%2” (%3)", "",
                                      int(codes.leftOut.size()))
                         .arg(plainCountText(first.line), first.text, why));
    }
    return parts.join(u" · "_s);
}

} // namespace models
