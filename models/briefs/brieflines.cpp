#include "models/briefs/brief.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models::briefforms {

namespace {

constexpr qsizetype mostStrayLetters = 200;

/// Lines under one another: a field and its value, or the answers of the field above.
class Lines
{
public:
    void read(const QString &line);
    Brief take() { return std::move(m_brief); }

private:
    bool takeAnswers(const QString &text, bool isOwnLine);
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
    if (!isKnown && takeAnswers(line, !match.hasMatch()))
        return;
    if (match.hasMatch() && m_brief.entries.size() < mostBriefEntries)
        begin(name, match.captured(2).trimmed());
    else
        m_brief.strays.append(line.left(mostStrayLetters));
}

} // namespace

Brief fromLines(const QString &text)
{
    Lines lines;
    static const QRegularExpression breaks(u"\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"_s);
    for (const QString &line : text.split(breaks))
        lines.read(line);
    return lines.take();
}

} // namespace models::briefforms
