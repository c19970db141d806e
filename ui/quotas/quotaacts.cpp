#include "models/files/pastedrows.h"
#include "models/support/plain.h"
#include "ui/quotas/percentagepanel.h"
#include "ui/quotas/quotaeditor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/editcommand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype mostNamed = 8;

QString listed(const QList<models::RefusedQuota> &refused)
{
    QStringList texts;
    for (const models::RefusedQuota &each : refused.mid(0, mostNamed))
        texts.append(models::plain(each.text.left(40)));
    return texts.join(u", "_s) + (refused.size() > mostNamed ? u" …"_s : QString());
}

} // namespace

QAction *QuotaEditor::act(const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    auto *const action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void QuotaEditor::buildActions(Of of)
{
    QAction *const undo = m_undo.createUndoAction(this, tr("&Undo"));
    QAction *const redo = m_undo.createRedoAction(this, tr("&Redo"));
    undo->setIcon(icon(u"undo"_s));
    redo->setIcon(icon(u"redo"_s));
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    redo->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    const QString back = of == Survey ? tr("Revert &cells") : tr("&Clear");
    m_actions = {
        undo,
        redo,
        act(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(*m_table, false); }),
        act(tr("Copy with &headers"), QKeySequence(u"Ctrl+Shift+C"_s),
            [this] { copyCells(*m_table, true); }),
        act(tr("&Paste"), QKeySequence::Paste, [this] { paste(); }),
        act(tr("Fill &down"), QKeySequence(u"Ctrl+D"_s),
            [this] { push(models::fillDown(sheet(), m_table->chosenBlock()), tr("fill down")); }),
        act(back, QKeySequence(Qt::Key_Delete), [this, back] {
            push(models::backToSaved(sheet(), m_table->chosenCells()), QString(back).remove(u'&'));
        })};
    buildQuotaActions(of);
    for (QAction *const action : std::as_const(m_actions))
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions(m_actions);
    m_table->addActions(m_actions.mid(2)); // its context menu
}

void QuotaEditor::buildQuotaActions(Of of)
{
    m_even = act(tr("&Distribute evenly"), {}, [this] { distributeEvenly(); });
    m_even->setToolTip(tr("Shares the completes among the options of each qualification; with "
                          "several quotas selected only of theirs. Closed options stay closed."));
    m_percentages = act(tr("By &percentage…"), {}, [this] { openPercentages(); });
    m_close = act(tr("Cl&ose option"), {}, [this] {
        push(models::setQuotas(sheet(), chosenRows(), 0), tr("close option"));
    });
    m_close->setToolTip(tr("Sets the quota to 0: nobody with this option is let in any more."));
    m_default = act(tr("Clear &quota"), {}, [this] {
        push(models::setQuotas(sheet(), chosenRows(), std::nullopt), tr("clear quota"));
    });
    m_default->setToolTip(
        tr("Without a quota of its own, an option may fill all completes of the survey."));
    m_actions += {m_even, m_percentages, m_close, m_default};
    if (of == Draft)
        return;
    m_actions.append(act(tr("&Refresh this quota"), QKeySequence(u"Shift+F5"_s), [this] {
        const int row = m_table->currentIndex().row();
        if (row >= 0 && row < sheet().rows.size())
            Q_EMIT refreshRequested(sheet().rows[row].code);
    }));
    m_completes = new QAction(tr("Co&mpletes"), this);
    m_completes->setCheckable(true);
    m_completes->setToolTip(tr("Columns to type or paste the completes of each quota into. They "
                               "stay on this computer."));
    connect(m_completes, &QAction::toggled, this, &QuotaEditor::showCompletes);
    m_actions.append(m_completes);
}

QWidget *QuotaEditor::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    const auto button = [bar, row](QAction *action, const QString &text) {
        auto *const made = new QPushButton(text, bar);
        made->setAutoDefault(false);
        made->setToolTip(action->toolTip());
        made->setEnabled(action->isEnabled());
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, made, &QWidget::setEnabled);
        row->addWidget(made);
    };
    for (QAction *const action : {m_even, m_percentages, m_close, m_default})
        button(action, action->text());
    if (m_completes) {
        auto *const toggle = new QPushButton(m_completes->text(), bar);
        toggle->setToolTip(m_completes->toolTip());
        setChip(toggle, Role::Accent);
        connect(toggle, &QPushButton::toggled, m_completes, &QAction::setChecked);
        connect(m_completes, &QAction::toggled, toggle, &QPushButton::setChecked);
        row->addWidget(toggle);
    }
    row->addStretch();
    button(m_actions[0], tr("&Undo"));
    button(m_actions[1], tr("&Redo"));
    return bar;
}

