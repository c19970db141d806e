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

QString lineOf(const PaletteCommand &command)
{
    const QString keys = command.action->shortcut().toString(QKeySequence::NativeText);
    const QString own = nameOf(*command.action);
    const QString name =
        command.menu.isEmpty() ? own : CommandPalette::tr("%1: %2").arg(command.menu, own);
    return keys.isEmpty() ? name : u"%1  (%2)"_s.arg(name, keys);
}

/// `path` is that of the menu itself. A menu of the bar needs no mention: what stands in it is
/// named so that it is understood alone.
void collect(const QWidget &menu, const QString &path, int depth, QList<PaletteCommand> &into)
{
    for (QAction *const action : menu.actions()) {
        const QString name = nameOf(*action);
        if (action->menu())
            collect(*action->menu(),
                    path.isEmpty() ? name : CommandPalette::tr("%1: %2").arg(path, name), depth + 1,
                    into);
        else if (!action->isSeparator())
            into.append({action, depth > 1 ? path : QString()});
    }
}

} // namespace

CommandPalette::CommandPalette(QList<PaletteCommand> commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(std::move(commands))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Command palette"));
    resize(dialogWidth, dialogHeight);
    std::ranges::stable_sort(m_commands, std::greater(), [](const PaletteCommand &command) {
        return command.action->isEnabled();
    });
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
    for (const PaletteCommand &command : std::as_const(m_commands)) {
        auto *const item = new QListWidgetItem(command.action->icon(), lineOf(command), m_list);
        if (!command.action->isEnabled())
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
    if (row < 0 || m_list->item(row)->isHidden() || !m_commands[row].action)
        return;
    accept();
    // Behind the closing of this window: the action may open one itself.
    QTimer::singleShot(0, m_commands[row].action, &QAction::trigger);
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

QList<PaletteCommand> allCommands(const QWidget &menuBar)
{
    QList<PaletteCommand> all;
    collect(menuBar, {}, 0, all);
    return all;
}

void openPalette(const QWidget &menuBar, const QAction &palette, QWidget *parent)
{
    QList<PaletteCommand> all = allCommands(menuBar);
    all.removeIf([&palette](const PaletteCommand &one) { return one.action == &palette; });
    auto *const dialog = new CommandPalette(std::move(all), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui

#include "moc_commandpalette.cpp"
