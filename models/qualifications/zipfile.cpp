#include "models/qualifications/zipfile.h"

#include "models/files/csvreader.h"
#include "models/qualifications/zipcodes.h"
#include "models/reconciliation/uidfile.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostBytes = 8 * 1024 * 1024; // all the zip codes of any country, many times
constexpr int sampled = 200; // records that tell what a column holds
constexpr double mostly = 0.8;

struct ZipFileText
{
    Q_DECLARE_TR_FUNCTIONS(ZipFile)
};

/// A word without a digit is a place or a header.
bool looksLikeZip(QByteArrayView cell)
{
    const QString text = QString::fromUtf8(cell).trimmed();
    const bool hasDigit = std::ranges::any_of(text, [](QChar letter) { return letter.isDigit(); });
    return hasDigit && zipCodesFromText(text).leftOut.isEmpty();
}

struct ZipColumn
{
    int filled = 0;
    int zips = 0;
    double share() const { return filled > 0 ? double(zips) / filled : 0; }
};

QList<ZipColumn> lookAt(QByteArrayView utf8, char separator)
{
    QList<ZipColumn> columns;
    CsvReader reader(utf8, separator);
    for (int record = 0; record < sampled && reader.next(); ++record) {
        columns.resize(std::max(columns.size(), qsizetype(reader.size())));
        for (int at = 0; at < reader.size(); ++at) {
            if (reader.field(at).isEmpty())
                continue;
            ++columns[at].filled;
            columns[at].zips += looksLikeZip(reader.field(at)) ? 1 : 0;
        }
    }
    return columns;
}

ZipFile takeColumn(QByteArrayView utf8, char separator, int column)
{
    CsvReader reader(utf8, separator);
    QStringList lines;
    QString header;
    for (bool isFirst = true; reader.next(); isFirst = false) {
        const QString cell = QString::fromUtf8(reader.field(column));
        if (isFirst && !looksLikeZip(reader.field(column)))
            header = plain(cell.left(40));
        else
            lines.append(cell);
    }
    return {lines.join(u'\n'),
            header.isEmpty() ? ZipFileText::tr("column %1").arg(column + 1)
                             : ZipFileText::tr("column %1 (%2)").arg(column + 1).arg(header)};
}

} // namespace

ZipFile zipTextFrom(QByteArrayView utf8, char separator)
{
    const char between = separator != 0 ? separator : guessSeparator(utf8);
    const QList<ZipColumn> columns = lookAt(utf8, between);
    const bool isList = std::ranges::all_of(
        columns, [](const ZipColumn &one) { return one.filled == 0 || one.share() >= mostly; });
    if (columns.size() > 1 && !isList) {
        const auto best = std::ranges::max_element(columns, {}, &ZipColumn::share);
        return takeColumn(utf8, between, int(best - columns.begin()));
    }
    if (between != 0)
        return {QString::fromUtf8(utf8), {}};
    ZipFile lines = takeColumn(utf8, between, 0);
    lines.column.clear();
    return lines;
}

tl::expected<ZipFile, QString> openZipFile(const QString &path, Work &work)
{
    const auto file = openUidFile(path, {}, work);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArrayView utf8 = file->source.text->utf8();
    if (utf8.size() > mostBytes)
        return tl::unexpected(
            ZipFileText::tr("The file is larger than 8 MB: it holds more than zip codes."));
    return zipTextFrom(utf8, file->source.separator);
}

} // namespace models
