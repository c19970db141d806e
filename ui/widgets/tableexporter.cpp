#include "ui/widgets/tableexporter.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

TableExporter::TableExporter(ExportWords words, Prompt &prompt, Banner &banner, Table table,
                             QWidget *parent)
    : QObject(parent)
    , m_words(std::move(words))
    , m_prompt(prompt)
    , m_banner(banner)
    , m_table(std::move(table))
    , m_action(new QAction(icon(u"export"_s), tr("&Export…"), this))
{
    m_action->setShortcut(QKeySequence(u"Ctrl+E"_s));
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_action, &QAction::triggered, this, &TableExporter::ask);
}

TableExporter::~TableExporter()
{
    if (m_work)
        m_work->cancel();
}

void TableExporter::ask()
{
    m_prompt.saveFile(
        static_cast<QWidget *>(parent()), m_words.title, m_words.fileName + u".xlsx"_s,
        {tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)")}, this, [this](const QString &path) {
            if (!path.isEmpty())
                write(path);
        });
}

void TableExporter::write(const QString &path)
{
    if (m_work)
        return;
    m_work = std::make_shared<models::Work>();
    m_action->setEnabled(false);
    m_banner.show(Tone::Information, tr("Exporting…"));
    m_banner.addAction(tr("&Cancel"), this, [work = m_work] { work->cancel(); });
    models::ExportTable table = m_table();
    const qsizetype rows = table.rowCount;
    const auto work = [table = std::move(table), path, task = m_work] {
        return models::exportTable(table, path, *task);
    };
    whenFinished(models::inWorker(work), this,
                 [this, path, rows](const models::TableExport &result) {
                     m_work.reset();
                     m_action->setEnabled(true);
                     tell(path, rows, result);
                 });
}

void TableExporter::tell(const QString &path, qsizetype rows, const models::TableExport &result)
{
    if (result.isCancelled)
        return m_banner.show(Tone::Information, tr("Cancelled: the file was not written."));
    if (!result.isWritten)
        return m_banner.show(Tone::Error, m_words.failure, result.problem);
    m_banner.show(Tone::Good, tr("%Ln row(s) exported", nullptr, int(rows)),
                  QDir::toNativeSeparators(path));
    m_banner.addAction(tr("Show in &folder"), this, [path] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
}

} // namespace ui

#include "moc_tableexporter.cpp"
