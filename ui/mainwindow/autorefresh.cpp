#include "ui/mainwindow/autorefresh.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int minuteChoices[] = {0, 1, 5, 15};
constexpr int usualMinutes = 5;
constexpr std::chrono::seconds glance(10);
const QString key = u"surveys/autoRefresh"_s;

/// Rows that move under an open editor or menu would be in the person's way.
bool isBusyWithRows()
{
    if (QApplication::activePopupWidget())
        return true;
    const QWidget *const focus = QApplication::focusWidget();
    const QWidget *const around = focus ? focus->parentWidget() : nullptr;
    const auto *const view =
        around ? qobject_cast<QAbstractItemView *>(around->parentWidget()) : nullptr;
    return view && view->viewport() == around; // the editor of a cell
}

/// The choice that was kept; anything else than one of ours is as if none was made.
int keptMinutes()
{
    bool isNumber = false;
    const int kept = QSettings().value(key, usualMinutes).toInt(&isNumber);
    return isNumber ? kept : usualMinutes;
}

} // namespace

AutoRefresh::AutoRefresh(QObject *parent, Clock clock)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    auto *const group = new QActionGroup(this);
    for (const int minutes : minuteChoices) {
        QAction *const action = group->addAction(
            minutes == 0 ? tr("&Never") : tr("Every %n minute(s)", nullptr, minutes));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, minutes] {
            choose(minutes);
            QSettings().setValue(key, m_minutes);
        });
        m_actions.append(action);
    }
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::look);
    choose(keptMinutes());
}

void AutoRefresh::choose(int minutes)
{
    const auto found = std::ranges::find(minuteChoices, minutes);
    m_minutes = found == std::end(minuteChoices) ? usualMinutes : minutes;
    for (size_t i = 0; i < std::size(minuteChoices); ++i)
        m_actions[qsizetype(i)]->setChecked(minuteChoices[i] == m_minutes);
    m_since = m_clock();
    if (m_minutes == 0)
        m_timer.stop();
    else
        m_timer.start(glance);
}

void AutoRefresh::look()
{
    const QDateTime now = m_clock();
    if (now < m_since) // the clock was set back
        m_since = now;
    const bool isDue = m_minutes > 0 && m_since.addSecs(qint64(m_minutes) * 60) <= now;
    if (!isDue || isBusyWithRows())
        return;
    m_since = now;
    Q_EMIT due();
}

} // namespace ui

#include "moc_autorefresh.cpp"
