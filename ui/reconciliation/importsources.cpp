#include "models/support/plain.h"
#include "ui/reconciliation/importpanel.h"
#include "ui/reconciliation/previewtable.h"
#include "ui/reconciliation/readingrow.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/prompt.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

void ImportPanel::ask(bool isRejects)
{
    m_prompt.openFile(
        this, isRejects ? tr("Import rejected UIDs") : tr("Import UIDs"),
        {tr("UID lists (*.txt *.csv *.tsv *.xlsx)"), tr("All files (*)")}, this,
        [this, isRejects](const QStringList &paths) { importFiles(paths, isRejects); });
}

void ImportPanel::importFiles(const QStringList &paths, bool isRejects)
{
    for (const QString &path : paths)
        m_waiting.append({path, isRejects});
    openNext();
}

void ImportPanel::openNext()
{
    if (!isBusy() && !m_waiting.isEmpty())
        openFile(m_waiting.takeFirst(), m_reading.sheet);
}

void ImportPanel::begin()
{
    m_work = std::make_shared<models::Work>();
    followWork(m_work, m_progress);
    showState();
}

void ImportPanel::openFile(const Waiting &what, const QString &sheet)
{
    if (isBusy())
        return;
    begin();
    const auto open = [path = what.path, sheet, work = m_work] {
        return models::openUidFile(path, sheet, *work);
    };
    whenFinished(
        models::inWorker(open), this,
        [this, what](const tl::expected<models::UidFile, QString> &file) { opened(what, file); });
}

void ImportPanel::opened(const Waiting &what, const tl::expected<models::UidFile, QString> &file)
{
    const bool isCancelled = m_work->isCancelled();
    m_work.reset();
    if (file && !isCancelled) {
        m_last = what;
        return start(*file, models::layoutFor(file->preview, m_reading), what.isRejects);
    }
    if (std::exchange(m_replaces, false))
        m_row->show(m_file, m_row->layout(), m_last.isRejects);
    showState();
    if (!file)
        Q_EMIT failed(
            u"%1: %2"_s.arg(models::plain(QFileInfo(what.path).fileName()), file.error()));
    openNext();
}

void ImportPanel::importText(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        Q_EMIT failed(tr("The clipboard holds no text."));
    } else if (!isBusy()) {
        begin();
        const auto open = [text] {
            models::UidFile file;
            file.source = {tr("Clipboard"), models::TextSource::fromText(text)};
            file.preview = models::previewUids(file.source);
            return file;
        };
        whenFinished(models::inWorker(open), this, [this](const models::UidFile &file) {
            m_work.reset();
            m_last = {};
            start(file, file.preview.layout, false);
        });
    }
}

void ImportPanel::startOver()
{
    m_parts.clear();
    m_import = {};
    m_list->setRows(nullptr);
    m_showPreview->setChecked(false);
    choose();
}

void ImportPanel::start(const models::UidFile &file, const models::UidLayout &layout,
                        bool isRejects)
{
    if (std::exchange(m_replaces, false)) {
        m_parts.removeLast();
        Q_EMIT readingChosen(models::choiceOf(file.preview, layout, file.sheets.value(file.sheet)));
    }
    m_file = file;
    m_parts.append({file.source, layout, isRejects});
    m_row->show(file, layout, isRejects);
    m_preview->show(file.preview, layout.column);
    m_isFresh = true;
    read();
}

/// The person chose another column, or that the first line is a header.
void ImportPanel::layoutChanged()
{
    if (isBusy() || m_parts.isEmpty())
        return;
    models::UidPart &last = m_parts.last();
    last.layout = m_row->layout();
    m_preview->show(m_file.preview, last.layout.column);
    if (!last.isRejects) {
        m_reading =
            models::choiceOf(m_file.preview, last.layout, m_file.sheets.value(m_file.sheet));
        Q_EMIT readingChosen(m_reading);
    }
    read();
}

void ImportPanel::read()
{
    begin();
    const auto import = [parts = m_parts, work = m_work] {
        return models::importUids(parts, *work);
    };
    whenFinished(models::inWorker(import), this,
                 [this](models::UidImport result) { show(std::move(result)); });
}

void ImportPanel::show(models::UidImport result)
{
    m_work.reset();
    const bool isFresh = std::exchange(m_isFresh, false);
    const bool hasChoice = m_file.preview.columnCount() > 1;
    if (!result.problem.isEmpty()) {
        // Another column may hold the UIDs.
        if (hasChoice)
            m_import = {};
        else
            m_parts.removeLast();
        m_list->setRows(m_import.rows);
        m_showPreview->setChecked(hasChoice);
        Q_EMIT failed(result.problem);
    } else if (result.isCancelled) {
        if (isFresh)
            m_parts.removeLast();
    } else {
        m_import = std::move(result);
        m_list->setRows(m_import.rows);
        if (m_import.report.isQuoteOpen)
            Q_EMIT failed(
                tr("A quote in the file is never closed: its last lines were read as one."));
    }
    choose();
    openNext();
}

void ImportPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void ImportPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    QStringList paths;
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (urls.isEmpty())
        importText(event->mimeData()->text());
    else if (paths.size() == urls.size())
        importFiles(paths);
    else
        Q_EMIT failed(tr("Drop files of this computer."));
}

} // namespace ui
