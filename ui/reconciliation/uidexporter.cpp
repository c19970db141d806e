#include "ui/reconciliation/uidexporter.h"

#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString separatorKey = u"export/csvSeparator"_s;
const QString markKey = u"export/csvMark"_s;
const QString guardKey = u"export/csvGuard"_s;

/// As the person chose them last.
models::UidExportOptions optionsFor(const QString &path)
{
    const QSettings settings;
    const QString separator = settings.value(separatorKey, u","_s).toString();
    return {.format = models::formatOf(path),
            .hasMark = settings.value(markKey, true).toBool(),
            .separator = separator.isEmpty() ? ',' : separator.front().toLatin1(),
            .isGuarded = settings.value(guardKey, true).toBool()};
}

} // namespace

UidExporter::UidExporter(Prompt &prompt, Banner &banner, Sheet sheet, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_sheet(std::move(sheet))
    , m_fileName(u"uids"_s)
    , m_export(new QPushButton(icon(u"export"_s), tr("&Export…"), this))
    , m_csv(new QPushButton(tr("CSV options"), this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel export"), this))
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_progress->setAccessibleName(tr("Export progress"));
    m_progress->setRange(0, 1000);
    m_export->setToolTip(tr("Writes the list as it is shown to TXT, CSV, XLSX or JSON"));
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_csv);
    row->addWidget(m_export);
    addChoices();
    connect(m_export, &QPushButton::clicked, this, &UidExporter::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_work->cancel(); });
    update();
}

UidExporter::~UidExporter()
{
    if (m_work)
        m_work->cancel();
}

/// How CSV is written, for every list and from then on.
void UidExporter::addChoices()
{
    auto *const menu = new QMenu(m_csv);
    auto *const separators = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QString &separator) {
        auto *const action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(separator);
        separators->addAction(action);
    };
    add(tr("Separated by &commas"), u","_s);
    add(tr("Separated by &semicolons"), u";"_s);
    add(tr("Separated by &tabs"), u"\t"_s);
    menu->addSeparator();
    auto *const mark = menu->addAction(tr("With a &byte order mark, for Excel"));
    mark->setCheckable(true);
    auto *const guard = menu->addAction(tr("&Protect UIDs from spreadsheet conversion"));
    guard->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, this, [separators, mark, guard] {
        const models::UidExportOptions options = optionsFor({});
        for (QAction *const action : separators->actions())
            action->setChecked(action->data().toString().front().toLatin1() == options.separator);
        mark->setChecked(options.hasMark);
        guard->setChecked(options.isGuarded);
    });
    connect(separators, &QActionGroup::triggered, this, [](const QAction *action) {
        QSettings().setValue(separatorKey, action->data().toString());
    });
    connect(mark, &QAction::triggered, this,
            [](bool isOn) { QSettings().setValue(markKey, isOn); });
    connect(guard, &QAction::triggered, this,
            [](bool isOn) { QSettings().setValue(guardKey, isOn); });
    m_csv->setMenu(menu);
}

void UidExporter::setAvailable(bool isAvailable)
{
    m_isAvailable = isAvailable;
    update();
}

void UidExporter::update()
{
    m_export->setEnabled(m_isAvailable && !m_work);
    m_progress->setVisible(m_work != nullptr);
    m_cancel->setVisible(m_work != nullptr);
}

void UidExporter::ask()
{
    m_prompt.saveFile(this, tr("Export UIDs"), m_fileName + u".csv"_s,
                      {tr("CSV (*.csv)"), tr("Excel workbook (*.xlsx)"),
                       tr("Text, one a line (*.txt)"), tr("JSON (*.json)")},
                      this, [this](const QString &path) {
                          if (!path.isEmpty())
                              write(path);
                      });
}

void UidExporter::write(const QString &path)
{
    if (m_work)
        return;
    m_work = std::make_shared<models::Work>();
    update();
    followWork(m_work, m_progress);
    const models::UidExportOptions options = optionsFor(path);
    const auto work = [sheet = m_sheet(options.format), path, options, task = m_work] {
        return models::exportUids(sheet, path, options, *task);
    };
    whenFinished(models::inWorker(work), this, [this, path](const models::UidExport &result) {
        m_work.reset();
        update();
        tell(path, result);
    });
}

void UidExporter::tell(const QString &path, const models::UidExport &result)
{
    if (result.isCancelled)
        return m_banner.show(Tone::Information, tr("Cancelled: the file was not written."));
    if (!result.isWritten)
        return m_banner.show(Tone::Error, tr("The list could not be exported."), result.problem);
    tellWritten(m_banner, path, this);
}

void tellWritten(Banner &banner, const QString &path, QObject *context)
{
    banner.show(Tone::Good, UidExporter::tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
    banner.addAction(UidExporter::tr("Show in folder"), context, [path] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
}

} // namespace ui

#include "moc_uidexporter.cpp"
