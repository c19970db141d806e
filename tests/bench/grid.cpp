// A block of 200 cells pasted into the interlocking matrix, painted, undone and painted again.
#include "models/files/pastedrows.h"
#include "models/interlocking/gridedits.h"
#include "tests/bench/rounds.h"
#include "ui/interlocking/gridviews.h"
#include "ui/widgets/editcommand.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTableWidget>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 20;
constexpr int columns = 10;

QStringList options(const QString &name, int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all.append(u"%1 %2"_s.arg(name).arg(i + 1));
    return all;
}

models::InterlockingGrid grid()
{
    models::InterlockingGrid grid {
        {{u"REGION"_s, options(u"Region"_s, rows)}, {u"AGE"_s, options(u"Band"_s, columns)}}, {}};
    for (int cell = 0; cell < rows * columns; ++cell)
        grid.cells.append({{u"c%1"_s.arg(cell)}, grid.names(cell).join(u','), 50, 50});
    return grid;
}

/// As a spreadsheet puts it on the clipboard.
QString block()
{
    QString text;
    for (int cell = 0; cell < rows * columns; ++cell)
        text += QString::number(100 + cell) + (cell % columns == columns - 1 ? u'\n' : u'\t');
    return text;
}

struct Ours
{
    Ours()
    {
        model.setGrid(grid());
        view.resize(1400, 860);
        view.show();
        view.setCurrentIndex(matrix.index(0, 0));
    }

    double paste()
    {
        return bench::timed([this] {
            const auto texts = models::rowsFromText(block());
            const auto plan =
                models::paste(model.grid(), matrix.sideLevels(),
                              view.blockOf(texts.size(), texts.first().size()), texts);
            undo.push(new ui::EditCommand(model, plan->edit, u"Paste"_s));
            view.viewport()->repaint();
        });
    }

    double goBack()
    {
        return bench::timed([this] {
            undo.undo();
            view.viewport()->repaint();
        });
    }

    models::InterlockingModel model;
    models::MatrixModel matrix {model};
    ui::GridMatrix view {matrix};
    QUndoStack undo;
};

/// What Qt has ready-made for the same, without totals, limits and undo.
struct Peer
{
    Peer()
    {
        view.resize(1400, 860);
        for (int cell = 0; cell < rows * columns; ++cell)
            view.setItem(cell / columns, cell % columns, new QTableWidgetItem(u"50"_s));
        view.show();
    }

    double paste()
    {
        return bench::timed([this] {
            const QStringList lines = block().split(u'\n', Qt::SkipEmptyParts);
            for (int row = 0; row < lines.size(); ++row) {
                const QStringList texts = lines[row].split(u'\t');
                for (int column = 0; column < texts.size(); ++column)
                    view.item(row, column)->setText(texts[column]);
            }
            view.viewport()->repaint();
        });
    }

    QTableWidget view {rows, columns};
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::Theme theme(application);
    Ours ours;
    Peer peer;
    QCoreApplication::processEvents();
    bench::compare("A block of 200 cells pasted and painted (goal 50 ms), undone and painted",
                   {{u"ours: paste"_s, [&ours] { return ours.paste(); }},
                    {u"ours: undo of it"_s, [&ours] { return ours.goBack(); }},
                    {u"QTableWidget: the same texts set"_s, [&peer] { return peer.paste(); }}});
    return 0;
}
