#include "models/reconciliation/uidexport.h"

#include "models/files/atomicwriter.h"
#include "models/reconciliation/uidworkbook.h"
#include "models/support/plain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr std::array formatWords {"txt", "csv", "xlsx", "json"};

void writeJson(AtomicWriter &writer, QByteArrayView text)
{
    constexpr uchar firstLetter = 0x20;
    const bool isPlain = std::none_of(text.begin(), text.end(), [](char c) {
        return uchar(c) < firstLetter || c == '"' || c == '\\';
    });
    if (isPlain) {
        writer.write("\"");
        writer.write(text);
        writer.write("\"");
        return;
    }
    const QJsonArray alone {QString::fromUtf8(text)};
    const QByteArray array = QJsonDocument(alone).toJson(QJsonDocument::Compact);
    writer.write(QByteArrayView(array).sliced(1, array.size() - 2));
}

/// The rows of one format into a file.
class Rows
{
public:
    Rows(AtomicWriter &writer, const UidSheet &sheet, const UidExportOptions &options)
        : m_writer(writer)
        , m_sheet(sheet)
        , m_options(options)
    {
    }
    void begin();
    void write(qsizetype row);
    void end();

private:
    void writeObject(qsizetype row);

    AtomicWriter &m_writer;
    const UidSheet &m_sheet;
    const UidExportOptions &m_options;
};

void Rows::begin()
{
    if (m_options.format == UidFormat::Json)
        m_writer.write("[");
    if (m_options.format != UidFormat::Csv)
        return;
    if (m_options.hasMark)
        m_writer.write("\xef\xbb\xbf");
    m_writer.write(m_sheet.titles.join(m_options.separator));
    m_writer.write("\r\n");
}

void Rows::writeObject(qsizetype row)
{
    for (int column = 0; column < m_sheet.titles.size(); ++column) {
        m_writer.write(column == 0 ? "{" : ", ");
        writeJson(m_writer, m_sheet.titles[column]);
        m_writer.write(": ");
        writeJson(m_writer, m_sheet.cell(row, column));
    }
    m_writer.write("}");
}

void Rows::write(qsizetype row)
{
    const bool isCsv = m_options.format == UidFormat::Csv;
    if (m_options.format == UidFormat::Json) {
        m_writer.write(row == 0 ? "\n" : ",\n");
        return m_sheet.titles.size() > 1 ? writeObject(row)
                                         : writeJson(m_writer, m_sheet.cell(row, 0));
    }
    const char separator = isCsv ? m_options.separator : '\t';
    for (int column = 0; column < m_sheet.titles.size(); ++column) {
        if (column > 0)
            m_writer.write({&separator, 1});
        const QByteArrayView cell = m_sheet.cell(row, column);
        if (isCsv)
            m_writer.write(csvCell(cell, m_options.isGuarded));
        else
            m_writer.write(cell);
    }
    m_writer.write(isCsv ? "\r\n" : "\n");
}

void Rows::end()
{
    if (m_options.format == UidFormat::Json)
        m_writer.write("\n]\n");
}

} // namespace

QString exportName(const QStringList &parts, const QString &what, QDate day)
{
    const QString name = fileNameFrom(parts.join(u' '));
    const QString end = what + u' ' + day.toString(Qt::ISODate);
    return name.isEmpty() ? end : name + u" – "_s + end;
}

UidSheet sheetOf(SharedUids uids)
{
    const qsizetype size = uids->size();
    return {.titles = {"uid"}, .size = size, .cell = [uids = std::move(uids)](qsizetype row, int) {
                return uids->at(row);
            }};
}

UidSheet sheetOf(UidRows::Pointer rows, UidOrder::Pointer order, bool withFindings)
{
    const qsizetype size = order->size(*rows);
    if (!withFindings)
        return {.titles = {"uid"}, .size = size, .cell = [rows, order](qsizetype row, int) {
                    return rows->uid(order->rowAt(row));
                }};
    const auto cell = [rows, order, text = QByteArray()](qsizetype at, int column) mutable {
        const qsizetype row = order->rowAt(at);
        switch (column) {
        case 0:
            return rows->uid(row);
        case 1:
            text = QByteArray::number(rows->line(row));
            break;
        case 2:
            text = rows->word(rows->kind(row)).toUtf8();
            break;
        case 3:
            text = rows->reason(row).toUtf8();
            break;
        default:
            text = rows->source(row).toUtf8();
        }
        return QByteArrayView(text);
    };
    return {.titles = {"uid", "line", "finding", "reason", "source"}, .size = size, .cell = cell};
}

std::optional<UidFormat> formatFromWord(const QString &word)
{
    const auto found = std::ranges::find_if(formatWords, [&word](const char *known) {
        return word.compare(QLatin1String(known), Qt::CaseInsensitive) == 0;
    });
    if (found == formatWords.end())
        return {};
    return UidFormat(found - formatWords.begin());
}

UidFormat formatOf(const QString &path)
{
    return formatFromWord(QFileInfo(path).suffix()).value_or(UidFormat::Text);
}

UidExport exportUids(const UidSheet &sheet, const QString &path, const UidExportOptions &options,
                     Work &work)
{
    constexpr qsizetype fewLines = 8192;
    if (options.format == UidFormat::Xlsx)
        return writeUidWorkbook(sheet, path, work);
    AtomicWriter writer(path);
    Rows rows(writer, sheet, options);
    rows.begin();
    for (qsizetype row = 0; row < sheet.size && !writer.hasFailed(); ++row) {
        rows.write(row);
        if (row % fewLines != 0)
            continue;
        work.setDone(row, sheet.size);
        if (work.isCancelled()) {
            writer.discard();
            return {.isWritten = false, .isCancelled = true, .problem = {}};
        }
    }
    rows.end();
    const bool isWritten = writer.commit();
    work.setDone(1, 1);
    return {.isWritten = isWritten, .isCancelled = false, .problem = writer.problem()};
}

} // namespace models
