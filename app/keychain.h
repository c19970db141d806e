// Keys in the desktop's keychain; where there is none, in memory for the session, and said so.
#pragma once

#include "models/connections/secrets.h"

#include <QObject>

namespace app {

/// Any error but "no such entry" counts as no keychain: without a Secret Service the library
/// answers OtherError. Each call tries anew, since a locked keychain can be opened meanwhile. Never
/// falls back to a file.
class Keychain : public QObject, public models::Secrets
{
    Q_OBJECT

public:
    /// `scope` keeps the entries of different data folders apart; empty for the usual one.
    explicit Keychain(QString scope, QObject *parent = nullptr);

    QCoro::Task<std::optional<models::Credentials>> read(QString name) override;
    QCoro::Task<> write(QString name, models::Credentials credentials) override;
    QCoro::Task<> remove(QString name) override;
    bool isPersistent() const override { return m_isThere; }

Q_SIGNALS:
    void lost(); ///< what is entered now is kept for this session only

private:
    QString entry(const QString &name) const;
    void setThere(bool isThere);

    QString m_scope;
    models::MemorySecrets m_session;
    bool m_isThere = true;
};

} // namespace app
