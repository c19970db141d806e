#include "ui/mainwindow/maintoolbar.h"

#include "models/connections/connections.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/connectionpicker.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int searchWidth = 400;
constexpr int leastSearchWidth = 88;
constexpr auto exportKeys = Qt::CTRL | Qt::Key_E;

/// One word of it stays where the whole sentence has no room.
class SandboxChip : public Chip
{
public:
    explicit SandboxChip(QWidget *parent)
        : Chip(parent)
    {
        setText(MainToolBar::tr("Sandbox: nothing here is bought"), Role::Warning);
        setToolTip(text());
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QSize minimumSizeHint() const override
    {
        const QSize whole = sizeHint();
        const int saved =
            fontMetrics().horizontalAdvance(text()) - fontMetrics().horizontalAdvance(m_word);
        return {qMax(0, whole.width() - qMax(0, saved)), whole.height()};
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (width() >= sizeHint().width())
            return Chip::paintEvent(event);
        QPainter painter(this);
        paintChip(painter, rect(), Qt::AlignCenter, layoutDirection(), m_word, Role::Warning,
                  font());
    }

private:
    const QString m_word = MainToolBar::tr("Sandbox");
};

} // namespace

MainToolBar::MainToolBar(const Actions &actions, models::Connections &connections, QWidget *parent)
    : QToolBar(tr("Main toolbar"), parent)
    , m_search(new QLineEdit(this))
    , m_searchKeys(actions.find->shortcut().toString(QKeySequence::NativeText))
{
    setObjectName(u"toolbar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    addButton(actions.newSurvey, tr("New survey"), true);
    addButton(actions.fromBrief, tr("From a brief…"), false);
    addButton(actions.refresh, tr("Refresh"), false);
    m_search->setAccessibleName(tr("Search"));
    m_search->setMaximumWidth(searchWidth);
    m_search->setMinimumWidth(leastSearchWidth);
    // Not before there is something to clear: its icon is looked up in all themes of the desktop.
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_search->setClearButtonEnabled(true);
        Q_EMIT searched(text);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &MainToolBar::resultsWanted);
    new QShortcut(Qt::Key_Down, m_search, this, &MainToolBar::resultsWanted, Qt::WidgetShortcut);
    new QShortcut(QKeySequence(exportKeys), m_search, this, &MainToolBar::exportWanted,
                  Qt::WidgetShortcut);
    m_search->installEventFilter(this);
    m_searchAction = addWidget(m_search);
    auto *const gap = new QWidget(this);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    // Before the connections are read there is nothing to pick, and the first paint goes ahead.
    if (connections.isLoaded())
        addPicker(connections);
    else
        connect(
            &connections, &models::Connections::loaded, this,
            [this, &connections] { addPicker(connections); }, Qt::SingleShotConnection);
}

void MainToolBar::addPicker(models::Connections &connections)
{
    auto *const picker = new ConnectionPicker(connections, this);
    connect(picker, &ConnectionPicker::newWanted, this, &MainToolBar::connectWanted);
    connect(picker, &ConnectionPicker::openWanted, this, &MainToolBar::openWanted);
    m_picker = addWidget(picker);
}

void MainToolBar::addButton(QAction *action, const QString &text, bool isPrimary)
{
    auto *const button = new QPushButton(text, this);
    button->setToolTip(
        tr("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    if (isPrimary)
        setPrimary(button);
    addWidget(button);
}

/// Qt's own use of the export's keys, to go to the end of the line, has another key: End.
bool MainToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *const press = static_cast<QKeyEvent *>(event);
        if (press->keyCombination() == exportKeys) {
            event->ignore();
            return true;
        }
    }
    return QToolBar::eventFilter(watched, event);
}

void MainToolBar::setSearchHint(const QString &hint)
{
    m_searchAction->setVisible(!hint.isEmpty());
    const QString whole = tr("%1 (%2)").arg(hint, m_searchKeys);
    m_search->setPlaceholderText(whole);
    m_search->setToolTip(whole);
}

void MainToolBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void MainToolBar::clearSearch()
{
    m_search->clear();
}

void MainToolBar::setSearch(const QString &text)
{
    if (m_search->text() == text)
        return;
    const QSignalBlocker quiet(this);
    m_search->setText(text);
}

void MainToolBar::setSandbox(bool isSandbox)
{
    if (isSandbox && !m_sandbox) {
        m_sandbox = insertWidget(m_picker, new SandboxChip(this));
    }
    if (m_sandbox)
        m_sandbox->setVisible(isSandbox);
}

} // namespace ui

#include "moc_maintoolbar.cpp"
