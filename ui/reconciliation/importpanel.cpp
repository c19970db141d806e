#include "ui/reconciliation/importpanel.h"

#include "models/files/work.h"
#include "models/reconciliation/settlement.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/reconciliation/previewtable.h"
#include "ui/reconciliation/readingrow.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::bit;
using models::UidKind;

namespace ui {

namespace {

constexpr qsizetype fewRows = 20'000; // put together at once: a worker would only flicker

enum Card { Imported, Good, Duplicate, Suspicious, Damaged, Rejected, LeftOut };

Role kindRole(int kind)
{
    switch (UidKind(kind)) {
    case UidKind::Good:
        return Role::Good;
    case UidKind::OddLength:
    case UidKind::OddLetters:
    case UidKind::Quoted:
    case UidKind::Invisible:
    case UidKind::Stranger:
        return Role::Warning;
    case UidKind::Damaged:
    case UidKind::Rejected:
        return Role::Error;
    case UidKind::Blank:
    case UidKind::Duplicate:
        break;
    }
    return Role::Neutral;
}

QList<UidGroup> groups()
{
    const auto group = [](const QString &name, UidKind kind) {
        return UidGroup {name, bit(kind), kindRole(int(kind))};
    };
    return {group(ImportPanel::tr("Good"), UidKind::Good),
            group(ImportPanel::tr("Duplicate"), UidKind::Duplicate),
            group(ImportPanel::tr("Blank"), UidKind::Blank),
            group(ImportPanel::tr("Other length"), UidKind::OddLength),
            group(ImportPanel::tr("Other signs"), UidKind::OddLetters),
            group(ImportPanel::tr("Quoted"), UidKind::Quoted),
            group(ImportPanel::tr("Invisible signs"), UidKind::Invisible),
            group(ImportPanel::tr("Damaged"), UidKind::Damaged),
            group(ImportPanel::tr("Rejected"), UidKind::Rejected),
            group(ImportPanel::tr("Rejected, no complete"), UidKind::Stranger)};
}

} // namespace

ImportPanel::ImportPanel(Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
{
    setAcceptDrops(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::card);
    column->addLayout(actions());
    column->addWidget(cards());
    column->addLayout(choices());
    m_stack = new QStackedWidget(this);
    m_list = new UidListView({.name = tr("Findings by line"),
                              .fileName = u"uids"_s,
                              .roleOf = kindRole,
                              .plainKinds = bit(UidKind::Good) | models::suspiciousKinds},
                             prompt, banner, this);
    m_list->setGroups(groups());
    m_preview = new PreviewTable(this);
    m_empty = new EmptyState(this);
    for (QWidget *const each : QList<QWidget *> {m_list, m_preview, m_empty})
        m_stack->addWidget(each);
    column->addWidget(m_stack, 1);
    connect(m_preview, &PreviewTable::columnChosen, m_row, &ReadingRow::setColumn);
    connect(m_empty, &EmptyState::stepped, this, [this] { ask(false); });
    showState();
}

ImportPanel::~ImportPanel()
{
    if (m_work)
        m_work->cancel();
}

QBoxLayout *ImportPanel::actions()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_open = new QPushButton(tr("&Import UIDs…"), this);
    m_paste = new QPushButton(tr("&Paste"), this);
    m_rejects = new QPushButton(tr("Take off re&jects…"), this);
    m_rejects->setToolTip(tr("A list of the UIDs that are not to be paid for: the others are "
                             "submitted"));
    m_startOver = new QPushButton(tr("Start &over"), this);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Import progress"));
    m_cancel = new QPushButton(tr("Cancel import"), this);
    for (QWidget *const each : QList<QWidget *> {m_open, m_paste, m_rejects, m_startOver})
        row->addWidget(each);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_rejects, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_paste, &QPushButton::clicked, this,
            [this] { importText(QGuiApplication::clipboard()->text()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_waiting.clear();
        m_work->cancel();
    });
    connect(m_startOver, &QPushButton::clicked, this, &ImportPanel::startOver);
    return row;
}

QWidget *ImportPanel::cards()
{
    m_figures = new QWidget(this);
    auto *const row = new QHBoxLayout(m_figures);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Imported"), tr("Good"), tr("Duplicate"), tr("Suspicious"),
                                   tr("Damaged"), tr("Rejected"), tr("Left out")}) {
        m_cards.append(new FigureCard(caption, this));
        row->addWidget(m_cards.last(), 1);
    }
    return m_figures;
}

