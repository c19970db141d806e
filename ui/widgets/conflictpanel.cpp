#include "ui/widgets/conflictpanel.h"

#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QEvent>
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
constexpr int shareOfPage = 5; ///< a fifth of it is the table's

} // namespace

ConflictPanel::ConflictPanel(const QString &caption, QWidget *parent)
    : QFrame(parent)
    , m_table(new QTableWidget(0, 4, this))
{
    setProperty("isCard", true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::card, space::padding, space::card);
    rows->setSpacing(space::control);
    rows->addLayout(heading());
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
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rows->addWidget(m_table);
    parent->installEventFilter(this);
    hide();
}

/// The buttons stand beside the title: below the table they would take a row from the page.
QLayout *ConflictPanel::heading()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(plainLabel(this, LabelLook::Section, tr("Changed elsewhere meanwhile")), 1);
    auto *const theirs = new QPushButton(tr("Take &theirs"), this);
    auto *const mine = new QPushButton(tr("Keep &mine"), this);
    connect(theirs, &QPushButton::clicked, this, [this] { settle(true); });
    connect(mine, &QPushButton::clicked, this, [this] { settle(false); });
    row->addWidget(theirs);
    row->addWidget(mine);
    return row;
}

/// All conflicts if the page has room for them, else they scroll.
void ConflictPanel::fit()
{
    const int frame = 2 * m_table->frameWidth() + m_table->horizontalHeader()->sizeHint().height();
    const int fewest = std::min(2, m_table->rowCount()) * space::row;
    const int most = std::min(mostHeight, parentWidget()->height() / shareOfPage) - frame;
    const int all = m_table->rowCount() * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(frame + std::min(all, std::max(fewest, most)));
}

bool ConflictPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget() && !m_rows.isEmpty())
        fit();
    return QFrame::eventFilter(watched, event);
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
    fit();
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
    QList<ConflictRow> settled;
    for (const int row : std::as_const(rows)) {
        settled.append(m_rows.takeAt(row));
        m_table->removeRow(row);
    }
    fit();
    setVisible(!m_rows.isEmpty());
    if (isTheirs)
        Q_EMIT theirsTaken(settled);
}

} // namespace ui

#include "moc_conflictpanel.cpp"
