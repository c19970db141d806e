#include "models/reconciliation/uidpreview.h"

#include "models/files/csvreader.h"

#include <QSet>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Header words for a respondent's session, by how sure they are.
constexpr std::array uidHeaders {"uid",        "uids",       "rid",        "respondent_id",
                                 "respondent", "identifier", "session_id", "session",
                                 "token",      "pid",        "id"};

/// For why a complete is rejected.
constexpr std::array reasonWords {"reason",  "reject_reason", "rejection_reason",
                                  "comment", "note",          "why"};

qsizetype rankOf(const QString &cell, std::span<const char *const> known)
{
    QString word = cell.trimmed().toLower();
    word.replace(u' ', u'_');
    for (size_t i = 0; i < known.size(); ++i)
        if (word == QLatin1String(known[i]))
            return qsizetype(i);
    return -1;
}

int namedColumn(const QStringList &row, std::span<const char *const> known)
{
    int best = -1;
    qsizetype rank = qsizetype(known.size());
    for (qsizetype i = 0; i < row.size(); ++i) {
        const qsizetype found = rankOf(row[i], known);
        if (found >= 0 && found < rank) {
            rank = found;
            best = int(i);
        }
    }
    return best;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Without a known word: the column whose cells differ from each other and have one length.
int likeliestColumn(const QList<QStringList> &rows)
{
    int best = 0;
    qsizetype most = -1;
    for (int column = 0; column < rows.value(0).size(); ++column) {
        QSet<QString> distinct;
        QHash<qsizetype, qsizetype> lengths;
        qsizetype same = 0;
        for (const QStringList &row : rows.mid(1)) {
            const QString cell = row.value(column).trimmed();
            distinct.insert(cell);
            if (hasDigit(cell) && cell.size() >= 8)
                same = std::max(same, ++lengths[cell.size()]);
        }
        const qsizetype score = std::min(same, distinct.size());
        if (score > most) {
            most = score;
            best = column;
        }
    }
    return best;
}

} // namespace

int UidPreview::columnCount() const
{
    qsizetype most = 0;
    for (const QStringList &row : rows)
        most = std::max(most, row.size());
    return int(most);
}

QString UidPreview::columnName() const
{
    return layout.hasHeader ? rows.value(0).value(layout.column).trimmed() : QString();
}

UidPreview previewUids(const UidSource &source)
{
    UidPreview preview;
    const QByteArrayView text = source.text->utf8();
    preview.layout.separator = source.separator != 0 ? source.separator : guessSeparator(text);
    const bool isCsv = source.name.endsWith(u".csv"_s, Qt::CaseInsensitive);
    if (preview.layout.separator == 0 && (isCsv || text.startsWith('"')))
        preview.layout.separator = ','; // for the quotes
    CsvReader reader(text, preview.layout.separator);
    while (preview.rows.size() < UidPreview::mostRows && reader.next()) {
        constexpr qsizetype longest = 200;
        QStringList row;
        for (int i = 0; i < reader.size(); ++i)
            row.append(QString::fromUtf8(reader.field(i)).left(longest));
        preview.rows.append(row);
    }
    const QStringList first = preview.rows.value(0);
    const int named = namedColumn(first, uidHeaders);
    preview.layout.column = named >= 0 ? named : likeliestColumn(preview.rows);
    preview.layout.reasonColumn = namedColumn(first, reasonWords);
    const QString below = preview.rows.value(1).value(preview.layout.column);
    preview.layout.hasHeader = named >= 0
        || (first.size() > 1 && !hasDigit(first.value(preview.layout.column)) && hasDigit(below));
    return preview;
}

} // namespace models
