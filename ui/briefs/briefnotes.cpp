#include "ui/briefs/briefnotes.h"

#include "ui/widgets/looks.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostNotesShown = 3; ///< more are scrolled to
constexpr int noteStateWidth = 120;
constexpr int noteFieldWidth = 160;

} // namespace

BriefNotes::BriefNotes(QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(this, LabelLook::Section))
    , m_table(new QTableView(this))
{
    setProperty("isCard", true);
    setTableLook(m_table);
    m_table->setModel(&m_notes);
    m_table->setAccessibleName(tr("Not understood in the brief"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setColumnWidth(models::BriefNoteModel::State, noteStateWidth);
    m_table->setColumnWidth(models::BriefNoteModel::Field, noteFieldWidth);
    m_table->horizontalHeader()->hide();
    m_table->setFrameShape(QFrame::NoFrame);
    auto *const close = new QPushButton(tr("Put a&way"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    auto *const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::card, space::control, space::card, space::control);
    rows->setSpacing(space::unit);
    rows->addLayout(top);
    rows->addWidget(m_table);
    hide();
}

void BriefNotes::setNotes(QList<models::BriefNote> notes)
{
    notes.removeIf(
        [](const models::BriefNote &note) { return note.kind == models::BriefNote::Understood; });
    const int count = int(notes.size());
    m_title->setText(tr("%n line(s) need your review", nullptr, count));
    m_notes.setNotes(std::move(notes));
    m_table->setFixedHeight(std::min(count, mostNotesShown) * space::row + space::unit);
    setVisible(count > 0);
}

} // namespace ui

#include "moc_briefnotes.cpp"
