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

void take(QStringView piece, int line, QSet<QString> &seen, ZipCodes &found)
{
    if (piece.isEmpty())
        return;
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
    int line = 1;
    qsizetype begin = 0;
    const QStringView all(text);
    for (qsizetype at = 0; at <= all.size(); ++at) {
        if (at < all.size() && !separates(all[at]))
            continue;
        take(all.mid(begin, at - begin), line, seen, found);
        begin = at + 1;
        if (at < all.size() && all[at] == u'\n')
            ++line;
    }
    return found;
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
