// View > Auto-refresh: how often the surveys are read anew by themselves.
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

class QAction;

namespace ui {

/// Owns its actions, of which one is checked; the choice is kept in the settings of the person and
/// is 5 minutes until one is made. Goes by the clock on the wall, since timers stand still while
/// the computer is suspended: after waking up it is due once, soon. Waits while a cell is edited or
/// a menu is open.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    explicit AutoRefresh(
        QObject *parent = nullptr, Clock clock = [] { return QDateTime::currentDateTimeUtc(); });

    QList<QAction *> actions() const { return m_actions; }
    int minutes() const { return m_minutes; } ///< 0: never
    void choose(int minutes); ///< one of 0, 1, 5 and 15; others are 5
    void look(); ///< emits due() when it is; called by itself every few seconds

Q_SIGNALS:
    void due();

private:
    Clock m_clock;
    QTimer m_timer;
    QDateTime m_since; ///< when the time that is waited for began
    QList<QAction *> m_actions;
    int m_minutes = 0;
};

} // namespace ui
