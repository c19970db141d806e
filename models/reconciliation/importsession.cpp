#include "models/reconciliation/importsession.h"

#include "models/files/finished.h"
#include "models/support/plain.h"

#include <QFileInfo>

#include <utility>

namespace models {

namespace {

constexpr qsizetype fewUids = 20'000; // put together at once: a worker would only flicker

UidFile textFile(const QString &name, const QString &text)
{
    UidFile file {
        .source = {name, TextSource::fromText(text)}, .sheets = {}, .sheet = 0, .preview = {}};
    file.preview = previewUids(file.source);
    return file;
}

} // namespace

ImportSession::ImportSession(QObject *parent)
    : QObject(parent)
{
}

ImportSession::~ImportSession()
{
    if (m_work)
        m_work->cancel();
}

void ImportSession::addFiles(const QStringList &paths, bool isRejects)
{
    for (const QString &path : paths)
        m_waiting.append({.path = path, .name = {}, .text = {}, .isRejects = isRejects});
    openNext();
}

void ImportSession::addText(const QString &name, const QString &text)
{
    m_waiting.append({.path = {}, .name = name, .text = text});
    openNext();
}

void ImportSession::cancel()
{
    m_waiting.clear();
    m_nextLayout.reset();
    if (m_work)
        m_work->cancel();
}

UidLayout ImportSession::layout() const
{
    return m_sources.parts.isEmpty() ? UidLayout() : m_sources.parts.last().layout;
}

bool ImportSession::isRejects() const
{
    return !m_sources.parts.isEmpty() && m_sources.parts.last().isRejects;
}

quint32 ImportSession::chosenKinds() const
{
    return goodKinds | (m_isWithSuspicious ? suspiciousKinds : 0);
}

void ImportSession::begin()
{
    m_work = std::make_shared<Work>();
    Q_EMIT started();
}

void ImportSession::openNext()
{
    if (!isBusy() && !m_waiting.isEmpty())
        open(m_waiting.takeFirst(), m_choice.sheet);
}

void ImportSession::open(const Origin &origin, const QString &sheet)
{
    begin();
    const auto work = [origin, sheet, work = m_work]() -> tl::expected<UidFile, QString> {
        if (origin.path.isEmpty())
            return textFile(origin.name, origin.text);
        return openUidFile(origin.path, sheet, *work);
    };
    whenFinished(inWorker(work), this, [this, origin](const tl::expected<UidFile, QString> &file) {
        takeFile(origin, file);
    });
}

void ImportSession::takeFile(const Origin &origin, const tl::expected<UidFile, QString> &file)
{
    const bool isCancelled = m_work->isCancelled();
    m_work.reset();
    if (file && !isCancelled) {
        const UidLayout layout =
            origin.path.isEmpty() ? file->preview.layout : layoutFor(file->preview, m_choice);
        Sources sources = m_sources;
        if (origin.isReplacing) {
            sources.parts.removeLast();
            Q_EMIT choiceMade(choiceOf(file->preview, layout, file->sheets.value(file->sheet)));
        }
        sources.parts.append({file->source, layout, origin.isRejects});
        sources.file = *file;
        sources.last = origin;
        return read(sources, m_sources);
    }
    if (origin.isReplacing)
        Q_EMIT opened(); // as it was
    Q_EMIT changed();
    if (!file)
        Q_EMIT failed(tr("%1: %2").arg(plain(QFileInfo(origin.path).fileName()), file.error()));
    openNext();
}

void ImportSession::chooseSheet(const QString &sheet)
{
    if (isBusy() || m_sources.parts.isEmpty())
        return;
    Origin again = m_sources.last;
    again.isReplacing = true;
    open(again, sheet);
}

void ImportSession::chooseLayout(const UidLayout &layout)
{
    if (m_sources.parts.isEmpty())
        return;
    if (isBusy() && !m_isReading)
        return void(QMetaObject::invokeMethod(this, &ImportSession::opened, Qt::QueuedConnection));
    if (!isRejects()) {
        const UidFile &file = m_sources.file;
        m_choice = choiceOf(file.preview, layout, file.sheets.value(file.sheet));
        Q_EMIT choiceMade(m_choice);
    }
    if (isBusy()) {
        m_nextLayout = layout;
        return m_work->cancel();
    }
    Sources sources = m_sources;
    sources.parts.last().layout = layout;
    read(sources, m_sources);
}

void ImportSession::read(Sources sources, Sources before)
{
    m_sources = std::move(sources);
    m_isReading = true;
    begin();
    Q_EMIT opened();
    const auto work = [parts = m_sources.parts, work = m_work] { return importUids(parts, *work); };
    whenFinished(inWorker(work), this,
                 [this, before](UidImport result) { takeImport(before, std::move(result)); });
}

void ImportSession::takeImport(const Sources &before, UidImport result)
{
    const bool isCancelled = std::exchange(m_work, nullptr)->isCancelled() || result.isCancelled;
    m_isReading = false;
    if (const auto layout = std::exchange(m_nextLayout, {})) {
        Sources again = m_sources;
        again.parts.last().layout = *layout;
        return read(again, before);
    }
    const QString problem = isCancelled ? QString() : result.problem;
    const bool isQuoteOpen = result.report.isQuoteOpen;
    const bool isUsable = problem.isEmpty() && !isCancelled;
    // Another column may hold the UIDs.
    const bool hasChoice = !problem.isEmpty() && m_sources.file.preview.columnCount() > 1;
    if (isUsable)
        m_import = std::move(result);
    else if (hasChoice)
        m_import = {};
    else
        m_sources = before;
    if (isUsable || hasChoice)
        Q_EMIT imported();
    else
        Q_EMIT opened(); // as it was
    choose();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
    else if (isUsable && isQuoteOpen)
        Q_EMIT failed(
            tr("A quotation mark in the file is never closed: its last lines were read as one."));
    openNext();
}

void ImportSession::setWithSuspicious(bool isWith)
{
    m_isWithSuspicious = isWith;
    choose();
}

/// A long list is put together in a worker; until it is there, nothing can be submitted.
void ImportSession::choose()
{
    const int turn = ++m_turn;
    const quint32 kinds = chosenKinds();
    if (m_import.rows->size() <= fewUids)
        return take(m_import.rows->of(kinds));
    take(std::make_shared<api::UidList>());
    const auto work = [rows = m_import.rows, kinds] { return rows->of(kinds); };
    whenFinished(inWorker(work), this, [this, turn](const SharedUids &chosen) {
        if (turn == m_turn)
            take(chosen);
    });
}

void ImportSession::take(SharedUids chosen)
{
    m_chosen = std::move(chosen);
    Q_EMIT changed();
}

} // namespace models

#include "moc_importsession.cpp"
