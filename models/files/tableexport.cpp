#include "models/files/tableexport.h"

#include "models/files/atomicwriter.h"
#include "models/files/workbookproblem.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QUuid>

#include <cstdio>

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

/// Numbers in the form that every program reads; integers only, so that money stays exact.
QByteArray csvText(const QVariant &value, CellKind kind)
{
    constexpr int percentPlaces = 6;
    if (!value.isValid())
        return {};
    switch (kind) {
    case CellKind::Text:
        return csvCell(value.toString().toUtf8());
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

/// One workbook in constant memory; the library frees it in close(), which must come in any case.
class Workbook
{
public:
    Workbook(const QString &path, const QString &sheet)
    {
        QByteArray folder = QFile::encodeName(QDir::tempPath());
        lxw_workbook_options options {};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        m_book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
        if (!m_book)
            return;
        m_sheet = workbook_add_worksheet(m_book, sheetName(sheet).constData());
        m_bold = workbook_add_format(m_book);
        m_money = workbook_add_format(m_book);
        m_percent = workbook_add_format(m_book);
        m_date = workbook_add_format(m_book);
        format_set_bold(m_bold);
        format_set_num_format(m_money, "#,##0.00");
        format_set_num_format(m_percent, "0.0%");
        format_set_num_format(m_date, "yyyy-mm-dd");
    }
    ~Workbook() { close(); }
    Q_DISABLE_COPY_MOVE(Workbook)

    bool isOpen() const { return m_sheet; }
    QString close() ///< why it could not be written; empty when it was
    {
        return m_book ? closedWorkbookProblem(std::exchange(m_book, nullptr), m_error) : QString();
    }
    void head(const QList<ExportColumn> &columns)
    {
        constexpr double width = 16;
        worksheet_set_column(m_sheet, 0, lxw_col_t(columns.size() - 1), width, nullptr);
        worksheet_freeze_panes(m_sheet, 1, 0);
        for (qsizetype i = 0; i < columns.size(); ++i)
            keep(worksheet_write_string(m_sheet, 0, lxw_col_t(i),
                                        columns[i].title.toUtf8().constData(), m_bold));
    }
    void put(lxw_row_t row, lxw_col_t column, const QVariant &value, CellKind kind)
    {
        if (!value.isValid())
            return;
        if (kind == CellKind::Text)
            keep(worksheet_write_string(m_sheet, row, column, text(value).constData(), nullptr));
        else if (kind == CellKind::Date)
            putDate(row, column, value.toDate());
        else if (kind == CellKind::Money)
            keep(worksheet_write_number(m_sheet, row, column, value.toDouble() / hundredths,
                                        m_money));
        else
            keep(worksheet_write_number(m_sheet, row, column, value.toDouble(),
                                        kind == CellKind::Percent ? m_percent : nullptr));
    }

private:
    void keep(lxw_error error)
    {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }
    void putDate(lxw_row_t row, lxw_col_t column, QDate date)
    {
        if (!date.isValid())
            return;
        lxw_datetime day {};
        day.year = date.year();
        day.month = date.month();
        day.day = date.day();
        keep(worksheet_write_datetime(m_sheet, row, column, &day, m_date));
    }
    /// A cell holds no more letters than this, and no control characters.
    static QByteArray text(const QVariant &value)
    {
        constexpr qsizetype most = 32'767; // of the file format
        QString letters = value.toString().left(most);
        for (QChar &letter : letters) {
            if (letter.unicode() < u' ' && letter != u'\n' && letter != u'\t')
                letter = QChar::ReplacementCharacter;
        }
        return letters.toUtf8();
    }
    static QByteArray sheetName(const QString &name)
    {
        QString safe = name.left(LXW_SHEETNAME_MAX);
        for (const char16_t letter : u"[]:*?/\\'")
            safe.remove(QChar(letter));
        return safe.toUtf8();
    }

    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_money = nullptr;
    lxw_format *m_percent = nullptr;
    lxw_format *m_date = nullptr;
    lxw_error m_error = LXW_NO_ERROR;
};

/// The library writes where it is told: into a file beside the wanted one, which then takes its
/// place in one step.
TableExport writeXlsx(const ExportTable &table, const QString &path, Work &work)
{
    if (table.rowCount > mostSheetRows)
        return failed(
            TableExportText::tr("A sheet holds no more than 1,048,576 rows: export as CSV."));
    const QString part = path + u".part-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const auto cleaning = qScopeGuard([&part] { QFile::remove(part); });
    Workbook book(part, table.name);
    if (!book.isOpen())
        return failed(TableExportText::tr("The workbook can’t be begun."));
    book.head(table.columns);
    bool isCancelled = false;
    for (qsizetype row = 0; row < table.rowCount && !isCancelled; ++row) {
        isCancelled = isStopped(row, table, work);
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            book.put(lxw_row_t(row + 1), lxw_col_t(column), table.cell(row, column),
                     table.columns[column].kind);
    }
    const QString problem = book.close();
    if (isCancelled)
        return cancelled();
    if (!problem.isEmpty())
        return failed(TableExportText::tr("The file can’t be written: %1.").arg(problem));
    if (std::rename(QFile::encodeName(part), QFile::encodeName(path)) != 0)
        return failed(TableExportText::tr("The file can’t be written: %1.").arg(qt_error_string()));
    return {.isWritten = true, .isCancelled = false, .problem = {}};
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
