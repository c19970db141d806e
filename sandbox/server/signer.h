// Issues the hashes that sign every call, and knows which of them still hold.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace sandbox {

/// A hash belongs to the path of a URL, so that it doesn't depend on the port. All hashes of a run
/// go stale with it, and with rotate(): the secret they are made with exists in memory only.
class Signer
{
public:
    /// With an empty `key` hashes are issued for any key; otherwise one for another key never
    /// holds.
    explicit Signer(QString key);

    /// 64 lower-case hex digits.
    QByteArray issue(const QString &url, const QString &key);

    bool holds(const QString &path, const QByteArray &hash) const;

    void rotate();

private:
    QString m_key;
    QByteArray m_secret;
    QHash<QString, QList<QByteArray>> m_issued;
};

} // namespace sandbox
