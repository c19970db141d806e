// View > Auto-refresh: how often the surveys are read anew by themselves.
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QAction;

namespace ui {

/// Owns its actions, of which one is checked; the choice is kept in the settings.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    explicit AutoRefresh(QObject *parent = nullptr);

    QList<QAction *> actions() const { return m_actions; }
    int minutes() const { return m_minutes; } ///< 0: never
    void choose(int minutes); ///< one of 0, 1, 5 and 15; others are never

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
    QList<QAction *> m_actions;
    int m_minutes = 0;
};

} // namespace ui
