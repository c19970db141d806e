#include "models/briefs/brieflines.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostStrayLetters = 200;

struct BareField
{
    QString name;
    QString value;
};

/// Without a mark between, only what is short and has a number is taken for a field: "LOI 15 min".
std::optional<BareField> bareField(const QString &piece)
{
    constexpr qsizetype mostWords = 7;
    constexpr qsizetype mostOfName = 3;
    const QStringList words = piece.split(u' ', Qt::SkipEmptyParts);
    static const QRegularExpression number(u"\\d"_s);
    for (qsizetype size = std::min(mostOfName, words.size() - 1); size > 0; --size) {
        const QString name = words.first(size).join(u' ');
        const QString value = words.sliced(size).join(u' ');
        switch (briefField(name)) {
        case BriefField::Completes:
        case BriefField::Ir:
        case BriefField::Loi:
        case BriefField::Cpi:
        case BriefField::Start:
        case BriefField::End:
        case BriefField::FieldDates:
        case BriefField::Age:
        case BriefField::Gender:
            if (value.contains(number) && words.size() <= mostWords)
                return BareField {name, value};
            break;
        default:
            break;
        }
    }
    return std::nullopt;
}

/// Lines under one another: a field and its value, or the answers of the field above.
class Lines
{
public:
    void read(const QString &line);
    Brief take() { return std::move(m_brief); }

private:
    bool takeAnswers(const QString &text, bool isOwnLine);
    bool takeBareFields(const QString &text);
    void begin(const QString &name, const QString &value);

    Brief m_brief;
    int m_line = 0;
    bool m_isOpen = false; ///< the last field waits for its answers in the lines below it
};

void Lines::begin(const QString &name, const QString &value)
{
    const BriefField field = briefField(name);
    m_brief.entries.append({m_line, field, name, {}, {}});
    m_isOpen = hasAnswers(field) && value.isEmpty();
    if (hasAnswers(field))
        m_brief.entries.last().shares = briefShares(field, value);
    if (!hasAnswers(field) || field == BriefField::Question)
        m_brief.entries.last().value = value;
}

bool Lines::takeAnswers(const QString &text, bool isOwnLine)
{
    if (!m_isOpen || (isOwnLine && briefField(text) != BriefField::Question))
        return false;
    BriefEntry &entry = m_brief.entries.last();
    entry.shares += briefShares(entry.field, text);
    return true;
}

/// "LOI 15 min, IR around 25%", "Age 18-34 40 %, 35+ 60 %": the first piece has to be a field.
bool Lines::takeBareFields(const QString &text)
{
    const QStringList all = briefPieces(text);
    if (all.isEmpty() || !bareField(all.first()))
        return false;
    for (const QString &piece : all) {
        const bool hasRoom = m_brief.entries.size() < mostBriefEntries;
        if (const auto field = hasRoom ? bareField(piece) : std::nullopt)
            begin(field->name, field->value);
        else if (hasAnswers(m_brief.entries.last().field))
            m_brief.entries.last().shares += briefShares(m_brief.entries.last().field, piece);
        else
            m_brief.strays.append(piece.left(mostStrayLetters));
    }
    m_isOpen = false;
    return true;
}

void Lines::read(const QString &whole)
{
    ++m_line;
    static const QRegularExpression bullet(u"^\\s*(?:[-*•·–]\\s+)?"_s);
    static const QRegularExpression pair(u"^([^:=\\t]{1,100}?)\\s*[:=\\t]\\s*(.*)$"_s);
    const QString line = QString(whole).remove(bullet).trimmed();
    if (line.isEmpty()) {
        m_isOpen = m_isOpen && m_brief.entries.last().shares.isEmpty();
        return;
    }
    const QRegularExpressionMatch match = pair.match(line);
    const QString name = match.captured(1).trimmed();
    const bool isKnown = match.hasMatch() && briefField(name) != BriefField::Question;
    const bool hasRoom = m_brief.entries.size() < mostBriefEntries;
    if (!isKnown && hasRoom && takeBareFields(match.hasMatch() ? match.captured(2) : line))
        return; // "Quotas: Age 18-34 …"
    if (!isKnown && takeAnswers(line, !match.hasMatch()))
        return;
    if (match.hasMatch() && hasRoom)
        begin(name, match.captured(2).trimmed());
    else
        m_brief.strays.append(line.left(mostStrayLetters));
}

} // namespace

Brief briefFromLines(const QString &text)
{
    Lines lines;
    static const QRegularExpression breaks(u"\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"_s);
    for (const QString &line : text.split(breaks))
        lines.read(line);
    return lines.take();
}

} // namespace models
