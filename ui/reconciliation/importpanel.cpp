#include "ui/reconciliation/importpanel.h"

#include "models/support/plain.h"
#include "ui/reconciliation/importcards.h"
#include "ui/reconciliation/importkinds.h"
#include "ui/reconciliation/previewtable.h"
#include "ui/reconciliation/readingrow.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ImportPanel::ImportPanel(Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
{
    setAcceptDrops(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::card);
    column->addLayout(actions());
    m_cards = new ImportCards(this);
    column->addWidget(m_cards);
    column->addLayout(choices());
    m_stack = new QStackedWidget(this);
    m_list = new UidListView({.name = tr("Findings by line"),
                              .fileName = u"uids"_s,
                              .roleOf = importKindRole,
                              .plainKinds = models::goodKinds | models::suspiciousKinds},
                             prompt, banner, this);
    m_list->setGroups(importGroups());
    m_preview = new PreviewTable(this);
    m_empty = new EmptyState(this);
    for (QWidget *const each : QList<QWidget *> {m_list, m_preview, m_empty})
        m_stack->addWidget(each);
    column->addWidget(m_stack, 1);
    connect(m_preview, &PreviewTable::columnChosen, m_row, &ReadingRow::setColumn);
    connect(m_empty, &EmptyState::stepped, this, [this] { ask(false); });
    startOver();
}

ImportPanel::~ImportPanel() = default;

/// Results of the session before have nowhere to land from now on.
void ImportPanel::startOver()
{
    m_session = std::make_unique<models::ImportSession>();
    m_session->setChoice(m_reading);
    listenTo(*m_session);
    m_list->setRows(nullptr);
    m_showPreview->setChecked(false);
    m_suspicious->setChecked(false);
    showState();
    Q_EMIT changed();
}

void ImportPanel::listenTo(models::ImportSession &session)
{
    using models::ImportSession;
    connect(&session, &ImportSession::started, this, [this] {
        followWork(m_session->work(), m_progress);
        showState();
        Q_EMIT changed();
    });
    connect(&session, &ImportSession::opened, this, &ImportPanel::showSource);
    connect(&session, &ImportSession::imported, this, [this] {
        const models::UidImport &import = m_session->import();
        m_list->setRows(import.rows);
        // They may be in another column.
        if (import.rows->size() == 0 && m_session->file().preview.columnCount() > 1)
            m_showPreview->setChecked(true);
    });
    connect(&session, &ImportSession::changed, this, [this] {
        showCards();
        showState();
        Q_EMIT changed();
    });
    connect(&session, &ImportSession::failed, this, &ImportPanel::failed);
    connect(&session, &ImportSession::choiceMade, this, &ImportPanel::readingChosen);
}

void ImportPanel::setReading(const models::UidChoice &reading)
{
    m_reading = reading;
    m_session->setChoice(reading);
}

models::SharedUids ImportPanel::chosen() const
{
    return m_session->chosen();
}

QString ImportPanel::chosenText() const
{
    return models::chosenText(*m_session->import().rows, m_session->chosenKinds());
}

bool ImportPanel::isBusy() const
{
    return m_session->isBusy();
}

void ImportPanel::ask(bool isRejects)
{
    m_prompt.openFile(
        this, isRejects ? tr("Import rejected UIDs") : tr("Import UIDs"),
        {tr("UID lists (*.txt *.csv *.tsv *.xlsx)"), tr("All files (*)")}, m_session.get(),
        [this, isRejects](const QStringList &paths) { importFiles(paths, isRejects); });
}

void ImportPanel::importFiles(const QStringList &paths, bool isRejects)
{
    m_session->addFiles(paths, isRejects);
}

void ImportPanel::importText(const QString &text)
{
    if (text.trimmed().isEmpty())
        Q_EMIT failed(tr("The clipboard holds no text."));
    else
        m_session->addText(tr("Clipboard"), text);
}

