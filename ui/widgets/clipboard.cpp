#include "ui/widgets/clipboard.h"

#include <QClipboard>
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

struct Texts
{
    QString plain;
    QString html = u"<table>"_s;

    void add(const QStringList &cells)
    {
        QStringList tabbed;
        html += u"<tr>"_s;
        for (const QString &cell : cells) {
            tabbed.append(quoted(cell));
            html += u"<td>"_s + cell.toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>"_s;
        plain += tabbed.join(u'\t') + u'\n';
    }
};

} // namespace

void copyCells(const QTableView &table, bool withHeaders)
{
    const QItemSelectionModel *const selection = table.selectionModel();
    if (!selection || !selection->hasSelection())
        return;
    const QList<int> columns = shownColumns(table);
    Texts texts;
    QStringList cells;
    if (withHeaders) {
        for (const int column : columns)
            cells.append(table.model()->headerData(column, Qt::Horizontal).toString());
        texts.add(cells);
    }
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (!selection->rowIntersectsSelection(row))
            continue;
        cells.clear();
        for (const int column : columns) {
            const QModelIndex index = table.model()->index(row, column);
            cells.append(selection->isSelected(index) ? index.data().toString() : QString());
        }
        texts.add(cells);
    }
    auto *const data = new QMimeData;
    data->setText(texts.plain);
    data->setHtml(texts.html + u"</table>"_s);
    QGuiApplication::clipboard()->setMimeData(data);
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
