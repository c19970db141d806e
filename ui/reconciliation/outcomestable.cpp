#include "ui/reconciliation/outcomestable.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostRows = 100; // the most frequent words; the others keep what is guessed

enum Column { Word, Count, Meaning };

} // namespace

OutcomesTable::OutcomesTable(QWidget *parent)
    : QTableWidget(0, 3, parent)
{
    setTableLook(this);
    setAccessibleName(tr("What the platform’s statuses count as"));
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
    m_words = exported.statusWords;
    m_meanings.clear();
    for (const QString &word : exported.statusWords)
        m_meanings.append(models::guessOutcome(word));
    QList<int> order(counts.size());
    std::iota(order.begin(), order.end(), 0);
    // First those that are to be chosen, then by how many have them.
    std::ranges::stable_sort(order, std::greater(), [this, &counts](int word) {
        return std::pair(!m_meanings[word].has_value(), counts[word]);
    });
    setRowCount(0);
    for (const int word : order.first(std::min<qsizetype>(order.size(), mostRows)))
        addRow(word, counts[word]);
}

std::optional<QList<models::Outcome>> OutcomesTable::meanings() const
{
    QList<models::Outcome> all;
    for (const std::optional<models::Outcome> &meaning : m_meanings) {
        if (!meaning)
            return {};
        all.append(*meaning);
    }
    return all;
}

QString OutcomesTable::question() const
{
    constexpr qsizetype most = 5;
    QStringList open;
    for (int word = 0; word < int(m_words.size()); ++word) {
        if (!m_meanings[word])
            open.append(nameOf(word));
    }
    if (open.size() > mostRows)
        return tr("This column has too many different numbers: choose the one with the status.");
    if (open.size() > most)
        open = open.first(most) + QStringList {u"…"_s};
    return tr("Choose what these statuses count as: %1").arg(open.join(u", "_s));
}

QString OutcomesTable::nameOf(int word) const
{
    return m_words[word].isEmpty() ? tr("(empty)") : models::plain(m_words[word]);
}

void OutcomesTable::choose(int word, int row, models::Outcome outcome)
{
    m_meanings[word] = outcome;
    // The cell below the box is what a screen reader walks over.
    item(row, Meaning)->setData(Qt::AccessibleTextRole, models::outcomeText(outcome));
}

void OutcomesTable::addRow(int word, qint64 count)
{
    using models::Outcome;
    const int row = rowCount();
    insertRow(row);
    setItem(row, Word, new QTableWidgetItem(nameOf(word)));
    auto *const number = new QTableWidgetItem(models::countText(count));
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(row, Count, number);
    auto *const meaning = new QTableWidgetItem;
    meaning->setData(Qt::AccessibleTextRole, tr("Not chosen yet"));
    setItem(row, Meaning, meaning);
    auto *const box = new QComboBox(this);
    box->setAccessibleName(tr("“%1” counts as").arg(nameOf(word)));
    box->setPlaceholderText(tr("Choose…"));
    for (const Outcome outcome : {Outcome::Complete, Outcome::ScreenedOut, Outcome::QuotaFull,
                                  Outcome::Dropped, Outcome::Other})
        box->addItem(models::outcomeText(outcome));
    box->setCurrentIndex(m_meanings[word] ? int(*m_meanings[word]) : -1);
    if (m_meanings[word])
        choose(word, row, *m_meanings[word]);
    connect(box, &QComboBox::activated, this, [this, word, row](int outcome) {
        choose(word, row, Outcome(outcome));
        Q_EMIT changed();
    });
    setCellWidget(row, Meaning, box);
}

} // namespace ui

#include "moc_outcomestable.cpp"
