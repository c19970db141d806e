#include "ui/mainwindow/autorefresh.h"

#include <QAction>
#include <QActionGroup>
#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int minuteChoices[] = {0, 1, 5, 15};
const QString key = u"surveys/autoRefresh"_s;

} // namespace

AutoRefresh::AutoRefresh(QObject *parent)
    : QObject(parent)
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
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::due);
    choose(QSettings().value(key).toInt());
}

void AutoRefresh::choose(int minutes)
{
    const auto found = std::ranges::find(minuteChoices, minutes);
    m_minutes = found == std::end(minuteChoices) ? 0 : minutes;
    for (size_t i = 0; i < std::size(minuteChoices); ++i)
        m_actions[qsizetype(i)]->setChecked(minuteChoices[i] == m_minutes);
    if (m_minutes == 0)
        m_timer.stop();
    else
        m_timer.start(std::chrono::minutes(m_minutes));
}

} // namespace ui

#include "moc_autorefresh.cpp"
