#include "ui/reconciliation/importpanel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/reconciliation/findingtable.h"
#include "ui/reconciliation/finished.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ImportPanel::ImportPanel(Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
{
    setAcceptDrops(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::card);
    column->addLayout(actions());
    column->addWidget(cards());
    column->addLayout(choices());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(findingTable(m_findings, this));
    m_state = new EmptyState(this);
    m_stack->addWidget(m_state);
    column->addWidget(m_stack, 1);
    setBusy(false);
}

ImportPanel::~ImportPanel()
{
    if (m_work)
        m_work->cancel();
}

QHBoxLayout *ImportPanel::actions()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_open = new QPushButton(tr("&Import UIDs…"), this);
    m_paste = new QPushButton(tr("&Paste"), this);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Import progress"));
    m_cancel = new QPushButton(tr("Cancel import"), this);
    row->addWidget(m_open);
    row->addWidget(m_paste);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_prompt.openFile(this, tr("Import UIDs"), {tr("UID lists (*.txt *.csv *.tsv)")}, this,
                          [this](const QStringList &paths) {
                              if (!paths.isEmpty())
                                  importFile(paths.first());
                          });
    });
    connect(m_paste, &QPushButton::clicked, this,
            [this] { importText(QGuiApplication::clipboard()->text()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_work->cancel(); });
    return row;
}

QWidget *ImportPanel::cards()
{
    m_figures = new QWidget(this);
    auto *const row = new QHBoxLayout(m_figures);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Imported"), tr("Good"), tr("Blank"), tr("Duplicate"),
                                   tr("Suspicious"), tr("Damaged")}) {
        m_cards.append(new FigureCard(caption, this));
        row->addWidget(m_cards.last(), 1);
    }
    return m_figures;
}

QHBoxLayout *ImportPanel::choices()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_column = new QComboBox(this);
    m_column->setAccessibleName(tr("Column with the UIDs"));
    m_header = new QCheckBox(tr("First line is a &header"), this);
    m_suspicious = new QCheckBox(tr("Submit s&uspicious ones too"), this);
    m_suspicious->setChecked(true);
    row->addWidget(m_column);
    row->addWidget(m_header);
    row->addStretch();
    row->addWidget(m_suspicious);
    connect(m_column, &QComboBox::activated, this, [this](int at) {
        m_layout.column = at;
        read();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool isHeader) {
        m_layout.hasHeader = isHeader;
        read();
    });
    connect(m_suspicious, &QCheckBox::toggled, this, &ImportPanel::choose);
    return row;
}

void ImportPanel::importFile(const QString &path)
{
    if (isBusy())
        return;
    m_work = std::make_shared<models::Work>();
    setBusy(true);
    const QString name = QFileInfo(path).fileName();
    whenFinished(models::inWorker([path] { return models::TextSource::open(path); }), this,
                 [this, name](const tl::expected<models::TextSource::Pointer, QString> &opened) {
                     m_work.reset();
                     setBusy(false);
                     if (opened)
                         start({name, *opened});
                     else
                         Q_EMIT failed(opened.error());
                 });
}

void ImportPanel::importText(const QString &text)
{
    if (text.trimmed().isEmpty())
        Q_EMIT failed(tr("The clipboard holds no text."));
    else if (!isBusy())
        start({tr("Clipboard"), models::TextSource::fromText(text)});
}

void ImportPanel::start(const models::UidSource &source)
{
    m_source = source;
    const models::UidPreview preview = models::previewUids(source);
    m_layout = preview.layout;
    offerColumns(preview);
    read();
}

void ImportPanel::offerColumns(const models::UidPreview &preview)
{
    m_column->clear();
    qsizetype columns = 0;
    for (const QStringList &row : preview.rows)
        columns = std::max(columns, row.size());
    for (int i = 0; i < int(columns); ++i) {
        const QString first = models::plain(preview.rows.first().value(i));
        m_column->addItem(tr("Column %1: %2").arg(i + 1).arg(first.left(40)));
    }
    m_column->setCurrentIndex(m_layout.column);
    m_header->setChecked(m_layout.hasHeader);
}

void ImportPanel::read()
{
    if (isBusy() || !m_source.text)
        return;
    m_work = std::make_shared<models::Work>();
    setBusy(true);
    auto *const clock = new QTimer(m_progress);
    connect(clock, &QTimer::timeout, this, [this, clock] {
        if (m_work)
            m_progress->setValue(m_work->permille());
        else
            clock->deleteLater();
    });
    clock->start(100);
    const auto import = [source = m_source, layout = m_layout, work = m_work] {
        return models::importUids(source, layout, *work);
    };
    whenFinished(models::inWorker(import), this,
                 [this](models::UidImport result) { show(std::move(result)); });
}

void ImportPanel::show(models::UidImport result)
{
    m_work.reset();
    if (!result.isCancelled)
        m_import = std::move(result);
    setBusy(false);
    const models::UidReport &report = m_import.report;
    m_cards[0]->setFigure(models::countText(report.lines), models::plain(m_source.name));
    m_cards[1]->setFigure(models::countText(report.good), tr("to be submitted"));
    m_cards[2]->setFigure(models::countText(report.blank), tr("left out"));
    m_cards[3]->setFigure(models::countText(report.duplicate), tr("first line kept"));
    m_cards[4]->setFigure(models::countText(report.suspicious), tr("your choice"));
    m_cards[5]->setFigure(models::countText(report.damaged), tr("left out"));
    m_findings.setRows(report.findings);
    showFindings();
    choose();
    if (report.isQuoteOpen)
        Q_EMIT failed(tr("A quote in the file is never closed: its last lines were read as one."));
}

void ImportPanel::choose()
{
    m_chosen = std::make_shared<const api::UidList>(m_import.chosen(m_suspicious->isChecked()));
    Q_EMIT changed();
}

models::SharedUids ImportPanel::chosen() const
{
    return m_chosen;
}

void ImportPanel::setBusy(bool isBusy)
{
    m_open->setEnabled(!isBusy);
    m_paste->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    m_column->setVisible(m_column->count() > 1);
    m_column->setEnabled(!isBusy);
    m_header->setVisible(m_source.text != nullptr);
    m_header->setEnabled(!isBusy);
    m_suspicious->setVisible(m_import.report.suspicious > 0);
    showFindings();
    Q_EMIT changed();
}

void ImportPanel::showFindings()
{
    const bool isImported = m_import.report.lines > 0;
    m_figures->setVisible(isImported);
    m_stack->setCurrentIndex(m_findings.rowCount() > 0 ? 0 : 1);
    if (isBusy())
        m_state->show(tr("Reading…"), {});
    else if (isImported)
        m_state->show(tr("Nothing to object to"), tr("Each line holds a UID of its own."));
    else
        m_state->show(tr("No UIDs yet"),
                      tr("Import a text or CSV file with the UIDs of the respondents to pay for, "
                         "paste them, or drop a file here."));
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
    if (urls.isEmpty())
        importText(event->mimeData()->text());
    else if (urls.size() == 1 && urls.first().isLocalFile())
        importFile(urls.first().toLocalFile());
    else
        Q_EMIT failed(tr("Drop one file of this computer."));
}

} // namespace ui

#include "moc_importpanel.cpp"
