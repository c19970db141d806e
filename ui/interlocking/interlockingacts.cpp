#include "models/connections/session.h"
#include "models/files/pastedrows.h"
#include "models/interlocking/carryover.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/interlocking/distributepanel.h"
#include "ui/interlocking/gridchooser.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/editcommand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype mostNamed = 8;

/// "18 of 20 combinations keep their quota. Lost: Male,65-99; Female,65-99".
QString replacement(const models::CarryOver &carried)
{
    const int all = carried.kept + int(carried.lost.size());
    QString text = InterlockingPage::tr("%1 of %n combination(s) keep their quota.", nullptr, all)
                       .arg(models::countText(carried.kept));
    if (carried.lost.isEmpty())
        return text;
    QString lost = models::plain(carried.lost.mid(0, mostNamed).join(u"; "_s));
    if (carried.lost.size() > mostNamed)
        lost += u"; "_s
            + InterlockingPage::tr("and %Ln more", nullptr, int(carried.lost.size() - mostNamed));
    return text + u' ' + InterlockingPage::tr("Lost: %1").arg(lost);
}

} // namespace

void InterlockingPage::buildActions()
{
    QAction *const undo = m_undo.createUndoAction(this, tr("&Undo"));
    QAction *const redo = m_undo.createRedoAction(this, tr("&Redo"));
    undo->setIcon(icon(u"undo"_s));
    redo->setIcon(icon(u"redo"_s));
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    redo->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    const auto add = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *const action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_save = add(tr("&Save"), QKeySequence::Save, [this] { save(); });
    m_revert = add(tr("Re&vert"), {}, [this] {
        push(models::backToSaved(m_model.grid(), m_model.grid().changed()), tr("revert"));
    });
    m_actions = {undo,
                 redo,
                 add(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(*table(), false); }),
                 add(tr("Copy with &headers"), QKeySequence(u"Ctrl+Shift+C"_s),
                     [this] { copyCells(*table(), true); }),
                 add(tr("&Paste"), QKeySequence::Paste, [this] { paste(); }),
                 add(tr("Fill &down"), QKeySequence(u"Ctrl+D"_s), [this] { fill(true); }),
                 add(tr("Fill ri&ght"), QKeySequence(u"Ctrl+R"_s), [this] { fill(false); }),
                 add(tr("Revert &cells"), QKeySequence(Qt::Key_Delete),
                     [this] {
                         push(models::backToSaved(m_model.grid(), table()->chosenCells()),
                              tr("revert cells"));
                     }),
                 m_distribute = add(tr("D&istribute…"), {}, [this] { distribute(); }),
                 m_toQuotas = add(tr("Copy totals to &quotas"), {}, [this] { askQuotas(); }),
                 m_anew = add(tr("Create a&gain…"), {}, [this] { chooseAnew(); }),
                 m_save,
                 m_revert};
    for (QAction *const action : std::as_const(m_actions))
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions(m_actions);
    for (CellTable *const view : {m_list, m_matrix})
        view->addActions(m_actions.mid(2, 6)); // its context menu
}

void InterlockingPage::askQuotas()
{
    Q_EMIT quotasWanted(models::quotasOfMargins(m_model.grid(), m_store.qualifications()));
}

void InterlockingPage::distribute()
{
    m_banner->clear(); // the panel needs the room
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    m_distribution->open(survey ? survey->completeNeeded : m_model.grid().sum());
}

void InterlockingPage::chooseAnew()
{
    QStringList titles;
    for (const models::GridDimension &each : m_model.grid().dimensions)
        titles.append(each.title);
    m_chooser->setQualifications(m_store.qualifications());
    m_chooser->setReplaced(titles);
    m_stack->setCurrentWidget(m_chooser);
    showFigures();
}

QWidget *InterlockingPage::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_calls = new CallIndicator(tr("Cance&l"), bar);
    connect(m_calls, &CallIndicator::cancelled, &m_store, &models::InterlockingStore::cancel);
    row->addWidget(viewSwitch());
    row->addStretch();
    row->addWidget(m_calls);
    const auto button = [bar, row](QAction *action, const QString &text) {
        auto *const made = new QPushButton(text, bar);
        made->setEnabled(action->isEnabled());
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, made, &QWidget::setEnabled);
        row->addWidget(made);
        return made;
    };
    button(m_actions[0], tr("&Undo"));
    button(m_actions[1], tr("&Redo"));
    button(m_distribute, tr("D&istribute…"));
    button(m_toQuotas, tr("Copy totals to &quotas"))
        ->setToolTip(tr("The sums of the grid as quotas of the single qualifications; the page "
                        "Quotas saves them."));
    button(m_revert, tr("Re&vert"));
    setPrimary(button(m_save, tr("&Save")));
    return bar;
}

void InterlockingPage::push(const models::GridEdit &edit, const QString &name,
                            std::function<void()> undone)
{
    if (std::exchange(m_isInputProblem, false))
        m_banner->clear();
    if (!edit.isEmpty())
        m_undo.push(new EditCommand(m_model, edit, name, std::move(undone)));
}

