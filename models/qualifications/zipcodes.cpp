#include "models/qualifications/zipcodes.h"

#include "models/support/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

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

/// "SW1A" and "1AA", "K1A" and "0B1": halves of one code.
bool areHalves(QStringView first, QStringView second)
{
    if (first.size() < 2 || first.size() > 4 || second.size() != 3)
        return false;
    static const QRegularExpression british(u"^[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}$"_s);
    static const QRegularExpression canadian(u"^[A-Z]\\d[A-Z] \\d[A-Z]\\d$"_s);
    const QString code = (first.toString() + u' ' + second.toString()).toUpper();
    return british.match(code).hasMatch() || canadian.match(code).hasMatch();
}

/// Upper case; the two halves of a British or Canadian code with one blank between them.
QString spelled(QStringView piece)
{
    const QString code = piece.toString().simplified().toUpper();
    QString joined = code;
    joined.remove(u' ').remove(u'-');
    const bool hasHalves =
        joined.size() > 3 && areHalves(QStringView(joined).chopped(3), QStringView(joined).last(3));
    return hasHalves ? joined.insert(joined.size() - 3, u' ') : code;
}

struct ZipSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;
    int line = 1;
    bool isAfterBlanks = false; ///< nothing but blanks parts it from the one before
};

QStringView viewOf(QStringView text, const ZipSpan &span)
{
    return text.mid(span.begin, span.end - span.begin);
}

/// Calls `found(span)` for all that stands between separators.
void eachSpan(QStringView text, const auto &found)
{
    ZipSpan next;
    bool isBlankOnly = true;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !separates(text[at]))
            continue;
        if (at > next.begin) {
            found(ZipSpan {next.begin, at, next.line, isBlankOnly});
            isBlankOnly = true;
        }
        next.begin = at + 1;
        if (at == text.size())
            return;
        isBlankOnly = isBlankOnly && (text[at] == u' ' || text[at] == QChar::Nbsp);
        next.line += text[at] == u'\n' ? 1 : 0;
    }
}

/// Calls `piece(view, line)` for each; halves that only blanks part are one piece.
void eachPiece(QStringView text, const auto &piece)
{
    std::optional<ZipSpan> first;
    const auto finish = [&] {
        if (first)
            piece(viewOf(text, *first), first->line);
        first.reset();
    };
    eachSpan(text, [&](ZipSpan span) {
        const bool isSecond =
            first && span.isAfterBlanks && areHalves(viewOf(text, *first), viewOf(text, span));
        if (isSecond) {
            first->end = span.end;
            return finish();
        }
        finish();
        first = span;
    });
    finish();
}

void take(QStringView piece, int line, QSet<QString> &seen, ZipCodes &found)
{
    const QString code = spelled(piece);
    const bool isHalved = code.contains(u' ');
    if (const auto problem = isHalved ? std::nullopt : problemOf(piece)) {
        found.leftOut.append({piece.left(40).toString(), line, *problem});
        return;
    }
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
