#include "ui/widgets/clipboard.h"

#include "models/files/atomicwriter.h"
#include "models/files/tableexport.h"
#include "models/support/cells.h"

#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString quoted(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    QString inner = text;
    return u'"' + inner.replace(u'"', u"\"\""_s) + u'"';
}

QList<int> shownColumns(const QTableView &table)
{
    QList<int> columns;
    const QHeaderView *const header = table.horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!table.isColumnHidden(column)
            && table.selectionModel()->columnIntersectsSelection(column))
            columns.append(column);
    }
    return columns;
}

/// "-5" and "+3 %" are numbers and no formulas.
bool isNumber(QString text)
{
    if (text.endsWith(QLocale().percent()))
        text.chop(1);
    bool isOne = false;
    QLocale().toDouble(text.trimmed(), &isOne);
    return isOne && (text.startsWith(u'-') || text.startsWith(u'+'));
}

QString guardedText(const QString &text)
{
    return isNumber(text) ? text : QString::fromUtf8(models::guarded(text.toUtf8()));
}

QString valueText(const QVariant &value, models::CellKind kind)
{
    if (!value.isValid())
        return {};
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    switch (kind) {
    case models::CellKind::Whole:
        return locale.toString(value.toLongLong());
    case models::CellKind::Number:
        return locale.toString(value.toDouble(), 'g', 12);
    case models::CellKind::Percent:
        return locale.toString(value.toDouble() * 100, 'g', 4) + u'%';
    case models::CellKind::Money:
        return locale.toString(double(value.toLongLong()) / 100, 'f', 2);
    case models::CellKind::Date:
        return value.toDate().toString(Qt::ISODate);
    case models::CellKind::Text:
        break;
    }
    return value.toString();
}

QStringList headerLevels(const QTableView &table, int section, Qt::Orientation orientation)
{
    const QAbstractItemModel &model = *table.model();
    const QStringList levels =
        model.headerData(section, orientation, models::HeaderLevelsRole).toStringList();
    return levels.isEmpty() ? QStringList {model.headerData(section, orientation).toString()}
                            : levels;
}

qsizetype depthOf(const QList<QStringList> &headers)
{
    qsizetype depth = 0;
    for (const QStringList &levels : headers)
        depth = std::max(depth, levels.size());
    return depth;
}

/// The name on a level; a header of fewer levels has its own on the innermost.
QString nameOn(const QStringList &levels, qsizetype level, qsizetype depth)
{
    return levels.value(level - (depth - levels.size()));
}

/// What stands in front of each selected row, where the rows have names.
QList<QStringList> rowHeaders(const QTableView &table, const QList<int> &rows)
{
    QList<QStringList> headers;
    for (const int row : rows)
        headers.append(table.verticalHeader()->isHidden() ? QStringList()
                                                          : headerLevels(table, row, Qt::Vertical));
    return headers;
}

struct Texts
{
    QString plain;
    QString html = u"<table>"_s;

    void add(const QStringList &cells)
    {
        QStringList tabbed;
        html += u"<tr>"_s;
        for (const QString &text : cells) {
            const QString cell = guardedText(text);
            tabbed.append(quoted(cell));
            html += u"<td>"_s + cell.toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>"_s;
        plain += tabbed.join(u'\t') + u'\n';
    }

    void put() const
    {
        auto *const data = new QMimeData;
        data->setText(plain);
        data->setHtml(html + u"</table>"_s);
        QGuiApplication::clipboard()->setMimeData(data);
    }
};

void addColumnHeaders(Texts &texts, const QTableView &table, const QList<int> &columns,
                      qsizetype sideDepth)
{
    QList<QStringList> headers;
    for (const int column : columns)
        headers.append(headerLevels(table, column, Qt::Horizontal));
    const qsizetype depth = depthOf(headers);
    for (qsizetype level = 0; level < depth; ++level) {
        QStringList cells(sideDepth);
        for (const QStringList &levels : std::as_const(headers))
            cells.append(nameOn(levels, level, depth));
        texts.add(cells);
    }
}

} // namespace

void copyCells(const QTableView &table, bool withHeaders)
{
    const QItemSelectionModel *const selection = table.selectionModel();
    if (!selection || !selection->hasSelection())
        return;
    const QList<int> columns = shownColumns(table);
    QList<int> rows;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (selection->rowIntersectsSelection(row))
            rows.append(row);
    }
    const QList<QStringList> sides =
        withHeaders ? rowHeaders(table, rows) : QList<QStringList>(rows.size());
    Texts texts;
    if (withHeaders)
        addColumnHeaders(texts, table, columns, depthOf(sides));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QStringList cells = sides[i];
        while (cells.size() < depthOf(sides))
            cells.prepend(QString());
        for (const int column : columns) {
            const QModelIndex index = table.model()->index(rows[i], column);
            cells.append(selection->isSelected(index) ? index.data().toString() : QString());
        }
        texts.add(cells);
    }
    texts.put();
}

void copyTable(const models::ExportTable &table, bool withHeaders)
{
    Texts texts;
    QStringList cells;
    if (withHeaders) {
        for (const models::ExportColumn &column : table.columns)
            cells.append(column.title);
        texts.add(cells);
    }
    for (qsizetype row = 0; row < table.rowCount; ++row) {
        cells.clear();
        for (qsizetype at = 0; at < table.columns.size(); ++at)
            cells.append(valueText(table.cell(row, at), table.columns[at].kind));
        texts.add(cells);
    }
    texts.put();
}

QString clipboardText()
{
    const QMimeData *const data = QGuiApplication::clipboard()->mimeData();
    if (!data || data->hasText() || !data->hasHtml())
        return data ? data->text() : QString();
    QTextDocument document;
    document.setHtml(data->html());
    QStringList lines;
    for (QTextFrame *const frame : document.rootFrame()->childFrames()) {
        const auto *const table = qobject_cast<QTextTable *>(frame);
        for (int row = 0; table && row < table->rows(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columns(); ++column) {
                QTextCursor cell = table->cellAt(row, column).firstCursorPosition();
                cell.setPosition(table->cellAt(row, column).lastPosition(),
                                 QTextCursor::KeepAnchor);
                cells.append(cell.selectedText());
            }
            lines.append(cells.join(u'\t'));
        }
    }
    return lines.join(u'\n');
}

} // namespace ui
