#include "models/briefs/briefcsv.h"

#include "models/files/csvreader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Record
{
    int line = 0;
    QStringList cells;
};

char separatorOf(const QString &text)
{
    const QString first = text.trimmed().section(u'\n', 0, 0);
    for (const char mark : {'\t', ';', ','}) {
        if (first.contains(QLatin1Char(mark)))
            return mark;
    }
    return 0;
}

QList<Record> records(const QString &text, qsizetype most)
{
    const QByteArray utf8 = text.toUtf8();
    CsvReader reader(utf8, separatorOf(text));
    QList<Record> all;
    while (all.size() < most && reader.next()) {
        Record record {int(reader.line()), {}};
        for (int at = 0; at < std::min(reader.size(), 1000); ++at)
            record.cells.append(QString::fromUtf8(reader.field(at)).trimmed());
        while (!record.cells.isEmpty() && record.cells.last().isEmpty())
            record.cells.removeLast();
        if (!record.cells.isEmpty())
            all.append(record);
    }
    return all;
}

bool isHeaderOfFields(const QStringList &cells)
{
    const auto isKnown = [](const QString &cell) {
        return briefField(cell) != BriefField::Question;
    };
    return cells.size() > 1 && std::ranges::count_if(cells, isKnown) > 1 && isKnown(cells[1]);
}

bool isHeaderOfRows(const QStringList &cells)
{
    static const QStringList words {u"field"_s, u"key"_s, u"item"_s, u"parameter"_s, u"question"_s};
    return words.contains(briefWord(cells.value(0)));
}

bool isAmount(const QString &cell)
{
    static const QRegularExpression amount(u"^\\d[\\d.,' ]*%?$|^\\d+\\s*%$"_s);
    return amount.match(cell).hasMatch();
}

/// `cells` are those behind the field's name: answers, each with its amount in the cell behind it.
QList<BriefShare> shares(BriefField field, const QStringList &cells)
{
    QList<BriefShare> all;
    for (const QString &cell : cells) {
        if (cell.isEmpty())
            continue;
        if (!all.isEmpty() && all.last().amount.isEmpty() && field != BriefField::Zip
            && isAmount(cell))
            all.last().amount = cell;
        else
            all += briefShares(field, cell);
    }
    return all;
}

/// A field that comes in several rows, one for each answer, is one field.
void append(Brief &brief, int line, const QString &name, const QStringList &cells)
{
    const bool goesOn = name.isEmpty() && !brief.entries.isEmpty();
    const BriefField field = goesOn ? brief.entries.last().field : briefField(name);
    if (hasAnswers(field) && !brief.entries.isEmpty() && brief.entries.last().field == field
        && (name.isEmpty() || briefWord(brief.entries.last().name) == briefWord(name))) {
        brief.entries.last().shares += shares(field, cells);
        return;
    }
    if (brief.entries.size() >= mostBriefEntries || name.isEmpty()) {
        brief.strays.append((name + u' ' + cells.join(u' ')).trimmed().left(200));
        return;
    }
    BriefEntry entry {line, field, name, {}, {}};
    if (hasAnswers(field))
        entry.shares = shares(field, cells);
    if (!hasAnswers(field) || field == BriefField::Question)
        entry.value = cells.join(u' ').trimmed();
    brief.entries.append(entry);
}

} // namespace

bool looksLikeCsv(const QString &text)
{
    const QString first = text.trimmed().section(u'\n', 0, 0);
    const char mark = separatorOf(text);
    if (mark == 0 || first.section(QLatin1Char(mark), 0, 0).contains(u':'))
        return false;
    const QList<Record> start = records(text, 1);
    return !start.isEmpty() && start[0].cells.size() > 1
        && (isHeaderOfFields(start[0].cells) || isHeaderOfRows(start[0].cells)
            || briefField(start[0].cells[0]) != BriefField::Question);
}

Brief briefFromCsv(const QString &text)
{
    Brief brief;
    brief.form = Brief::Form::Csv;
    const QList<Record> all = records(text, mostBriefEntries * 40);
    if (isHeaderOfFields(all[0].cells)) {
        const QStringList values = all.size() > 1 ? all[1].cells : QStringList();
        for (qsizetype i = 0; i < all[0].cells.size(); ++i) {
            if (!values.value(i).isEmpty())
                append(brief, all[1].line, all[0].cells[i], {values[i]});
        }
        for (qsizetype i = 2; i < all.size(); ++i)
            brief.strays.append(all[i].cells.join(u' ').left(200));
        return brief;
    }
    for (qsizetype i = isHeaderOfRows(all[0].cells) ? 1 : 0; i < all.size(); ++i)
        append(brief, all[i].line, all[i].cells[0], all[i].cells.mid(1));
    return brief;
}

} // namespace models
