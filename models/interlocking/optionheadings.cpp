#include "models/interlocking/optionheadings.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct OptionHeadingsText
{
    Q_DECLARE_TR_FUNCTIONS(models::OptionHeadings)
};

/// As names are compared.
QString headingKey(const QString &text)
{
    QString key = text.simplified().toCaseFolded();
    for (const char16_t dash : {u'–', u'—', u'‐', u'‑', u'−'})
        key.replace(QChar(dash), u'-');
    return key.replace(u" - "_s, u"-"_s);
}

/// "65" of "65-99" and of "65+"; nothing for what is no range.
std::optional<int> startOf(const QString &key)
{
    const qsizetype end = key.endsWith(u'+') ? key.size() - 1 : key.indexOf(u'-');
    bool isNumber = false;
    const int start = end < 1 ? 0 : key.first(end).toInt(&isNumber);
    return isNumber ? std::optional(start) : std::nullopt;
}

} // namespace

OptionHeadings::OptionHeadings(const GridDimension &dimension)
    : m_title(headingKey(dimension.title))
{
    for (const QString &option : dimension.options) {
        const QString key = headingKey(option);
        const auto start = startOf(key);
        if (start && (!m_openStart || *start > *m_openStart)) {
            m_openStart = start;
            m_open = m_places.size();
        }
        m_places.insert(key, m_places.size());
    }
}

std::optional<qsizetype> OptionHeadings::find(const QString &text) const
{
    const QString key = headingKey(text);
    const auto found = m_places.constFind(key);
    if (found != m_places.cend())
        return *found;
    const bool isOpen = key.endsWith(u'+') && m_openStart && startOf(key) == m_openStart;
    return isOpen ? std::optional(m_open) : std::nullopt;
}

bool OptionHeadings::isTitle(const QString &text) const
{
    return headingKey(text) == m_title;
}

bool isTotalHeading(const QString &text)
{
    static const QStringList words {u"total"_s, u"totals"_s, u"grand total"_s,
                                    u"sum"_s,   u"gesamt"_s, u"summe"_s};
    const QString key = headingKey(text);
    return words.contains(key) || key == headingKey(OptionHeadingsText::tr("Total"))
        || key == headingKey(OptionHeadingsText::tr("Margin"));
}

} // namespace models
