#include "app/sandboxprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSettings>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The port used last: scripts that talk to the sandbox go on working at the next start.
const QString portKey = u"sandbox/port"_s;

quint16 freePort(quint16 preferred)
{
    QTcpServer server;
    if (preferred && server.listen(QHostAddress::LocalHost, preferred))
        return preferred;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// Letters and digits that nobody guesses.
QString newToken()
{
    quint32 words[2];
    QRandomGenerator::system()->fillRange(words);
    const auto *const bytes = reinterpret_cast<const char *>(words);
    return QString::fromLatin1(QByteArray::fromRawData(bytes, sizeof words).toHex());
}

QUrl addressAt(quint16 port, const QString &token)
{
    return QUrl(u"http://127.0.0.1:%1/%2/v1/"_s.arg(QString::number(port), token));
}

} // namespace

SandboxProcess::SandboxProcess(QString program, QString dataFile, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_dataFile(std::move(dataFile))
    , m_token(newToken())
    , m_port(quint16(QSettings().value(portKey).toUInt()))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ALIGNDESK_SANDBOX_TOKEN"_s, m_token); // arguments can be read by all
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readAddress);
    connect(&m_process, &QProcess::finished, this, &SandboxProcess::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("The sandbox could not be started: %1")
                              .arg(QDir::toNativeSeparators(m_program)));
    });
}

SandboxProcess::~SandboxProcess()
{
    stop();
}

QString SandboxProcess::find()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &folder :
         {u"."_s, u"../libexec"_s, u"../libexec/aligndesk"_s, u"../lib/aligndesk"_s}) {
        const QFileInfo file(here.absoluteFilePath(folder + u"/aligndesk-sandbox"_s));
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

void SandboxProcess::start()
{
    if (isRunning())
        return;
    if (m_program.isEmpty()) {
        Q_EMIT failed(tr("The program aligndesk-sandbox was not found next to AlignDesk."));
        return;
    }
    m_isReady = false;
    m_isStopping = false;
    m_port = freePort(m_port);
    QSettings().setValue(portKey, m_port);
    // Said before it listens: what is kept locally can be shown meanwhile.
    Q_EMIT addressChosen(addressAt(m_port, m_token));
    m_process.start(m_program, {u"--port"_s, QString::number(m_port), u"--data"_s, m_dataFile});
}

void SandboxProcess::stop()
{
    m_isStopping = true;
    if (!isRunning())
        return;
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(1500))
        return;
    m_process.kill();
    m_process.waitForFinished(500);
}

bool SandboxProcess::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

qint64 SandboxProcess::processId() const
{
    return m_process.processId();
}

void SandboxProcess::readAddress()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (std::exchange(m_isReady, true))
            continue;
        const QUrl told(QString::fromUtf8(line));
        if (told != addressAt(m_port, m_token))
            Q_EMIT addressChosen(told);
        Q_EMIT ready();
    }
}

void SandboxProcess::ended()
{
    if (m_isStopping)
        return;
    Q_EMIT failed(m_isReady ? tr("The sandbox has stopped.")
                            : tr("The sandbox ended before it was ready."));
}

} // namespace app

#include "moc_sandboxprocess.cpp"
