// The connections that a person has, which of them is open, and its session.
#pragma once

#include "models/connections/connectiontest.h"
#include "models/connections/secrets.h"
#include "models/support/issue.h"

#include <QObject>

#include <memory>

namespace models {

class Database;
class Session;

/// One connection is open at a time. The sandbox is always there, first, and can't be removed.
/// Lives as long as the program.
class Connections : public QObject
{
    Q_OBJECT

public:
    Connections(Database &database, Secrets &secrets, api::Policy policy = {},
                QObject *parent = nullptr);
    ~Connections() override;

    void load(); ///< from the database, then `loaded` and `changed`
    bool isLoaded() const;
    const QList<Connection> &all() const; ///< before that only the sandbox
    QString lastUsed() const; ///< after `loaded`: a name; the sandbox's when none was
    QString currentName() const; ///< opening or open; empty before
    Session *session() const; ///< nullptr while none is open

    /// Replaces the session; `sessionChanged` follows, or `failed`. Nothing happens when it is open
    /// already. What is unsaved goes with the session: ask before. For the sandbox `sandboxWanted`
    /// is emitted first and `setSandboxAddress` is waited for.
    void open(const QString &name);
    void openOnce(const Connection &connection, const Credentials &credentials); ///< never kept
    /// Where it listens or is about to. An open session moves there and goes on.
    void setSandboxAddress(const QUrl &baseUrl);
    void sandboxIsUp(); ///< it answers now: the session may use the network
    void close(); ///< ends the session's calls; on quit
    bool isSettled() const; ///< no call runs, of earlier sessions neither: only then may this go

    /// `edited` is the name of the connection that is changed: its own name isn't taken.
    QList<Issue> problems(const Connection &connection, const Credentials &credentials,
                          const QString &edited = {}) const;
    void add(const Connection &connection, const Credentials &credentials); ///< and opens it
    /// With its secrets and all rows of its account, unless another connection has the same; opens
    /// the sandbox if it was open.
    void remove(const QString &name);
    /// What the keychain has; nothing when it has none, or can't be opened (keepsSecrets).
    QCoro::Task<std::optional<Credentials>> credentials(QString name);
    /// Puts `connection` and its credentials in place of the one called `name`, and opens it anew
    /// if it is open. Drafts and records go along. A sentence when it can't be done: then nothing
    /// has changed. Another base URL or client ID is refused while a creation or submission is
    /// unclear.
    QCoro::Task<QString> change(QString name, Connection connection, Credentials credentials);
    /// Whether a creation or submission of its account is unclear, and can only be looked for
    /// there.
    QCoro::Task<bool> isUnclear(QString name);
    QCoro::Task<TestResult> test(Connection connection, Credentials credentials,
                                 api::Cancellation cancellation = {});
    bool keepsSecrets() const; ///< false: keys last for this session only, which is to be said

Q_SIGNALS:
    void loaded();
    void changed();
    void renamed(const QString &before, const QString &now); ///< before its session begins anew
    /// The old session is alive until its receivers return; nullptr when none is open.
    void sessionChanged(models::Session *session);
    void sandboxWanted();
    void keepsSecretsChanged();
    void failed(const QString &sentence);
    void keyMissing(const QString &name, const QString &sentence); ///< change() can give it

private:
    void start(const Connection &connection, const Credentials &credentials, bool isKept);
    void goOnlineAfterLocal();
    void replaceSession(Session *session);
    void reportMissingKey(const QString &name);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
