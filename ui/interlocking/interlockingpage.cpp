#include "ui/interlocking/interlockingpage.h"

#include "models/activity/changelog.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/drafts/surveydraft.h"
#include "models/interlocking/carryover.h"
#include "models/interlocking/waitingcells.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/interlocking/distributepanel.h"
#include "ui/interlocking/gridchooser.h"
#include "ui/interlocking/gridviews.h"
#include "ui/interlocking/marginchips.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/conflictpanel.h"
#include "ui/widgets/editcommand.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fewRows = 3; // of a table that has to share the page

QString cellName(const models::InterlockingGrid &grid, qsizetype cell)
{
    return models::plain(grid.names(cell).join(u", "_s));
}

/// With those of `open` that aren't settled: another reading settles nothing.
QList<ConflictRow> conflictRows(const models::MergedGrid &merged, const QList<ConflictRow> &open)
{
    QList<ConflictRow> rows;
    for (const models::GridConflict &conflict : merged.conflicts)
        rows.append({conflict.cell, cellName(merged.grid, conflict.cell),
                     models::countText(conflict.before), models::countText(conflict.theirs),
                     models::countText(conflict.mine)});
    for (const ConflictRow &each : open) {
        if (std::ranges::find(rows, each.name, &ConflictRow::name) != rows.end())
            continue;
        for (const qsizetype cell : merged.grid.changed()) {
            if (cellName(merged.grid, cell) == each.name)
                rows.append({cell, each.name, each.before,
                             models::countText(merged.grid.cells[cell].saved),
                             models::countText(merged.grid.cells[cell].current)});
        }
    }
    return rows;
}

/// In the same order, whatever their quotas are now.
bool haveSameCells(const models::InterlockingGrid &one, const models::InterlockingGrid &other)
{
    return std::ranges::equal(one.cells, other.cells, {}, &models::GridCellState::id,
                              &models::GridCellState::id);
}

/// What others saved meanwhile, but not what was saved from here: that is undone as it was done.
void rebase(QUndoStack &undo, const models::InterlockingGrid &known,
            const models::InterlockingGrid &fresh)
{
    rebaseSteps<EditCommand<models::InterlockingModel, models::GridEdit>>(
        undo, [&](qsizetype cell, int value) {
            const models::GridCellState &was = known.cells[cell];
            const int saved = fresh.cells[cell].saved;
            const bool isTheirs = saved != was.saved && saved != was.current;
            return isTheirs && value == was.saved ? saved : value;
        });
}

} // namespace

InterlockingPage::InterlockingPage(models::Session &session, api::SurveyId survey, Prompt &prompt,
                                   QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_survey(std::move(survey))
    , m_prompt(prompt)
    , m_store(session.client(), session.grids(), m_survey)
{
    build();
    listen();
    refresh();
}

void InterlockingPage::build()
{
    m_banner = new Banner(this);
    m_conflicts = new ConflictPanel(tr("Combination"), this);
    connect(&m_model, &models::InterlockingModel::edited, this, [this] {
        if (!m_conflicts->open().isEmpty())
            m_conflicts->show(conflictRows({m_model.grid(), {}}, m_conflicts->open()));
    });
    m_list = new GridList(m_model, this);
    m_matrix = new GridMatrix(m_matrixModel, this);
    m_distribution = new DistributePanel(m_session, m_survey, m_model, m_prompt, this);
    m_chooser = new GridChooser(this);
    m_waiting = new EmptyState(this);
    m_footer = plainLabel(this, LabelLook::Muted);
    m_margins = new MarginChips(this);
    m_title = plainLabel(this, LabelLook::Muted);
    m_title->setWordWrap(true); // four long names would make the window wider than the screen
    m_stack = new QStackedWidget(this);
    m_stack->setMinimumHeight(fewRows * space::row); // beside a panel, on a small screen
    setFocusProxy(m_list);
    for (QWidget *const widget :
         {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_list),
          static_cast<QWidget *>(m_matrix), static_cast<QWidget *>(m_chooser)})
        m_stack->addWidget(widget);
    buildActions();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(toolbar());
    rows->addWidget(m_title);
    rows->addWidget(m_banner);
    rows->addWidget(m_conflicts);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_distribution);
    rows->addWidget(m_margins);
    rows->addWidget(m_footer);
}