void QuotaEditor::push(const models::QuotaEdit &edit, const QString &name,
                       std::function<void()> undone)
{
    const bool setsQuota = std::ranges::any_of(edit, [](const models::QuotaStep &step) {
        return step.cell.field == models::QuotaField::Quota;
    });
    if (edit.isEmpty() || (setsQuota && m_isReadOnly))
        return;
    m_banner->clear();
    m_undo.push(new EditCommand(m_model, edit, name, std::move(undone)));
}

void QuotaEditor::takeSaved(const QList<qsizetype> &rows, const QString &name,
                            std::function<void()> undone)
{
    QList<qsizetype> cells;
    for (const qsizetype row : rows)
        cells.append(models::QuotaCell {row}.number());
    push(models::backToSaved(sheet(), cells), name, std::move(undone));
}

/// What others saved meanwhile, but not what was saved from here: that is undone as it was done.
void QuotaEditor::rebase(const models::QuotaSheet &fresh)
{
    const QList<models::QuotaRow> &rows = sheet().rows;
    rebaseSteps<EditCommand<models::QuotaModel, models::QuotaEdit>>(
        m_undo, [&](models::QuotaCell cell, std::optional<int> value) {
            const models::QuotaRow &known = rows[cell.row];
            const std::optional<int> saved = fresh.rows[cell.row].saved;
            const bool isTheirs = saved != known.saved && saved != known.current;
            return cell.field == models::QuotaField::Quota && isTheirs && value == known.saved
                ? saved
                : value;
        });
}

QList<qsizetype> QuotaEditor::chosenRows() const
{
    QList<qsizetype> rows;
    for (const qsizetype cell : m_table->chosenCells()) {
        if (models::QuotaCell::at(cell).field == models::QuotaField::Quota)
            rows.append(models::QuotaCell::at(cell).row);
    }
    return rows;
}

void QuotaEditor::distributeEvenly()
{
    QList<qsizetype> rows = chosenRows();
    if (rows.size() < 2) {
        rows.resize(sheet().rows.size());
        std::iota(rows.begin(), rows.end(), 0);
    }
    push(models::evenly(sheet(), rows), tr("distribution evenly"));
}

void QuotaEditor::openPercentages()
{
    const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : 0;
    if (row < sheet().rows.size())
        m_panel->open(sheet().rows[row].code);
}

void QuotaEditor::paste()
{
    const QStringList texts = models::quotaColumn(models::rowsFromText(clipboardText()));
    const QList<qsizetype> chosen = m_table->chosenCells();
    if (chosen.isEmpty())
        return;
    const models::QuotaField field = models::QuotaCell::at(chosen.first()).field;
    QList<int> rows;
    for (const qsizetype cell : chosen) {
        if (models::QuotaCell::at(cell).field == field)
            rows.append(int(models::QuotaCell::at(cell).row));
    }
    const models::QuotaPaste paste = models::pasteQuotas(texts, rows, int(sheet().rows.size()));
    push(models::pasted(sheet(), field, paste.values),
         tr("paste of %n quota(s)", nullptr, int(paste.values.size())));
    if (!paste.invalid.isEmpty() || !paste.outside.isEmpty())
        showPasteProblem(paste);
}

void QuotaEditor::showPasteProblem(const models::QuotaPaste &paste)
{
    QStringList why;
    if (!paste.invalid.isEmpty())
        why.append(tr("%n value(s) can’t be a quota: %1", nullptr, int(paste.invalid.size()))
                       .arg(listed(paste.invalid)));
    if (!paste.outside.isEmpty())
        why.append(tr("%n value(s) have no row to go to: %1", nullptr, int(paste.outside.size()))
                       .arg(listed(paste.outside)));
    const QString what = paste.values.isEmpty()
        ? tr("Nothing was pasted.")
        : tr("%n value(s) pasted, the others were left out.", nullptr, int(paste.values.size()));
    showInputProblem(what, why.join(u'\n'));
}

void QuotaEditor::showInputProblem(const QString &what, const QString &why)
{
    m_banner->show(Tone::Warning, what, why);
}

} // namespace ui
