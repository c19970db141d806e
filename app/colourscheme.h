// Asks the desktop whether it is dark, and hears when that changes.
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace app {

/// The portal's org.freedesktop.appearance color-scheme. Nothing is waited for; a desktop without a
/// portal says nothing.
class ColourScheme : public QObject
{
    Q_OBJECT

public:
    explicit ColourScheme(QObject *parent = nullptr);

Q_SIGNALS:
    void told(bool isDark);

private Q_SLOTS:
    void take(const QString &space, const QString &name, const QDBusVariant &value);
};

} // namespace app
