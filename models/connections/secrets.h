// Where client IDs and keys are kept: the desktop's keychain, or memory for the session.
#pragma once

#include "models/connections/connection.h"

#include <QCoroTask>
#include <QHash>

#include <optional>

namespace models {

/// Asynchronous, since a keychain may ask the person to unlock it. Lives as long as the program.
/// Entries are named by Connection::name.
class Secrets
{
public:
    Secrets() = default;
    virtual ~Secrets() = default;
    Q_DISABLE_COPY_MOVE(Secrets)

    /// Nothing when there is no entry of that name.
    virtual QCoro::Task<std::optional<Credentials>> read(QString name) = 0;
    virtual QCoro::Task<> write(QString name, Credentials credentials) = 0;
    virtual QCoro::Task<> remove(QString name) = 0;
    /// False once it is known that entries end with the session; say so to the person.
    virtual bool isPersistent() const = 0;
};

/// Forgets everything on exit: the stand-in where there is no keychain, and in tests.
class MemorySecrets : public Secrets
{
public:
    QCoro::Task<std::optional<Credentials>> read(QString name) override;
    QCoro::Task<> write(QString name, Credentials credentials) override;
    QCoro::Task<> remove(QString name) override;
    bool isPersistent() const override { return false; }

private:
    QHash<QString, Credentials> m_entries;
};

} // namespace models
