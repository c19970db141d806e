#include "models/interlocking/headedblock.h"

#include "models/interlocking/optionheadings.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct HeadedBlockText
{
    Q_DECLARE_TR_FUNCTIONS(models::HeadedBlock)
};

class HeadingReader
{
public:
    HeadingReader(const QList<GridDimension> &dimensions, qsizetype sideDimensions,
                  const QList<QStringList> &rows)
        : m_side(sideDimensions)
        , m_rows(rows)
    {
        for (const GridDimension &dimension : dimensions)
            m_headings.append(OptionHeadings(dimension));
        for (const QStringList &row : rows)
            m_width = std::max(m_width, row.size());
        m_isUsed = QList<bool>(dimensions.size(), false);
        while (m_top < m_rows.size() && isHeadingRow(m_top))
            ++m_top;
        while (m_left < m_width && isHeadingColumn(m_left))
            ++m_left;
    }

    tl::expected<HeadedBlock, QString> read()
    {
        const bool isAllHeadings = m_top == m_rows.size() || m_left == m_width;
        HeadedBlock block;
        block.hasHeadings = (m_top > 0 || m_left > 0) && !isAllHeadings;
        if (!block.hasHeadings) {
            block.values = m_rows;
            return block;
        }
        const BlockLabel none {QList<std::optional<qsizetype>>(m_headings.size()), false};
        block.rows = QList<BlockLabel>(m_rows.size() - m_top, none);
        block.columns = QList<BlockLabel>(m_width - m_left, none);
        for (qsizetype column = 0; column < m_left && m_problem.isEmpty(); ++column)
            take(columnTexts(column), cornerOf(0, m_top, column, column + 1), 0, m_side,
                 column + 1 == m_left, block.rows);
        for (qsizetype row = 0; row < m_top && m_problem.isEmpty(); ++row)
            take(m_rows[row].mid(m_left), cornerOf(row, row + 1, 0, m_left), m_side,
                 m_headings.size(), row + 1 == m_top, block.columns);
        if (!m_problem.isEmpty())
            return tl::make_unexpected(m_problem);
        for (const QStringList &row : m_rows.mid(m_top))
            block.values.append(row.mid(m_left));
        return block;
    }

private:
    bool isNumber(const QString &text) const { return countFromText(text).has_value(); }

    bool isTitle(const QString &text) const
    {
        return std::ranges::any_of(
            m_headings, [&text](const OptionHeadings &each) { return each.isTitle(text); });
    }

    bool isKnown(const QString &text) const
    {
        return isTitle(text) || isTotalHeading(text)
            || std::ranges::any_of(m_headings, [&text](const OptionHeadings &each) {
                   return each.find(text).has_value();
               });
    }

    /// Names of one dimension, which may be numbers.
    bool areOptions(const QStringList &texts) const
    {
        return std::ranges::any_of(m_headings, [&texts](const OptionHeadings &each) {
            return std::ranges::all_of(texts, [&each](const QString &text) {
                return each.find(text) || isTotalHeading(text);
            });
        });
    }

    bool hasNumber(const QStringList &texts) const
    {
        return std::ranges::any_of(texts, [this](const QString &text) { return isNumber(text); });
    }

    /// Words, at least one of them known.
    bool areWords(const QStringList &texts) const
    {
        return !hasNumber(texts)
            && std::ranges::any_of(texts, [this](const QString &text) { return isKnown(text); });
    }

    bool isHeadingRow(qsizetype row) const
    {
        const QStringList &texts = m_rows[row];
        if (texts.isEmpty() || areWords(texts))
            return !texts.isEmpty();
        const bool hasCorner = texts.first().isEmpty() || isTitle(texts.first());
        if (row > 0 || !hasCorner || texts.size() < 2)
            return false;
        // Options that are called by numbers, or other words over a column of names.
        return (texts.size() > 2 && areOptions(texts.mid(1)))
            || (!hasNumber(texts) && areWords(columnTexts(0).mid(1)));
    }

    bool isHeadingColumn(qsizetype column) const
    {
        QStringList texts = columnTexts(column);
        texts.removeIf(isBlankCell);
        if (areWords(texts))
            return true;
        const bool isBesideNames = m_top > 0 || m_left > 0;
        return isBesideNames && column + 1 < m_width && texts.size() == m_rows.size() - m_top
            && areOptions(texts) && QSet<QString>(texts.begin(), texts.end()).size() > 1;
    }