QBoxLayout *ImportPanel::choices()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_row = new ReadingRow(this);
    m_showPreview = new QPushButton(tr("First ro&ws"), this);
    m_showPreview->setCheckable(true);
    m_showPreview->setToolTip(tr("Shows the first rows of the last file and which column is read"));
    m_suspicious = new QCheckBox(tr("Submit s&uspicious ones too"), this);
    m_suspicious->setChecked(true);
    row->addWidget(m_row);
    row->addWidget(m_showPreview);
    row->addStretch();
    row->addWidget(m_suspicious);
    connect(m_row, &ReadingRow::sheetChosen, this, [this](const QString &sheet) {
        m_replaces = true;
        openFile(m_last, sheet);
    });
    connect(m_row, &ReadingRow::layoutChanged, this, &ImportPanel::layoutChanged);
    connect(m_showPreview, &QPushButton::toggled, this, &ImportPanel::showState);
    connect(m_suspicious, &QCheckBox::toggled, this, &ImportPanel::choose);
    return row;
}

void ImportPanel::setCompletes(qint64 completes, api::Money cpi)
{
    m_completes = completes;
    m_cpi = cpi;
    showLeftOut();
}

QString ImportPanel::sourceText() const
{
    if (m_parts.size() > 1)
        return tr("%Ln source(s)", "", int(m_parts.size()));
    const QString column = m_file.preview.rows.value(0).value(m_row->layout().column).trimmed();
    const QString name = models::plain(m_parts.value(0).source.name);
    return m_row->layout().hasHeader && !column.isEmpty()
        ? tr("%1, column “%2”").arg(name, models::plain(column))
        : name;
}

void ImportPanel::showCards()
{
    const models::UidReport &report = m_import.report;
    const auto put = [this](Card card, qint64 count, const QString &note) {
        m_cards[card]->setFigure(models::countText(count), note);
    };
    put(Imported, report.lines, sourceText());
    put(Good, report.good, tr("to be submitted"));
    put(Duplicate, report.duplicate,
        report.blank > 0 ? tr("first line kept; %Ln blank", "", int(report.blank))
                         : tr("first line kept"));
    put(Suspicious, report.suspicious,
        m_suspicious->isChecked() ? tr("submitted too") : tr("left out"));
    put(Damaged, report.damaged, tr("by a spreadsheet, left out"));
    put(Rejected, report.rejected,
        report.strangers > 0 ? tr("taken off; %Ln no complete", "", int(report.strangers))
                             : tr("taken off"));
    m_cards[Rejected]->setVisible(report.rejected + report.strangers > 0);
}

void ImportPanel::showLeftOut()
{
    const models::Settlement all = models::settle(m_chosen->size(), m_completes, m_cpi);
    if (all.surplus > 0)
        return m_cards[LeftOut]->setFigure(models::countText(0),
                                           tr("%Ln more than the completes", "", int(all.surplus)));
    m_cards[LeftOut]->setFigure(
        tr("%1 · %2 %")
            .arg(models::countText(all.leftOut),
                 QLocale().toString(all.leftOutShare * 100, 'f', 1)),
        tr("of %1 completes, %2")
            .arg(models::countText(m_completes), models::moneyText(all.notPaid)));
}

/// A long list is put together in a worker; until it is there, nothing can be submitted.
void ImportPanel::choose()
{
    const int turn = ++m_choice;
    const bool withSuspicious = m_suspicious->isChecked();
    if (m_import.rows->size() <= fewRows)
        return take(m_import.chosen(withSuspicious));
    take(std::make_shared<api::UidList>());
    const auto work = [import = m_import, withSuspicious] { return import.chosen(withSuspicious); };
    whenFinished(models::inWorker(work), this, [this, turn](const models::SharedUids &chosen) {
        if (turn == m_choice)
            take(chosen);
    });
}

void ImportPanel::take(models::SharedUids chosen)
{
    m_chosen = std::move(chosen);
    showCards();
    showLeftOut();
    showState();
    Q_EMIT changed();
}

void ImportPanel::showState()
{
    const bool isImported = m_import.rows->size() > 0;
    for (QPushButton *const each : {m_open, m_paste, m_startOver})
        each->setEnabled(!isBusy());
    m_rejects->setEnabled(!isBusy() && isImported);
    m_startOver->setVisible(!m_parts.isEmpty());
    m_progress->setVisible(isBusy());
    m_cancel->setVisible(isBusy());
    m_row->setVisible(!m_parts.isEmpty());
    m_row->setEnabled(!isBusy());
    m_showPreview->setVisible(!m_parts.isEmpty());
    m_suspicious->setVisible(m_import.report.suspicious > 0);
    m_figures->setVisible(isImported);
    if (m_showPreview->isChecked() && !m_parts.isEmpty())
        m_stack->setCurrentWidget(m_preview);
    else
        m_stack->setCurrentWidget(isImported ? static_cast<QWidget *>(m_list) : m_empty);
    if (isBusy())
        m_empty->show(tr("Reading…"), {});
    else
        m_empty->show(
            tr("No UIDs yet"),
            tr("Import a text, CSV or Excel file with the UIDs of the respondents to pay for, "
               "paste them, or drop a file here."),
            tr("Import a file…"));
}

} // namespace ui

#include "moc_importpanel.cpp"
