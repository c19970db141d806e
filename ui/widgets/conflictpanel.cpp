#include "ui/widgets/conflictpanel.h"

#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostHeight = 200;

} // namespace

ConflictPanel::ConflictPanel(const QString &caption, QWidget *parent)
    : QFrame(parent)
    , m_table(new QTableWidget(0, 4, this))
{
    setProperty("isCard", true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::card, space::padding, space::card);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(this, LabelLook::Section, tr("Changed elsewhere meanwhile")));
    QLabel *const text =
        plainLabel(this, LabelLook::Muted,
                   tr("Nothing was sent. Choose for each of these cells, then save. "
                      "Without a selection the buttons apply to all of them."));
    text->setWordWrap(true);
    rows->addWidget(text);
    m_table->setHorizontalHeaderLabels({caption, tr("Before"), tr("Theirs"), tr("Mine")});
    setTableLook(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("Conflicts"));
    m_table->setMaximumHeight(mostHeight);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows->addWidget(m_table);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    auto *const theirs = new QPushButton(tr("Take &theirs"), this);
    auto *const mine = new QPushButton(tr("Keep &mine"), this);
    connect(theirs, &QPushButton::clicked, this, [this] { settle(true); });
    connect(mine, &QPushButton::clicked, this, [this] { settle(false); });
    buttons->addWidget(theirs);
    buttons->addWidget(mine);
    buttons->addStretch();
    rows->addLayout(buttons);
    hide();
}

void ConflictPanel::show(const QList<ConflictRow> &conflicts)
{
    m_rows = conflicts;
    m_table->setRowCount(int(conflicts.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ConflictRow &conflict = m_rows[row];
        const QString texts[] = {conflict.name, conflict.before, conflict.theirs, conflict.mine};
        for (int column = 0; column < 4; ++column) {
            auto *const item = new QTableWidgetItem(texts[column]);
            if (column > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    setVisible(!m_rows.isEmpty());
}

void ConflictPanel::focusRows()
{
    m_table->setFocus();
}

void ConflictPanel::settle(bool isTheirs)
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty()) {
        rows.resize(m_table->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::ranges::sort(rows, std::greater());
    QList<qsizetype> cells;
    for (const int row : std::as_const(rows)) {
        cells.append(m_rows.takeAt(row).cell);
        m_table->removeRow(row);
    }
    setVisible(!m_rows.isEmpty());
    if (isTheirs)
        Q_EMIT theirsTaken(cells);
}

} // namespace ui

#include "moc_conflictpanel.cpp"
