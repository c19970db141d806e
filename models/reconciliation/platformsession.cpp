#include "models/reconciliation/platformsession.h"

#include "models/files/finished.h"
#include "models/support/plain.h"

#include <QFileInfo>

#include <utility>

namespace models {

PlatformSession::PlatformSession(QObject *parent)
    : QObject(parent)
{
}

PlatformSession::~PlatformSession()
{
    cancel();
}

void PlatformSession::cancel()
{
    if (m_work)
        m_work->cancel();
}

void PlatformSession::begin()
{
    m_work = std::make_shared<Work>();
    Q_EMIT started();
}

void PlatformSession::open(const QString &path)
{
    if (isBusy())
        return;
    begin();
    const auto work = [path, task = m_work] { return openUidFile(path, {}, *task); };
    whenFinished(inWorker(work), this, [this, path](const tl::expected<UidFile, QString> &file) {
        const bool isCancelled = m_work->isCancelled();
        m_work.reset();
        if (file && !isCancelled)
            return read({*file, guessLayout(file->preview)});
        Q_EMIT ended();
        if (!file)
            Q_EMIT failed(tr("%1: %2").arg(plain(QFileInfo(path).fileName()), file.error()));
    });
}

void PlatformSession::chooseLayout(const PlatformLayout &layout)
{
    if (!isBusy() && hasFile())
        read({m_opened.file, layout});
}

void PlatformSession::read(const Opened &opened)
{
    const Opened before = std::exchange(m_opened, opened);
    begin();
    Q_EMIT this->opened();
    const auto work = [source = opened.file.source, layout = opened.layout, task = m_work] {
        return std::make_shared<PlatformExport>(readPlatform(source, layout, *task));
    };
    whenFinished(
        inWorker(work), this,
        [this, before](const std::shared_ptr<PlatformExport> &result) { take(before, result); });
}

void PlatformSession::take(const Opened &before, const std::shared_ptr<PlatformExport> &result)
{
    const bool isCancelled = std::exchange(m_work, nullptr)->isCancelled() || result->isCancelled;
    if (isCancelled) {
        m_opened = before;
        Q_EMIT opened();
    } else {
        m_export = result->problem.isEmpty() ? result : nullptr;
        Q_EMIT changed();
    }
    Q_EMIT ended();
    if (!isCancelled && !result->problem.isEmpty())
        Q_EMIT failed(result->problem);
}

} // namespace models

#include "moc_platformsession.cpp"
