#include "ui/mainwindow/editmenu.h"

#include "ui/widgets/page.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::array ofFields {QKeySequence::Undo, QKeySequence::Redo,  QKeySequence::Cut,
                               QKeySequence::Copy, QKeySequence::Paste, QKeySequence::SelectAll};

struct FieldState
{
    bool isReadOnly = false;
    bool isSelected = false;
    bool canUndo = false;
    bool canRedo = false;
    bool hidesText = false; ///< a password isn't copied
};

FieldState stateOf(const QWidget &field)
{
    if (const auto *const line = qobject_cast<const QLineEdit *>(&field))
        return {line->isReadOnly(), line->hasSelectedText(), line->isUndoAvailable(),
                line->isRedoAvailable(), line->echoMode() != QLineEdit::Normal};
    const auto &text = static_cast<const QPlainTextEdit &>(field);
    return {text.isReadOnly(), text.textCursor().hasSelection(), text.document()->isUndoAvailable(),
            text.document()->isRedoAvailable(), false};
}

/// The field in which text is edited just now, nullptr when there is none.
QWidget *editedField()
{
    QWidget *const focus = QApplication::focusWidget();
    if (auto *const box = qobject_cast<QAbstractSpinBox *>(focus))
        return box->findChild<QLineEdit *>();
    return qobject_cast<QLineEdit *>(focus) || qobject_cast<QPlainTextEdit *>(focus) ? focus
                                                                                     : nullptr;
}

} // namespace

EditMenu::EditMenu(QAction *find, QWidget *parent)
    : QMenu(tr("&Edit"), parent)
    , m_find(find)
{
    connect(this, &QMenu::aboutToShow, this, &EditMenu::fill);
}

void EditMenu::follow(Page *page)
{
    clearField();
    clear();
    if (page)
        addActions(page->editActions());
    addSeparator();
    addAction(m_find);
}

void EditMenu::clearField()
{
    for (QAction *const action : std::exchange(m_field, {})) {
        removeAction(action);
        action->deleteLater(); // it may be the one that runs: a search changes the page
    }
    for (QAction *const action : std::exchange(m_hidden, {}))
        action->setVisible(true);
}

void EditMenu::fill()
{
    clearField();
    if (QWidget *const field = editedField())
        addField(*field);
}

/// Their keys are the field's own already: they stand behind the names and aren't taken twice.
void EditMenu::addField(QWidget &field)
{
    for (QAction *const action : actions()) {
        const bool isFields = std::ranges::any_of(ofFields, [action](auto keys) {
            return action->shortcuts().contains(QKeySequence(keys));
        });
        if (isFields && action->isVisible()) {
            action->setVisible(false);
            m_hidden.append(action);
        }
    }
    QAction *const first = actions().value(0);
    const FieldState state = stateOf(field);
    const bool canCopy = state.isSelected && !state.hidesText;
    const auto add = [this, first, &field](const QString &text, QKeySequence::StandardKey keys,
                                           const char *slot, bool isEnabled) {
        auto *const action =
            new QAction(text + u'\t' + QKeySequence(keys).toString(QKeySequence::NativeText), this);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, &field,
                [&field, slot] { QMetaObject::invokeMethod(&field, slot); });
        insertAction(first, action);
        m_field.append(action);
    };
    add(tr("&Undo"), QKeySequence::Undo, "undo", state.canUndo && !state.isReadOnly);
    add(tr("&Redo"), QKeySequence::Redo, "redo", state.canRedo && !state.isReadOnly);
    add(tr("Cu&t"), QKeySequence::Cut, "cut", canCopy && !state.isReadOnly);
    add(tr("&Copy"), QKeySequence::Copy, "copy", canCopy);
    add(tr("&Paste"), QKeySequence::Paste, "paste",
        !state.isReadOnly && !QApplication::clipboard()->text().isEmpty());
    add(tr("Select &all"), QKeySequence::SelectAll, "selectAll", true);
    m_field.append(insertSeparator(first));
}

} // namespace ui

#include "moc_editmenu.cpp"
