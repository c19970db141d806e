#include "sandbox/server/signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUrl>

namespace sandbox {

namespace {

// Enough for every key that a person tries; bounds what a stray client can make us keep.
constexpr qsizetype maxPerPath = 64;
constexpr qsizetype maxPaths = 256;

} // namespace

Signer::Signer(QString key)
    : m_key(std::move(key))
{
    rotate();
}

void Signer::rotate()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    m_secret = QByteArray(reinterpret_cast<const char *>(words), sizeof words);
    m_issued.clear();
}

QByteArray Signer::issue(const QString &url, const QString &key)
{
    const QString path = QUrl(url).path();
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_secret);
    code.addData(path.toUtf8() + '\n' + key.toUtf8());
    const QByteArray hash = code.result().toHex();
    if (!m_key.isEmpty() && key != m_key)
        return hash;
    if (!m_issued.contains(path) && m_issued.size() >= maxPaths)
        m_issued.clear();
    auto &issued = m_issued[path];
    if (!issued.contains(hash))
        issued.append(hash);
    if (issued.size() > maxPerPath)
        issued.removeFirst();
    return hash;
}

bool Signer::holds(const QString &path, const QByteArray &hash) const
{
    const auto issued = m_issued.constFind(path);
    return issued != m_issued.cend() && issued->contains(hash);
}

} // namespace sandbox
