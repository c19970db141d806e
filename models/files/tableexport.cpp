#include "models/files/tableexport.h"

#include "models/files/atomicwriter.h"
#include "models/files/workbookfile.h"

#include <QCoreApplication>
#include <QDate>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostSheetRows = LXW_ROW_MAX - 1; ///< without the headings
constexpr qsizetype rowsBetweenLooks = 256;
constexpr double hundredths = 100;

struct TableExportText
{
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

bool isStopped(qsizetype row, const ExportTable &table, Work &work)
{
    if (row % rowsBetweenLooks == 0)
        work.setDone(row, table.rowCount);
    return work.isCancelled();
}

TableExport cancelled()
{
    return {.isWritten = false, .isCancelled = true, .problem = {}};
}

TableExport failed(const QString &problem)
{
    return {.isWritten = false, .isCancelled = false, .problem = problem};
}

/// Text of the service can't reorder what is beside it in a spreadsheet: such controls are marked.
QString withoutBidiControls(QString text)
{
    for (QChar &letter : text) {
        const char16_t c = letter.unicode();
        if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
            || c == 0x200f || c == 0x061c)
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

/// Numbers in the form that every program reads; integers only, so that money stays exact.
QByteArray csvText(const QVariant &value, CellKind kind)
{
    constexpr int percentPlaces = 6;
    if (!value.isValid())
        return {};
    switch (kind) {
    case CellKind::Text:
        return csvCell(withoutBidiControls(value.toString()).toUtf8());
    case CellKind::Whole:
        return QByteArray::number(value.toLongLong());
    case CellKind::Number:
        return QByteArray::number(value.toDouble());
    case CellKind::Percent:
        return QByteArray::number(value.toDouble(), 'g', percentPlaces);
    case CellKind::Money: {
        const qint64 amount = value.toLongLong();
        const QByteArray digits = QByteArray::number(std::abs(amount)).rightJustified(3, '0');
        return (amount < 0 ? "-" : "") + digits.chopped(2) + '.' + digits.last(2);
    }
    case CellKind::Date:
        return value.toDate().toString(Qt::ISODate).toLatin1();
    }
    return {};
}

TableExport writeCsv(const ExportTable &table, const QString &path, Work &work)
{
    AtomicWriter writer(path);
    writer.write("\xEF\xBB\xBF");
    const auto writeRow = [&](auto textOf) {
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            if (column > 0)
                writer.write(",");
            writer.write(textOf(column));
        }
        writer.write("\r\n");
    };
    writeRow([&](qsizetype column) { return csvCell(table.columns[column].title.toUtf8()); });
    for (qsizetype row = 0; row < table.rowCount && !writer.hasFailed(); ++row) {
        if (isStopped(row, table, work)) {
            writer.discard();
            return cancelled();
        }
        writeRow([&](qsizetype column) {
            return csvText(table.cell(row, column), table.columns[column].kind);
        });
    }
    const bool isWritten = writer.commit();
    return {.isWritten = isWritten, .isCancelled = false, .problem = writer.problem()};
}

/// The sheet of a workbook, with the formats of its cells.
class TableSheet
{
public:
    TableSheet(WorkbookFile &file, const ExportTable &table)
        : m_file(file)
        , m_sheet(file.addSheet(sheetName(table.name)))
    {
        if (!m_sheet)
            return;
        m_bold = workbook_add_format(file.book());
        m_money = workbook_add_format(file.book());
        m_percent = workbook_add_format(file.book());
        m_date = workbook_add_format(file.book());
        format_set_bold(m_bold);
        format_set_num_format(m_money, "#,##0.00");
        format_set_num_format(m_percent, "0.0%");
        format_set_num_format(m_date, "yyyy-mm-dd");
        head(table.columns);
    }
    void put(lxw_row_t row, lxw_col_t column, const QVariant &value, CellKind kind)
    {
        if (!value.isValid())
            return;
        if (kind == CellKind::Text)
            putText(row, column, value.toString(), nullptr);
        else if (kind == CellKind::Date)
            putDate(row, column, value.toDate());
        else if (kind == CellKind::Money)
            putNumber(row, column, value.toDouble() / hundredths, m_money);
        else
            putNumber(row, column, value.toDouble(),
                      kind == CellKind::Percent ? m_percent : nullptr);
    }

private:
    void head(const QList<ExportColumn> &columns)
    {
        constexpr double width = 16;
        worksheet_set_column(m_sheet, 0, lxw_col_t(columns.size() - 1), width, nullptr);
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (qsizetype i = 0; i < columns.size(); ++i)
            putText(0, lxw_col_t(i), columns[i].title, m_bold);
    }
    void putText(lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
    {
        constexpr qsizetype most = 32'767; // letters of a cell, by the file format
        m_file.putText(m_sheet, row, column, withoutBidiControls(text.left(most)).toUtf8(), format);
    }
    void putNumber(lxw_row_t row, lxw_col_t column, double number, lxw_format *format)
    {
        m_file.wrote(m_sheet, row, worksheet_write_number(m_sheet, row, column, number, format));
    }
    void putDate(lxw_row_t row, lxw_col_t column, QDate date)
    {
        if (!date.isValid())
            return;
        lxw_datetime day {};
        day.year = date.year();
        day.month = date.month();
        day.day = date.day();
        m_file.wrote(m_sheet, row, worksheet_write_datetime(m_sheet, row, column, &day, m_date));
    }
    static QByteArray sheetName(const QString &name)
    {
        QString safe = name.left(LXW_SHEETNAME_MAX);
        for (const char16_t letter : u"[]:*?/\\'")
            safe.remove(QChar(letter));
        return safe.toUtf8();
    }

    WorkbookFile &m_file;
    lxw_worksheet *m_sheet;
    lxw_format *m_bold = nullptr;
    lxw_format *m_money = nullptr;
    lxw_format *m_percent = nullptr;
    lxw_format *m_date = nullptr;
};

TableExport writeXlsx(const ExportTable &table, const QString &path, Work &work)
{
    if (table.rowCount > mostSheetRows)
        return failed(
            TableExportText::tr("A sheet holds no more than 1,048,576 rows: export as CSV."));
    WorkbookFile file(path);
    TableSheet sheet(file, table);
    for (qsizetype row = 0; row < table.rowCount && !file.hasFailed(); ++row) {
        if (isStopped(row, table, work))
            return cancelled();
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            sheet.put(lxw_row_t(row + 1), lxw_col_t(column), table.cell(row, column),
                      table.columns[column].kind);
    }
    const QString problem = file.commit();
    return {.isWritten = problem.isEmpty(), .isCancelled = false, .problem = problem};
}

} // namespace

TableExport exportTable(const ExportTable &table, const QString &path, Work &work)
{
    const TableExport result = path.endsWith(u".xlsx"_s, Qt::CaseInsensitive)
        ? writeXlsx(table, path, work)
        : writeCsv(table, path, work);
    work.setDone(1, 1);
    return result;
}

} // namespace models
