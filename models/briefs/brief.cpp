#include "models/briefs/brief.h"

#include "models/briefs/briefcsv.h"
#include "models/briefs/briefjson.h"
#include "models/briefs/brieflines.h"
#include "models/briefs/brieftext.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype longestShare = 300; ///< letters in which an amount is looked for

/// A comma between digits that groups a number: three digits behind it, and then none.
bool groupsNumber(const QString &text, qsizetype at)
{
    const auto isDigit = [&text](qsizetype place) {
        return place >= 0 && place < text.size() && text[place].isDigit();
    };
    return isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3)
        && !isDigit(at + 4);
}

QStringList pieces(const QString &text, qsizetype most)
{
    QStringList all;
    qsizetype begin = 0;
    int depth = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const QChar letter = at < text.size() ? text[at] : QChar(u'\n');
        depth += letter == u'(' ? 1 : letter == u')' && depth > 0 ? -1 : 0;
        const bool isMark = letter == u';' || letter == u'|' || letter == u'\n'
            || (letter == u',' && !groupsNumber(text, at));
        if (!isMark || (depth > 0 && letter != u'\n'))
            continue;
        const QString piece = text.mid(begin, at - begin).trimmed();
        if (!piece.isEmpty())
            all.append(piece);
        begin = at + 1;
        if (all.size() >= most && begin < text.size()) {
            all.append(text.mid(begin).trimmed());
            break;
        }
    }
    return all;
}

/// The amount behind an answer. An age band is made of numbers itself.
BriefShare shareOf(BriefField field, const QString &piece)
{
    static const QRegularExpression age(
        u"^((?:under|below|unter|up to|bis|over|above|über|ab|<=?|>=?)?\\s*\\d+\\s*"
        "(?:(?:-|–|—|to|bis|until)\\s*\\d+)?(?:\\s*(?:years?|yrs?|y\\.?o\\.?|jahren?|ans|años))?"
        "(?:\\s*(?:\\+|and over|and older|or older|and under|or under|und älter|oder älter))?"
        "(?:\\s*(?:years?|yrs?|y\\.?o\\.?))?)(?:\\s*[:=]\\s*|\\s+|$)(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(
        u"^(.*?)(?:\\s*[:=]\\s*|\\s+)(?:n\\s*=\\s*)?((?:\\d{1,3}(?:[.,' ]\\d{3})+|\\d+(?:[.,]\\d+)?)\\s*%?)$"_s);
    if (field == BriefField::Zip || piece.size() > longestShare)
        return {piece, {}};
    const QRegularExpressionMatch match = (field == BriefField::Age ? age : other).match(piece);
    if (!match.hasMatch() || match.captured(1).trimmed().isEmpty())
        return {piece, {}};
    return {match.captured(1).trimmed(), match.captured(2).trimmed()};
}

} // namespace

QStringList briefPieces(const QString &text)
{
    return pieces(text, mostBriefAnswers);
}

QList<BriefShare> briefShares(BriefField field, const QString &text)
{
    QList<BriefShare> shares;
    const qsizetype most = field == BriefField::Zip ? text.size() : mostBriefAnswers;
    for (const QString &piece : pieces(text, most)) {
        if (field != BriefField::Zip) {
            shares.append(shareOf(field, piece));
            continue;
        }
        for (const QString &code : piece.split(u' ', Qt::SkipEmptyParts))
            shares.append({code, {}});
    }
    return shares;
}

Brief readBrief(const QString &written)
{
    Brief brief;
    QString text = written;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n'); // a line is a line everywhere
    const QString trimmed = text.trimmed();
    if (text.size() > largestBrief) {
        brief.problem = BriefText::tr("This is too large for a brief: at most %1 letters are read.")
                            .arg(countText(largestBrief));
        return brief;
    }
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return briefFromJson(trimmed);
    return looksLikeCsv(text) ? briefFromCsv(text) : briefFromLines(text);
}

QString briefExample()
{
    return u"Name: Coffee at home W1\n"
           "Country: United States\n"
           "Language: English\n"
           "Audience type: B2C\n"
           "Completes: 400\n"
           "LOI: 12 minutes\n"
           "IR: 30 %\n"
           "CPI: 2.50\n"
           "Age: 18-34 40 %, 35-54 40 %, 55+ 20 %\n"
           "Gender: Male 200, Female 200\n"
           "Region:\n"
           "  - California\n"
           "  - Texas\n"
           "Live link: https://survey.example/live?uid=[identifier]\n"
           "Test link: https://survey.example/test?uid=[identifier]\n"_s;
}

} // namespace models
