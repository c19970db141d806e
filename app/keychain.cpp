#include "app/keychain.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <QJsonObject>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString service()
{
    return u"AlignDesk"_s;
}

QByteArray toEntry(const models::Credentials &credentials)
{
    const QJsonObject json {{u"clientId"_s, credentials.clientId}, {u"key"_s, credentials.key}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

models::Credentials fromEntry(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    return {json[u"clientId"_s].toString(), json[u"key"_s].toString()};
}

/// The job deletes itself after this.
QCoro::Task<QKeychain::Error> finish(QKeychain::Job *job, QString entry)
{
    job->setKey(entry);
    job->setInsecureFallback(false);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
    co_return job->error();
}

} // namespace

Keychain::Keychain(QString scope, QObject *parent)
    : QObject(parent)
    , m_scope(std::move(scope))
{
}

QString Keychain::entry(const QString &name) const
{
    return m_scope.isEmpty() ? name : name + u" @ "_s + m_scope;
}

void Keychain::setThere(bool isThere)
{
    if (std::exchange(m_isThere, isThere) && !isThere)
        Q_EMIT lost();
}

QCoro::Task<std::optional<models::Credentials>> Keychain::read(QString name)
{
    const std::optional<models::Credentials> held = co_await m_session.read(name);
    if (held)
        co_return held;
    auto *const job = new QKeychain::ReadPasswordJob(service());
    const QKeychain::Error error = co_await finish(job, entry(name));
    // Also after a failure: a keychain that was locked can be open now.
    setThere(error == QKeychain::NoError || error == QKeychain::EntryNotFound);
    if (error == QKeychain::NoError)
        co_return fromEntry(job->binaryData());
    co_return std::nullopt;
}

QCoro::Task<> Keychain::write(QString name, models::Credentials credentials)
{
    // A keychain that asks for its password may take long: they are at hand meanwhile.
    co_await m_session.write(name, credentials);
    auto *const job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(toEntry(credentials));
    const QKeychain::Error error = co_await finish(job, entry(name));
    setThere(error == QKeychain::NoError);
    const std::optional<models::Credentials> held = co_await m_session.read(name);
    if (error == QKeychain::NoError && held == credentials) // they may have been changed since
        co_await m_session.remove(name);
}

QCoro::Task<> Keychain::remove(QString name)
{
    co_await m_session.remove(name);
    auto *const job = new QKeychain::DeletePasswordJob(service());
    const QKeychain::Error error = co_await finish(job, entry(name));
    setThere(error == QKeychain::NoError || error == QKeychain::EntryNotFound);
}

} // namespace app

#include "moc_keychain.cpp"