QWidget *InterlockingPage::viewSwitch()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_listButton = new QPushButton(tr("&List"), bar);
    m_matrixButton = new QPushButton(tr("&Matrix"), bar);
    for (QPushButton *const each : {m_listButton, m_matrixButton}) {
        each->setCheckable(true);
        each->setAutoExclusive(true);
        setChip(each, Role::Accent);
        row->addWidget(each);
    }
    // Not `clicked`: what a screen reader toggles isn't clicked.
    connect(m_matrixButton, &QPushButton::toggled, this, [this](bool isMatrix) {
        if (!m_model.grid().isFlat()) // a flat grid has no choice
            keepMatrix(isMatrix);
        setMatrix(isMatrix);
    });
    m_find = new QLineEdit(bar);
    m_find->setPlaceholderText(tr("Find a combination"));
    m_find->setAccessibleName(tr("Find a combination"));
    m_find->setMaximumWidth(180); // it gives way first where the page is narrow
    connect(m_find, &QLineEdit::textEdited, this, &InterlockingPage::find);
    row->addWidget(m_find);
    return bar;
}

CellTable *InterlockingPage::table() const
{
    return m_isMatrix ? m_matrix : m_list;
}

void InterlockingPage::setMatrix(bool isMatrix)
{
    m_isMatrix = isMatrix;
    (isMatrix ? m_matrixButton : m_listButton)->setChecked(true);
    m_stack->setCurrentWidget(table());
    setFocusProxy(table());
    showFigures();
}

/// The first cell all of whose options together hold what is looked for.
void InterlockingPage::find()
{
    const QString wanted = m_find->text().simplified();
    const models::InterlockingGrid &grid = m_model.grid();
    for (qsizetype cell = 0; cell < grid.cells.size() && !wanted.isEmpty(); ++cell) {
        if (!grid.names(cell).join(u", "_s).contains(wanted, Qt::CaseInsensitive))
            continue;
        table()->select(cell);
        return;
    }
}

void InterlockingPage::fill(bool isDown)
{
    const models::CellBlock block = table()->chosenBlock();
    if (isDown)
        push(models::fillDown(m_model.grid(), block), tr("fill down"));
    else
        push(models::fillRight(m_model.grid(), block), tr("fill right"));
}

void InterlockingPage::paste()
{
    QList<QStringList> rows = models::rowsFromText(clipboardText());
    qsizetype columns = 0;
    for (const QStringList &row : std::as_const(rows))
        columns = std::max(columns, row.size());
    models::CellBlock block = table()->blockOf(rows.size(), columns);
    if (rows.size() == 1 && columns == 1) {
        block = table()->chosenBlock();
        rows = QList<QStringList>(block.size(),
                                  QStringList(block.value(0).size(), rows.first().first()));
    }
    const models::InterlockingGrid &grid = m_model.grid();
    const qsizetype side =
        m_isMatrix ? m_matrixModel.sideLevels() : std::max(qsizetype(1), grid.dimensions.size());
    const auto plan = models::paste(grid, side, block, rows);
    if (!plan)
        return showInputNote(Tone::Error, tr("Nothing was pasted."), plan.error());
    if (plan->outside.isEmpty())
        return applyPaste(*plan);
    showInputNote(Tone::Error, tr("The pasted block is larger than the grid. Nothing was pasted."),
                  tr("%n value(s) would be left out: %1", nullptr, int(plan->outside.size()))
                      .arg(models::plain(plan->outside.mid(0, mostNamed).join(u", "_s))));
    m_banner->addAction(tr("Paste what fits"), this,
                        [this, fitting = *plan] { applyPaste(fitting); });
}

/// One step of undo; cells that can't take their value are marked and keep what they have.
void InterlockingPage::applyPaste(const models::GridPaste &paste)
{
    push(paste.edit, tr("paste of %n cell(s)", nullptr, int(paste.edit.size())));
    m_model.setRefused(paste.refused);
    QStringList why;
    for (const models::RefusedCell &each : paste.refused.mid(0, mostNamed))
        why.append(tr("%1: %2").arg(models::plain(m_model.grid().names(each.cell).join(u", "_s)),
                                    models::refusalText(each)));
    if (paste.refused.size() > mostNamed)
        why.append(tr("… and %n more", nullptr, int(paste.refused.size() - mostNamed)));
    if (paste.kept > 0)
        why.append(tr("%n blank cell(s) left as they were.", nullptr, paste.kept));
    if (!paste.refused.isEmpty())
        showInputNote(Tone::Error,
                      tr("%n value(s) can’t be a quota. Their cells are marked and keep what "
                         "they have.",
                         nullptr, int(paste.refused.size())),
                      why.join(u'\n'));
    else if (paste.kept > 0)
        showInputNote(Tone::Information, why.first());
}

void InterlockingPage::create(const QList<api::Qualification> &crossed)
{
    QList<api::QualificationCode> codes;
    QStringList names;
    for (const api::Qualification &qualification : crossed) {
        codes.append(qualification.code);
        names.append(models::plain(qualification.title));
    }
    const models::InterlockingGrid &present = m_model.grid();
    const bool isAnew = !present.cells.isEmpty();
    QString effect = tr("A survey’s interlocking quotas can be changed, but not removed.");
    if (isAnew)
        effect = replacement(models::carryOver(present, models::crossedGrid(crossed)));
    const Question question {tr("Create interlocking quotas of %1?").arg(names.join(u" × "_s)),
                             effect, tr("Create quotas")};
    m_prompt.ask(this, question, this, [this, codes, isAnew](bool isConfirmed) {
        if (!isConfirmed)
            return;
        if (isAnew)
            m_replaced = m_model.grid();
        m_banner->clear();
        m_store.create(codes, isAnew ? m_model.grid().cells.first().id : api::CombinationId {});
    });
}

} // namespace ui
