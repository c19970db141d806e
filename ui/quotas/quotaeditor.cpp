#include "ui/quotas/quotaeditor.h"

#include "models/files/pastedrows.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/quotas/percentagepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/editcommand.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using models::QuotaModel;

constexpr int questionWidth = 200;
constexpr int answerWidth = 220;
constexpr int figureWidth = 120;

/// "GENDER: 380 of 400 completes, 20 short"
QString sumText(const models::QuotaSum &sum, int completes)
{
    const QString question = models::plain(sum.question);
    if (sum.defaults > 0)
        return QuotaEditor::tr("%1: %2 set, %n option(s) by default", nullptr, sum.defaults)
            .arg(question, models::countText(sum.sum));
    if (completes < 1) // unknown
        return QuotaEditor::tr("%1: sum %2").arg(question, models::countText(sum.sum));
    const QString text =
        QuotaEditor::tr("%1: %2 of %3 completes")
            .arg(question, models::countText(sum.sum), models::countText(completes));
    const qint64 difference = sum.difference(completes);
    if (sum.sum == 0)
        return QuotaEditor::tr("%1: every option is closed, nobody can complete").arg(question);
    if (difference < 0)
        return QuotaEditor::tr("%1, %2 short").arg(text, models::countText(-difference));
    return difference > 0 ? QuotaEditor::tr("%1, %2 over").arg(text, models::countText(difference))
                          : text + u" ✓"_s;
}

QStringList neverFull(const models::QuotaSheet &sheet)
{
    QStringList texts;
    for (const models::QuotaRow &row : sheet.rows) {
        if (sheet.completes > 0 && row.current.value_or(0) > sheet.completes)
            texts.append(QuotaEditor::tr("%1: more than all %2 completes")
                             .arg(models::quotaName(row), models::countText(sheet.completes)));
    }
    return texts;
}

constexpr qsizetype mostNamed = 8;

QString listed(const QList<models::RefusedQuota> &refused)
{
    QStringList texts;
    for (const models::RefusedQuota &each : refused.mid(0, mostNamed))
        texts.append(models::plain(each.text.left(40)));
    return texts.join(u", "_s) + (refused.size() > mostNamed ? u" …"_s : QString());
}

} // namespace

QuotaEditor::QuotaEditor(Of of, QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_table(new CellTable(m_model, this))
    , m_panel(new PercentagePanel(m_model, this))
    , m_sums(plainLabel(this, LabelLook::Muted))
    , m_warnings(plainLabel(this, LabelLook::Warning))
    , m_age(plainLabel(this, LabelLook::Muted))
{
    m_model.setMarking(of == Survey);
    m_table->setAccessibleName(tr("Quotas"));
    m_table->setColumnWidth(QuotaModel::Question, questionWidth);
    m_table->setColumnWidth(QuotaModel::AnswerName, answerWidth);
    m_table->setColumnWidth(QuotaModel::Count, figureWidth);
    for (QLabel *const label : {m_sums, m_warnings, m_age})
        label->setWordWrap(true);
    setFocusProxy(m_table);
    buildActions(of);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(toolbar());
    rows->addWidget(m_banner);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_panel);
    rows->addWidget(m_warnings);
    rows->addWidget(m_sums);
    rows->addWidget(m_age);
    m_age->hide();
    listen();
    showSums();
}

QuotaEditor::~QuotaEditor()
{
    m_undo.disconnect(this); // it clears itself as it goes, when nobody may listen any more
}

void QuotaEditor::listen()
{
    connect(&m_model, &QuotaModel::editWanted, this, [this](const models::QuotaEdit &edit) {
        push(edit, tr("edit of %n quota(s)", nullptr, int(edit.size())));
    });
    connect(&m_model, &QuotaModel::refused, this, [this](const QString &sentence) {
        showInputProblem(tr("The cell keeps its value."), sentence);
    });
    connect(&m_model, &QuotaModel::edited, this, [this] {
        showSums();
        Q_EMIT edited();
    });
    connect(&m_undo, &QUndoStack::indexChanged, this, &QuotaEditor::completesEdited);
    connect(m_table, &CellTable::selectionChangedByAny, this, &QuotaEditor::showSums);
    connect(m_panel, &PercentagePanel::applied, this, [this](const models::QuotaEdit &edit) {
        push(edit, tr("distribution of %n quota(s) by percentage", nullptr, int(edit.size())));
    });
}

void QuotaEditor::setSheet(const models::QuotaSheet &sheet)
{
    const bool isOther = !m_model.sheet().hasSameRows(sheet);
    if (isOther) {
        m_undo.clear(); // its steps are about other rows
        m_panel->hide();
    } else {
        rebase(sheet);
    }
    m_model.setSheet(sheet);
    if (isOther && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, QuotaModel::Count));
}

void QuotaEditor::focusQuestion(api::QualificationCode code)
{
    const auto &all = sheet().rows;
    const auto row = std::ranges::find(all, code, &models::QuotaRow::code);
    if (row != all.end())
        m_table->setCurrentIndex(m_model.index(int(row - all.begin()), QuotaModel::Count));
    m_table->setFocus();
}

void QuotaEditor::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_model.setReadOnly(isReadOnly);
    for (QAction *const action : {m_even, m_percentages, m_close, m_default})
        action->setEnabled(!isReadOnly);
    if (isReadOnly)
        m_panel->hide();
}

void QuotaEditor::showCompletes(bool areShown)
{
    m_model.setCompletesShown(areShown);
    if (!areShown)
        return;
    for (const int column : {QuotaModel::Completes, QuotaModel::Remaining})
        m_table->setColumnWidth(column, figureWidth);
    if (sheet().importedCompletes().isEmpty() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(
            m_model.index(std::max(0, m_table->currentIndex().row()), QuotaModel::Completes));
}

void QuotaEditor::setCompletesAge(const QDateTime &at)
{
    m_age->setVisible(at.isValid());
    m_age->setText(tr("Completes as entered here on %1; the service doesn’t report them per quota.")
                       .arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat)));
    if (at.isValid() && m_completes)
        m_completes->setChecked(true);
}

void QuotaEditor::finishEditing()
{
    m_table->finishEditing();
}

void QuotaEditor::showSums()
{
    const models::QuotaSheet &sheet = m_model.sheet();
    QStringList good;
    QStringList warnings;
    for (const models::QuotaSum &sum : models::quotaSums(sheet)) {
        if (sum.defaults == sum.answers)
            continue;
        const bool isGood = sheet.completes < 1
            || (sum.difference(sheet.completes) == 0 && (sum.sum > 0 || sum.defaults > 0));
        (isGood ? good : warnings).append(sumText(sum, sheet.completes));
    }
    warnings += neverFull(sheet);
    if (good.isEmpty() && warnings.isEmpty())
        good.append(tr("All options have the default: all completes."));
    const QList<qsizetype> rows = chosenRows();
    if (rows.size() > 1) {
        qint64 sum = 0;
        for (const qsizetype row : rows)
            sum += sheet.rows[row].current.value_or(0);
        good.append(tr("%n selected", nullptr, int(rows.size())) + u": "_s
                    + models::countText(sum));
    }
    const QString between = u"  ·  "_s;
    m_sums->setText(good.join(between));
    m_sums->setVisible(!good.isEmpty());
    m_warnings->setText(warnings.join(between));
    m_warnings->setVisible(!warnings.isEmpty());
}

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

#include "moc_quotaeditor.cpp"
