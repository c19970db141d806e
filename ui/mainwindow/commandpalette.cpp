#include "ui/mainwindow/commandpalette.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int dialogWidth = 480;
constexpr int dialogHeight = 360;

QString nameOf(const QAction &action)
{
    QString name = action.text();
    return name.replace(u"&&"_s, u"\x01"_s).remove(u'&').replace(u'\x01', u'&');
}

QString lineOf(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? nameOf(action) : u"%1  (%2)"_s.arg(nameOf(action), keys);
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions.begin(), actions.end())
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Command palette"));
    resize(dialogWidth, dialogHeight);
    std::ranges::stable_sort(m_actions, std::greater(),
                             [](const QPointer<QAction> &action) { return action->isEnabled(); });
    m_search->setAccessibleName(tr("Search commands"));
    m_search->setPlaceholderText(tr("Type a command"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::card, space::card, space::card, space::card);
    rows->setSpacing(space::control);
    rows->addWidget(m_search);
    rows->addWidget(m_list, 1);
    for (const QPointer<QAction> &action : std::as_const(m_actions)) {
        auto *const item = new QListWidgetItem(action->icon(), lineOf(*action), m_list);
        if (!action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
    }
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::run);
    filter();
}

void CommandPalette::filter()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *const item = m_list->item(row);
        const bool fits = std::ranges::all_of(words, [item](const QString &word) {
            return item->text().contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
        if (first < 0 && fits && item->flags() != Qt::NoItemFlags)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void CommandPalette::run()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_list->item(row)->isHidden() || !m_actions[row])
        return;
    accept();
    // Behind the closing of this window: the action may open one itself.
    QTimer::singleShot(0, m_actions[row], &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *const press = static_cast<QKeyEvent *>(event);
        switch (press->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QList<QAction *> allActions(const QWidget &menuBar)
{
    QList<QAction *> all;
    for (QAction *const action : menuBar.actions()) {
        if (action->menu())
            all += allActions(*action->menu());
        else if (!action->isSeparator())
            all.append(action);
    }
    return all;
}

} // namespace ui

#include "moc_commandpalette.cpp"
