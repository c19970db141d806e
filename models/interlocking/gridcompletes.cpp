#include "models/interlocking/gridcompletes.h"

#include "models/files/csvreader.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostLinesNamed = 8;

struct GridCompletesText
{
    Q_DECLARE_TR_FUNCTIONS(models::GridCompletes)
};

QString folded(QByteArrayView field)
{
    return QString::fromUtf8(field).simplified().toCaseFolded();
}

/// "25-34"; nothing for what is no range.
std::optional<api::Range> rangeOf(const QString &name)
{
    const qsizetype hyphen = name.indexOf(u'-');
    bool isFrom = false;
    bool isTo = false;
    const api::Range range {name.first(std::max(hyphen, qsizetype(0))).toInt(&isFrom),
                            name.sliced(hyphen + 1).toInt(&isTo)};
    if (isFrom && isTo)
        return range;
    return {};
}

/// Finds an option of one dimension by what is written.
class Options
{
public:
    explicit Options(const GridDimension &dimension)
        : m_title(dimension.title.simplified().toCaseFolded())
    {
        for (const QString &name : dimension.options) {
            m_places.insert(name.simplified().toCaseFolded(), m_ranges.size());
            m_ranges.append(rangeOf(name));
        }
    }

    qsizetype find(const QString &text) const
    {
        const qsizetype place = m_places.value(text, -1);
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        if (place >= 0 || !isNumber)
            return place;
        const auto holds = [number](const std::optional<api::Range> &range) {
            return range && range->from <= number && number <= range->to;
        };
        const auto found = std::ranges::find_if(m_ranges, holds);
        return found == m_ranges.end() ? -1 : found - m_ranges.begin();
    }

    qsizetype size() const { return m_ranges.size(); }
    bool isTitle(const QString &text) const { return text == m_title; }

private:
    QString m_title;
    QHash<QString, qsizetype> m_places;
    QList<std::optional<api::Range>> m_ranges;
};

class PeopleCounter
{
public:
    explicit PeopleCounter(const InterlockingGrid &grid)
        : m_columns(grid.dimensions.size(), -1)
    {
        for (const GridDimension &dimension : grid.dimensions)
            m_options.append(Options(dimension));
        m_count.cells = QList<int>(grid.cells.size());
    }

    void take(const CsvReader &record)
    {
        QStringList fields;
        for (int at = 0; at < record.size(); ++at)
            fields.append(folded(record.field(at)));
        if (fields.join(QString()).isEmpty() || (m_lines++ == 0 && isHeading(fields)))
            return;
        const qsizetype cell = cellOf(fields);
        const QByteArray uid = record.field(int(m_uidColumn)).trimmed().toByteArray();
        if (cell < 0 || uid.isEmpty())
            return refuse(record.line());
        if (m_seen.contains(uid)) {
            ++m_count.repeated;
            return;
        }
        m_seen.insert(uid);
        ++m_count.cells[cell];
        ++m_count.people;
    }

    PeopleCount count() const { return m_count; }

private:
    /// Remembers which column holds what, where the first line tells it.
    bool isHeading(const QStringList &fields)
    {
        bool isNamed = false;
        for (qsizetype dimension = 0; dimension < m_options.size(); ++dimension) {
            const auto isTitle = [this, dimension](const QString &field) {
                return m_options[dimension].isTitle(field);
            };
            const auto found = std::ranges::find_if(fields, isTitle);
            m_columns[dimension] = found == fields.end() ? -1 : found - fields.begin();
            isNamed = isNamed || m_columns[dimension] >= 0;
        }
        const qsizetype uid = fields.indexOf(u"uid"_s);
        for (qsizetype column = 0; uid < 0 && m_columns.contains(m_uidColumn); ++column)
            m_uidColumn = column;
        m_uidColumn = uid >= 0 ? uid : m_uidColumn;
        return isNamed || uid >= 0;
    }

    qsizetype cellOf(const QStringList &fields) const
    {
        qsizetype cell = 0;
        QList<qsizetype> used {m_uidColumn};
        for (qsizetype dimension = 0; dimension < m_options.size(); ++dimension) {
            const Options &options = m_options[dimension];
            qsizetype column = m_columns[dimension];
            for (qsizetype each = 0; column < 0 && each < fields.size(); ++each) {
                if (!used.contains(each) && !m_columns.contains(each)
                    && options.find(fields[each]) >= 0)
                    column = each;
            }
            const qsizetype option = column < 0 ? -1 : options.find(fields.value(column));
            if (option < 0)
                return -1;
            used.append(column);
            cell = cell * options.size() + option;
        }
        return m_options.isEmpty() ? -1 : cell;
    }

    void refuse(qint64 line)
    {
        ++m_count.unknown;
        if (m_count.unknownLines.size() < mostLinesNamed)
            m_count.unknownLines.append(line);
    }

    QList<Options> m_options;
    QList<qsizetype> m_columns; ///< of each dimension, where a heading told it
    qsizetype m_uidColumn = 0;
    qint64 m_lines = 0;
    QSet<QByteArray> m_seen; ///< capitals matter in a UID
    PeopleCount m_count;
};

} // namespace

PeopleCount countPeople(const InterlockingGrid &grid, const TextSource &text)
{
    PeopleCounter counter(grid);
    CsvReader reader(text.utf8(), guessSeparator(text.utf8()));
    while (reader.next())
        counter.take(reader);
    return counter.count();
}

QString peopleText(const PeopleCount &count)
{
    QStringList parts {GridCompletesText::tr("%Ln respondent(s) counted.", nullptr, count.people)};
    if (count.repeated > 0)
        parts.append(GridCompletesText::tr("%Ln line(s) repeat a UID and count once.", nullptr,
                                           count.repeated));
    if (count.unknown == 0)
        return parts.join(u' ');
    QStringList lines;
    for (const qint64 line : count.unknownLines)
        lines.append(countText(line));
    if (count.unknown > lines.size())
        lines.append(u"…"_s);
    parts.append(
        GridCompletesText::tr("%Ln line(s) were not understood: %1", nullptr, count.unknown)
            .arg(lines.join(u", "_s)));
    return parts.join(u' ');
}

QString cellsText(const InterlockingGrid &grid, const QList<int> &cells)
{
    const qsizetype width = grid.isFlat() ? 1 : grid.dimensions.last().options.size();
    QString text;
    for (qsizetype cell = 0; cell < cells.size(); ++cell)
        text += QString::number(cells[cell]) + ((cell + 1) % width == 0 ? u'\n' : u'\t');
    return text;
}

} // namespace models
