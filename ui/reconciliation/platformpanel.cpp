#include "ui/reconciliation/platformpanel.h"

#include "models/support/plain.h"
#include "ui/reconciliation/outcomestable.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QCheckBox>
#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::PlatformCheck;

namespace ui {

namespace {

Role matchRole(int kind)
{
    switch (kind) {
    case PlatformCheck::Both:
        return Role::Good;
    case PlatformCheck::OnlyThere:
        return Role::Error;
    case PlatformCheck::OnlyHere:
        return Role::Warning;
    default:
        return Role::Neutral;
    }
}

} // namespace

PlatformPanel::PlatformPanel(Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_prompt(prompt)
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addLayout(actions());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(results(prompt, banner));
    m_empty = new EmptyState(this);
    m_empty->show(tr("No export of the survey platform yet"),
                  tr("Import what your survey platform exports, with UID and status and, if it "
                     "has them, the length of interview and an option. It is compared with what "
                     "the service accepted and counts."),
                  tr("Import an export…"));
    m_stack->addWidget(m_empty);
    rows->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::stepped, this, &PlatformPanel::ask);
    showState();
}

PlatformPanel::~PlatformPanel()
{
    if (m_work)
        m_work->cancel();
}

QComboBox *PlatformPanel::columnBox(const QString &name)
{
    constexpr int widest = 220;
    auto *const box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setMaximumWidth(widest);
    connect(box, &QComboBox::activated, this, &PlatformPanel::columnsChosen);
    return box;
}

QBoxLayout *PlatformPanel::actions()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_open = new QPushButton(tr("Import &platform export…"), this);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Import progress"));
    m_cancel = new QPushButton(tr("Cancel import"), this);
    m_uid = columnBox(tr("Column with the UIDs"));
    m_status = columnBox(tr("Column with the status"));
    m_loi = columnBox(tr("Column with the length of interview"));
    m_option = columnBox(tr("Column with an option to count"));
    m_seconds = new QCheckBox(tr("LOI in seco&nds"), this);
    connect(m_seconds, &QCheckBox::clicked, this, &PlatformPanel::columnsChosen);
    for (QWidget *const each :
         QList<QWidget *> {m_open, m_uid, m_status, m_loi, m_seconds, m_option})
        row->addWidget(each);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_open, &QPushButton::clicked, this, &PlatformPanel::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_work->cancel(); });
    return row;
}

QBoxLayout *PlatformPanel::cards()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Complete there"), tr("Accepted here"), tr("Only there"),
                                   tr("Only here"), tr("Real IR"), tr("LOI"), tr("Drop-out")}) {
        m_cards.append(new FigureCard(caption, this));
        row->addWidget(m_cards.last(), 1);
    }
    m_cards[4]->setToolTip(tr("Completes / (completes + screened out)"));
    m_cards[5]->setToolTip(tr("Median of the completes, in minutes"));
    m_cards[6]->setToolTip(tr("Dropped out / all respondents of the export"));
    return row;
}

QWidget *PlatformPanel::results(Prompt &prompt, Banner &banner)
{
    constexpr int sideWidth = 350;
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addLayout(cards());
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(space::card);
    auto *const side = new QVBoxLayout;
    side->setSpacing(space::control);
    m_outcomes = new OutcomesTable(page);
    m_outcomes->setFixedWidth(sideWidth);
    m_options = plainLabel(page, LabelLook::Muted);
    m_options->setFixedWidth(sideWidth);
    m_options->setWordWrap(true);
    side->addWidget(m_outcomes, 1);
    side->addWidget(m_options);
    m_list = new UidListView({.name = tr("Respondents of both sources"),
                              .fileName = u"platform-check"_s,
                              .roleOf = matchRole,
                              .hasSources = false,
                              .plainKinds = 0},
                             prompt, banner, page);
    m_list->setGroups({{tr("Both"), 1U << PlatformCheck::Both, Role::Good},
                       {tr("Only there"), 1U << PlatformCheck::OnlyThere, Role::Error},
                       {tr("Only here"), 1U << PlatformCheck::OnlyHere, Role::Warning},
                       {tr("No complete"), 1U << PlatformCheck::NoComplete, Role::Neutral}});
    columns->addLayout(side);
    columns->addWidget(m_list, 1);
    rows->addLayout(columns, 1);
    connect(m_outcomes, &OutcomesTable::changed, this, &PlatformPanel::check);
    return page;
}

void PlatformPanel::clear()
{
    if (m_work)
        m_work->cancel();
    m_export.reset();
    m_file = {};
    ++m_turn;
    m_list->setRows(nullptr);
    showState();
}

void PlatformPanel::setService(models::SharedUids accepted, qint64 completes)
{
    if (accepted == m_accepted && completes == m_completes)
        return;
    m_accepted = std::move(accepted);
    m_completes = completes;
    check();
}

void PlatformPanel::ask()
{
    m_prompt.openFile(this, tr("Import the platform's export"),
                      {tr("Exports (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)")}, this,
                      [this](const QStringList &paths) {
                          if (!paths.isEmpty())
                              open(paths.first());
                      });
}

void PlatformPanel::offerColumns()
{
    constexpr qsizetype longest = 32;
    const QStringList header = m_file.preview.rows.value(0);
    const auto fill = [&](QComboBox *box, const QString &none, int chosen) {
        box->clear();
        if (!none.isEmpty())
            box->addItem(none, -1);
        for (int i = 0; i < m_file.preview.columnCount(); ++i)
            box->addItem(tr("%1: %2").arg(i + 1).arg(models::plain(header.value(i)).left(longest)),
                         i);
        box->setCurrentIndex(box->findData(chosen));
    };
    fill(m_uid, {}, m_layout.uid);
    fill(m_status, tr("No status"), m_layout.status);
    fill(m_loi, tr("No LOI"), m_layout.loi);
    fill(m_option, tr("No option"), m_layout.option);
    m_seconds->setChecked(m_layout.isInSeconds);
}

void PlatformPanel::columnsChosen()
{
    m_layout.uid = m_uid->currentData().toInt();
    m_layout.status = m_status->currentData().toInt();
    m_layout.loi = m_loi->currentData().toInt();
    m_layout.option = m_option->currentData().toInt();
    m_layout.isInSeconds = m_seconds->isChecked();
    read();
}

void PlatformPanel::showState()
{
    const bool isBusy = m_work != nullptr;
    const bool hasFile = m_file.source.text != nullptr;
    m_open->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    for (QWidget *const each : QList<QWidget *> {m_uid, m_status, m_loi, m_option, m_seconds}) {
        each->setVisible(hasFile && !isBusy);
    }
    m_seconds->setVisible(hasFile && !isBusy && m_layout.loi >= 0);
    m_stack->setCurrentIndex(m_export ? 0 : 1);
}

} // namespace ui

#include "moc_platformpanel.cpp"