void InterlockingPage::listen()
{
    using models::InterlockingModel;
    using models::InterlockingStore;
    connect(&m_store, &InterlockingStore::known, this, &InterlockingPage::takeKnown);
    connect(&m_store, &InterlockingStore::arrived, this, &InterlockingPage::take);
    connect(&m_store, &InterlockingStore::absent, this, &InterlockingPage::showAbsent);
    connect(&m_store, &InterlockingStore::failed, this, &InterlockingPage::showFailure);
    connect(&m_store, &InterlockingStore::cellWritten, this,
            [this](const QString &cell, int before, int after) {
                m_session.changes().add(m_survey, tr("Interlocking: %1").arg(cell),
                                        models::countText(before), models::countText(after));
            });
    connect(&m_store, &InterlockingStore::saved, this, [this](int cells) {
        m_banner->show(Tone::Good, tr("%n cell(s) saved.", nullptr, cells));
    });
    connect(&m_store, &InterlockingStore::keptOther, this, &InterlockingPage::showKeptOther);
    connect(&m_store, &InterlockingStore::declined, m_banner, [this] { showDeclined(*m_banner); });
    connect(&m_store, &InterlockingStore::busyChanged, this, &InterlockingPage::showStanding);
    connect(m_banner, &Banner::retry, this, &InterlockingPage::refresh);
    connect(&m_model, &InterlockingModel::editWanted, this, [this](const models::GridEdit &edit) {
        push(edit, tr("edit of %n cell(s)", nullptr, int(edit.size())));
    });
    connect(&m_model, &InterlockingModel::refused, this, [this](const QString &sentence) {
        showInputNote(Tone::Error, tr("The cell keeps its value."), sentence);
    });
    connect(&m_model, &InterlockingModel::edited, this, &InterlockingPage::showFigures);
    for (CellTable *const view : {m_list, m_matrix})
        connect(view, &CellTable::selectionChangedByAny, this, &InterlockingPage::showFigures);
    connect(m_distribution, &DistributePanel::applied, this,
            [this](const models::GridEdit &edit, const QString &name) { push(edit, name); });
    connect(m_distribution, &DistributePanel::closed, this, [this] { table()->setFocus(); });
    connect(m_chooser, &GridChooser::wanted, this, &InterlockingPage::create);
    connect(m_chooser, &GridChooser::dismissed, this, [this] { setMatrix(m_isMatrix); });
    connect(m_conflicts, &ConflictPanel::theirsTaken, this, &InterlockingPage::takeTheirs);
    connect(&m_session.pending(), &models::PendingEdits::changed, this,
            &InterlockingPage::followWaiting);
    models::SurveyStore &surveys = m_session.surveys();
    connect(&surveys, &models::SurveyStore::changed, this, &InterlockingPage::showStanding);
    connect(&surveys, &models::SurveyStore::surveyChanged, this, &InterlockingPage::showStanding);
    showStanding();
}

void InterlockingPage::refresh()
{
    if (const api::Survey *const survey = m_session.surveys().find(m_survey))
        m_store.setKnown(survey->qualifications, survey->quotas);
    m_store.load();
}

qsizetype InterlockingPage::unsavedCells() const
{
    return m_model.grid().changed().size();
}

/// Until the server answers; what waits is edited in it and goes on waiting.
void InterlockingPage::takeKnown(const models::InterlockingGrid &known)
{
    m_waits = m_session.pending().find(m_survey, models::WaitingCells::kind);
    showGrid(models::merge(edited(), known));
}

void InterlockingPage::showAbsent()
{
    m_chooser->setQualifications(m_store.qualifications());
    m_chooser->setReplaced({});
    m_stack->setCurrentWidget(m_chooser);
    if (const qsizetype edits = unsavedCells(); edits > 0)
        m_banner->show(Tone::Warning, tr("The survey no longer has interlocking quotas."),
                       tr("Your edits of %n cell(s) are kept here. Create the quotas again to "
                          "carry them over.",
                          nullptr, int(edits)));
    showFigures();
}

/// Undone, they are conflicts again.
void InterlockingPage::takeTheirs(const QList<ConflictRow> &rows)
{
    QList<qsizetype> cells;
    for (const ConflictRow &row : rows)
        cells.append(row.cell);
    push(models::backToSaved(m_model.grid(), cells), tr("take theirs"), [this, rows] {
        m_conflicts->show(conflictRows({m_model.grid(), {}}, m_conflicts->open() + rows));
    });
}

void InterlockingPage::showGrid(const models::MergedGrid &merged)
{
    if (haveSameCells(m_model.grid(), merged.grid))
        rebase(m_undo, m_model.grid(), merged.grid);
    m_model.setGrid(merged.grid);
    m_conflicts->show(conflictRows(merged, m_conflicts->open()));
    m_model.setQuotas(
        models::marginQuotas(merged.grid, m_store.qualifications(), m_store.quotas()));
    setMatrix(prefersMatrix() && !merged.grid.isFlat());
    showStanding();
}

void InterlockingPage::take(const models::InterlockingGrid &fresh)
{
    const models::MergedGrid merged = models::merge(edited(), fresh);
    const bool isOther = !haveSameCells(m_model.grid(), fresh);
    const auto replaced = std::exchange(m_replaced, std::nullopt);
    if (isOther)
        m_undo.clear(); // its steps are about other cells
    const bool isTold = std::exchange(m_isTold, false);
    if (!isTold)
        m_banner->clear();
    showGrid(merged);
    if (replaced && isOther)
        carryOver(*replaced);
    else if (!isTold && models::isOutdated(merged.grid, m_store.qualifications()))
        offerAnew();
    dropWaiting();
}

void InterlockingPage::offerAnew()
{
    m_banner->show(Tone::Warning, tr("The qualifications have changed since the grid was created."),
                   tr("Combinations that no longer exist no longer receive completes. A new grid "
                      "carries over the "
                      "quotas of those that still do."));
    m_banner->addAction(m_anew->text(), m_anew, [this] { m_anew->trigger(); });
}

void InterlockingPage::carryOver(const models::InterlockingGrid &old)
{
    const models::CarryOver carried = models::carryOver(old, m_model.grid());
    push(carried.edit, tr("carry-over of %n quota(s)", nullptr, int(carried.edit.size())));
    m_banner->show(Tone::Good, tr("The interlocking quotas were created again."),
                   carried.edit.isEmpty()
                       ? QString()
                       : tr("%n quota(s) of the grid before are carried over and not saved yet.",
                            nullptr, int(carried.edit.size())));
}

} // namespace ui

#include "moc_interlockingpage.cpp"
