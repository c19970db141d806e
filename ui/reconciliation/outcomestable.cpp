#include "ui/reconciliation/outcomestable.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr int mostRows = 100; // the most frequent words; the others keep what is guessed

enum Column { Word, Count, Meaning };

} // namespace

OutcomesTable::OutcomesTable(QWidget *parent)
    : QTableWidget(0, 3, parent)
{
    setTableLook(this);
    setAccessibleName(tr("What the platform's statuses count as"));
    setHorizontalHeaderLabels({tr("Status"), tr("UIDs"), tr("Counts as")});
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setColumnWidth(Word, 120);
    setColumnWidth(Count, 70);
}

void OutcomesTable::show(const models::PlatformExport &exported)
{
    QList<qint64> counts(exported.statusWords.size());
    for (const quint16 status : exported.statuses)
        ++counts[status];
    m_meanings.clear();
    for (const QString &word : exported.statusWords)
        m_meanings.append(models::guessOutcome(word));
    QList<int> order(counts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&counts](int word) { return counts[word]; });
    setRowCount(0);
    for (const int word : order.first(std::min<qsizetype>(order.size(), mostRows)))
        addRow(word, exported.statusWords[word], counts[word]);
}

void OutcomesTable::addRow(int word, const QString &text, qint64 count)
{
    using models::Outcome;
    const int row = rowCount();
    insertRow(row);
    const QString name = text.isEmpty() ? tr("(empty)") : models::plain(text);
    setItem(row, Word, new QTableWidgetItem(name));
    auto *const number = new QTableWidgetItem(models::countText(count));
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, Count, number);
    auto *const box = new QComboBox(this);
    box->setAccessibleName(tr("“%1” counts as").arg(name));
    for (const Outcome outcome : {Outcome::Complete, Outcome::ScreenedOut, Outcome::QuotaFull,
                                  Outcome::Dropped, Outcome::Other})
        box->addItem(models::outcomeText(outcome));
    box->setCurrentIndex(int(m_meanings[word]));
    connect(box, &QComboBox::activated, this, [this, word](int outcome) {
        m_meanings[word] = Outcome(outcome);
        Q_EMIT changed();
    });
    setCellWidget(row, Meaning, box);
}

} // namespace ui

#include "moc_outcomestable.cpp"
