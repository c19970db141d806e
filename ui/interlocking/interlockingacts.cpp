#include "ui/interlocking/grideditcommand.h"
#include "ui/interlocking/gridtable.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

void InterlockingPage::buildActions()
{
    QAction *const undo = m_undo.createUndoAction(this, tr("&Undo"));
    QAction *const redo = m_undo.createRedoAction(this, tr("&Redo"));
    undo->setIcon(icon(u"undo"_s));
    redo->setIcon(icon(u"redo"_s));
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    const auto add = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *const action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_save = add(tr("&Save"), QKeySequence::Save, [this] {
        m_isSaving = true;
        m_store.save(m_model.grid());
    });
    m_revert = add(tr("Re&vert"), {}, [this] {
        push(models::backToSaved(m_model.grid(), m_model.grid().changed()), tr("Revert"));
    });
    m_actions = {undo,
                 redo,
                 add(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(*m_table, false); }),
                 add(tr("&Paste"), QKeySequence::Paste, [this] { paste(); }),
                 add(tr("Fill &down"), QKeySequence(u"Ctrl+D"_s),
                     [this] {
                         push(models::fillDown(m_model.grid(), m_table->chosenCells()),
                              tr("Fill down"));
                     }),
                 add(tr("&Back to saved"), QKeySequence(Qt::Key_Delete),
                     [this] {
                         push(models::backToSaved(m_model.grid(), m_table->chosenCells()),
                              tr("Back to saved"));
                     }),
                 m_save,
                 m_revert};
    for (QAction *const action : std::as_const(m_actions))
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions(m_actions);
    m_table->addActions(m_actions.mid(2, 4));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget *InterlockingPage::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_title = plainLabel(bar, LabelLook::Muted);
    m_progress = new QProgressBar(bar);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("Talking to the server"));
    m_cancel = new QPushButton(tr("Cance&l"), bar);
    connect(m_cancel, &QPushButton::clicked, &m_store, &models::InterlockingStore::cancel);
    row->addWidget(m_title, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
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
    button(m_revert, tr("Re&vert"));
    setPrimary(button(m_save, tr("&Save")));
    return bar;
}

void InterlockingPage::push(const models::GridEdit &edit, const QString &name)
{
    if (std::exchange(m_isInputProblem, false))
        m_banner->clear();
    if (!edit.isEmpty())
        m_undo.push(new GridEditCommand(m_model, edit, name));
}

void InterlockingPage::paste()
{
    const QList<qsizetype> chosen = m_table->chosenCells();
    const qsizetype first = chosen.isEmpty() ? m_table->currentIndex().row() : chosen.first();
    if (first < 0)
        return;
    const auto edit = models::paste(m_model.grid(), first, QGuiApplication::clipboard()->text());
    if (edit)
        push(*edit, tr("Paste %n cell(s)", nullptr, int(edit->size())));
    else
        showInputProblem(tr("The clipboard can’t be pasted here."), edit.error());
}

void InterlockingPage::create(const QList<api::QualificationCode> &codes, const QString &names)
{
    const Question question {tr("Create interlocking quotas of %1?").arg(names),
                             tr("A survey’s interlocking quotas can be changed, but not removed."),
                             tr("Create quotas")};
    m_prompt.ask(this, question, this, [this, codes](bool isConfirmed) {
        if (isConfirmed)
            m_store.create(codes);
    });
}

void InterlockingPage::showInputProblem(const QString &what, const QString &why)
{
    m_banner->show(Tone::Error, what, why);
    m_isInputProblem = true;
}

} // namespace ui