QBoxLayout *ImportPanel::actions()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_open = new QPushButton(tr("&Import UIDs…"), this);
    m_paste = new QPushButton(tr("&Paste"), this);
    m_rejects = new QPushButton(tr("Remove re&jects…"), this);
    m_rejects->setToolTip(tr("Imports a list of UIDs that must not be paid and leaves them out"));
    m_startOver = new QPushButton(tr("Start &over"), this);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Import progress"));
    m_cancel = new QPushButton(tr("Cancel import"), this);
    for (QWidget *const each : QList<QWidget *> {m_open, m_paste, m_rejects, m_startOver})
        row->addWidget(each);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_rejects, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_paste, &QPushButton::clicked, this,
            [this] { importText(QGuiApplication::clipboard()->text()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_session->cancel(); });
    connect(m_startOver, &QPushButton::clicked, this, &ImportPanel::startOverRequested);
    return row;
}

QBoxLayout *ImportPanel::choices()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_row = new ReadingRow(this);
    m_showPreview = new QPushButton(tr("First ro&ws"), this);
    m_showPreview->setCheckable(true);
    m_showPreview->setToolTip(tr("Shows the first rows of the last file and which column is read"));
    m_suspicious = new QCheckBox(tr("Include s&uspicious UIDs"), this);
    row->addWidget(m_row);
    row->addWidget(m_showPreview);
    row->addStretch();
    row->addWidget(m_suspicious);
    connect(m_row, &ReadingRow::sheetChosen, this,
            [this](const QString &sheet) { m_session->chooseSheet(sheet); });
    connect(m_row, &ReadingRow::layoutChanged, this,
            [this] { m_session->chooseLayout(m_row->layout()); });
    connect(m_showPreview, &QPushButton::toggled, this, &ImportPanel::showState);
    connect(m_suspicious, &QCheckBox::toggled, this,
            [this](bool isWith) { m_session->setWithSuspicious(isWith); });
    return row;
}

void ImportPanel::setCompletes(std::optional<qint64> completes, const models::Prices &prices,
                               const QString &currency)
{
    m_completes = completes;
    m_prices = prices;
    m_currency = currency;
    showCards();
}

QString ImportPanel::sourceText() const
{
    if (m_session->sourceCount() > 1)
        return tr("%Ln source(s)", "", int(m_session->sourceCount()));
    const models::UidFile &file = m_session->file();
    const QString column = file.preview.rows.value(0).value(m_session->layout().column).trimmed();
    const QString name = models::plain(file.source.name);
    return m_session->layout().hasHeader && !column.isEmpty()
        ? tr("%1, column “%2”").arg(name, models::plain(column))
        : name;
}

void ImportPanel::showSource()
{
    m_row->show(m_session->file(), m_session->layout(), m_session->isRejects());
    m_preview->show(m_session->file().preview, m_session->layout().column);
    showState();
}

void ImportPanel::showCards()
{
    m_cards->showReport(m_session->import().report, sourceText(), m_session->isWithSuspicious());
    m_cards->showSubmission(m_session->chosen()->size(), m_completes, m_prices, m_currency);
}

void ImportPanel::showState()
{
    const bool isImported = m_session->import().rows->size() > 0;
    const bool hasSource = m_session->sourceCount() > 0;
    for (QPushButton *const each : {m_open, m_paste, m_startOver})
        each->setEnabled(!isBusy());
    m_rejects->setEnabled(!isBusy() && isImported);
    m_startOver->setVisible(hasSource);
    m_progress->setVisible(isBusy());
    m_cancel->setVisible(isBusy());
    m_row->setVisible(hasSource);
    m_row->setEnabled(!isBusy());
    m_showPreview->setVisible(hasSource);
    m_suspicious->setVisible(m_session->import().report.suspicious > 0);
    m_cards->setVisible(isImported);
    if (m_showPreview->isChecked() && hasSource)
        m_stack->setCurrentWidget(m_preview);
    else
        m_stack->setCurrentWidget(isImported ? static_cast<QWidget *>(m_list) : m_empty);
    if (isBusy())
        m_empty->show(tr("Reading…"), {});
    else
        m_empty->show(
            tr("No UIDs yet"),
            tr("Import a text, CSV or Excel file with the UIDs of the respondents to pay for, "
               "paste them, or drop a file here."),
            tr("Import a file…"));
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
        Q_EMIT failed(tr("Only files of this computer can be imported."));
}

} // namespace ui

#include "moc_importpanel.cpp"