    QStringList columnTexts(qsizetype column) const
    {
        QStringList texts;
        for (qsizetype row = m_top; row < m_rows.size(); ++row)
            texts.append(m_rows[row].value(column));
        return texts;
    }

    QStringList cornerOf(qsizetype row, qsizetype endRow, qsizetype column,
                         qsizetype endColumn) const
    {
        QStringList texts;
        for (; row < endRow; ++row)
            texts += m_rows[row].mid(column, endColumn - column);
        return texts;
    }

    /// How many of the texts are options of a dimension; -1 when one is none.
    qsizetype countOptions(const QStringList &texts, const OptionHeadings &headings) const
    {
        qsizetype count = 0;
        for (const QString &text : texts) {
            if (headings.find(text))
                ++count;
            else if (!isBlankCell(text) && !isTotalHeading(text))
                return -1;
        }
        return count;
    }

    /// The dimension that the texts of one heading line are options of: that which `corner` names,
    /// the first of those that are expected on this side, or the only one.
    std::optional<qsizetype> dimensionOf(const QStringList &texts, const QStringList &corner,
                                         qsizetype first, qsizetype end) const
    {
        QList<qsizetype> fitting;
        for (qsizetype i = 0; i < m_headings.size(); ++i) {
            if (!m_isUsed[i] && countOptions(texts, m_headings[i]) > 0)
                fitting.append(i);
        }
        for (const qsizetype i : std::as_const(fitting)) {
            const auto names = [this, i](const QString &text) {
                return m_headings[i].isTitle(text);
            };
            if (std::ranges::any_of(corner, names))
                return i;
        }
        for (const qsizetype i : std::as_const(fitting)) {
            if (i >= first && i < end)
                return i;
        }
        return fitting.isEmpty() ? std::nullopt : std::optional(fitting.first());
    }

    /// Blank cells of an outer line belong to the name before them, as merged cells do.
    void take(const QStringList &texts, const QStringList &corner, qsizetype first, qsizetype end,
              bool isInner, QList<BlockLabel> &labels)
    {
        const auto dimension = dimensionOf(texts, corner, first, end);
        const bool isAllNamed = !m_isUsed.contains(false);
        for (qsizetype i = 0; i < labels.size() && isAllNamed; ++i)
            labels[i].isTotal = labels[i].isTotal || isTotalHeading(texts.value(i));
        if (isAllNamed) // these say what the figures are: "Quota", "Share"
            return;
        if (!dimension)
            return refuse(texts);
        m_isUsed[*dimension] = true;
        QString last;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            QString text = texts.value(i);
            if (isBlankCell(text) && !isInner)
                text = last;
            last = text;
            labels[i].isTotal = labels[i].isTotal || isTotalHeading(text);
            labels[i].options[*dimension] = m_headings[*dimension].find(text);
        }
    }

    /// A line of titles and totals says nothing, and is no mistake.
    void refuse(const QStringList &texts)
    {
        QStringList names = texts;
        names.removeIf([this](const QString &text) {
            return isBlankCell(text) || isTitle(text) || isTotalHeading(text);
        });
        if (names.isEmpty())
            return;
        const auto stranger =
            std::ranges::find_if(names, [this](const QString &text) { return !isKnown(text); });
        m_problem = stranger == names.end()
            ? HeadedBlockText::tr("The headings mix the options of several qualifications.")
            : HeadedBlockText::tr("“%1” isn’t an option of this grid.")
                  .arg(plain(stranger->left(40)));
    }

    qsizetype m_side;
    QList<QStringList> m_rows;
    QList<OptionHeadings> m_headings;
    QList<bool> m_isUsed;
    QString m_problem;
    qsizetype m_width = 0;
    qsizetype m_top = 0; ///< heading rows
    qsizetype m_left = 0; ///< heading columns
};

} // namespace

bool isBlankCell(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() || trimmed == u"-" || trimmed == u"–" || trimmed == u"—";
}

bool HeadedBlock::namesDimension(qsizetype dimension) const
{
    const auto names = [dimension](const BlockLabel &label) {
        return label.options[dimension].has_value();
    };
    return std::ranges::any_of(rows, names) || std::ranges::any_of(columns, names);
}

tl::expected<HeadedBlock, QString> readHeadings(const QList<GridDimension> &dimensions,
                                                qsizetype sideDimensions,
                                                const QList<QStringList> &rows)
{
    HeadingReader reader(dimensions, sideDimensions, rows);
    return reader.read();
}

} // namespace models
