#include "ui/reconciliation/evidencepanel.h"

#include "ui/reconciliation/submissionrole.h"
#include "ui/reconciliation/uidexporter.h"
#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::SubmissionModel;

namespace ui {

EvidencePanel::EvidencePanel(Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_stack(new QStackedWidget(this))
{
    auto *const empty = new EmptyState(this);
    empty->show(tr("Nothing submitted yet"),
                tr("Each list that is submitted is kept here with its time and the service’s "
                   "answer, and can be exported as evidence."));
    m_stack->addWidget(page());
    m_stack->addWidget(empty);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_stack);
    update();
}

EvidencePanel::~EvidencePanel()
{
    if (m_work)
        m_work->cancel();
    m_table->selectionModel()->disconnect(this);
}

QWidget *EvidencePanel::page()
{
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    m_table = new QTableView(page);
    setTableLook(m_table);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Submissions"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(SubmissionModel::State,
                                      new ChipDelegate(submissionRole, m_table));
    const QList<int> widths {180, 120, 90, 90, 200, 340};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[column]);
    rows->addWidget(m_table, 1);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(space::control);
    m_progress = new QProgressBar(page);
    m_progress->setAccessibleName(tr("Export progress"));
    m_cancel = new QPushButton(tr("Cancel export"), page);
    m_export = new QPushButton(icon(u"export"_s), tr("Export &bundle…"), page);
    m_export->setToolTip(tr("Lists, answer, time and checksums as one zip archive"));
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_cancel);
    foot->addStretch();
    foot->addWidget(m_export);
    rows->addLayout(foot);
    connect(m_export, &QPushButton::clicked, this, &EvidencePanel::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_work->cancel(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidencePanel::update);
    return page;
}

void EvidencePanel::show(const api::Survey &survey, const QList<models::SubmissionRecord> &records,
                         const models::Prices &prices, const QString &currency)
{
    m_survey = survey;
    m_prices = prices;
    m_currency = currency;
    QList<models::SubmissionRecord> newestFirst(records.crbegin(), records.crend());
    const auto newest = [this] { return m_model.rowCount() > 0 ? m_model.rows().first().id : -1; };
    const qint64 before = newest();
    m_model.sync(std::move(newestFirst), &models::SubmissionRecord::id);
    // What was submitted just now is what one exports next.
    if (!records.isEmpty() && (!m_table->selectionModel()->hasSelection() || newest() != before))
        m_table->selectRow(0);
    update();
}

void EvidencePanel::update()
{
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    m_progress->setVisible(m_work != nullptr);
    m_cancel->setVisible(m_work != nullptr);
    m_export->setEnabled(!m_work && m_table->selectionModel()->hasSelection());
}

void EvidencePanel::ask()
{
    const QString code = m_survey.code.isEmpty() ? m_survey.id.value : m_survey.code;
    QString name = code;
    for (QChar &letter : name)
        letter = letter.isLetterOrNumber() ? letter : u'-';
    m_prompt.saveFile(this, tr("Export the evidence"), name + u"-reconciliation.zip"_s,
                      {tr("Zip archive (*.zip)")}, this, [this](const QString &path) {
                          if (!path.isEmpty())
                              write(path);
                      });
}

models::Evidence EvidencePanel::chosen() const
{
    const models::SubmissionRecord record =
        m_model.row(m_table->selectionModel()->selectedRows().first());
    QList<models::SubmissionRecord> others = m_model.rows();
    others.removeOne(record);
    others.removeIf([](const models::SubmissionRecord &one) { return one.uids->isEmpty(); });
    std::ranges::reverse(others); // oldest first
    return {m_survey, record, m_prices, m_currency, others};
}

void EvidencePanel::write(const QString &path)
{
    if (m_work || !m_table->selectionModel()->hasSelection())
        return;
    m_work = std::make_shared<models::Work>();
    followWork(m_work, m_progress);
    update();
    const auto work = [evidence = chosen(), path, task = m_work] {
        return models::writeEvidence(evidence, path, *task);
    };
    whenFinished(models::inWorker(work), this, [this, path](const models::UidExport &result) {
        m_work.reset();
        update();
        if (result.isCancelled)
            m_banner.show(Tone::Information, tr("Cancelled: the file was not written."));
        else if (!result.isWritten)
            m_banner.show(Tone::Error, tr("The evidence could not be exported."), result.problem);
        else
            tellWritten(m_banner, path, this);
    });
}

} // namespace ui

#include "moc_evidencepanel.cpp"
