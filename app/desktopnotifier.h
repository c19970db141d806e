// Shows a notification on the desktop, through the session bus or, in tests, into a list.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

namespace app {

/// All texts are plain text. `subject` says what it is about, in words of the one who shows it.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const QString &title, const QString &text, const QString &subject) = 0;

Q_SIGNALS:
    void chosen(const QString &subject); ///< a person clicked one of ours
};

/// org.freedesktop.Notifications. Nothing is waited for; without the service nothing is shown.
class DesktopNotifier : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    void show(const QString &title, const QString &text, const QString &subject) override;

private Q_SLOTS:
    void act(uint id, const QString &action);
    void end(uint id);

private:
    QHash<uint, QString> m_shown; ///< ids that the service gave to ours, and their subjects
    bool m_isListening = false;
};

} // namespace app
