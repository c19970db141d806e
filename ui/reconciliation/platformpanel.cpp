#include "ui/reconciliation/platformpanel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/reconciliation/outcomestable.h"
#include "ui/reconciliation/platformcards.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/finished.h"
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
    clear();
}

PlatformPanel::~PlatformPanel() = default;

/// Results of the session before have nowhere to land from now on.
void PlatformPanel::clear()
{
    using models::PlatformSession;
    m_session = std::make_unique<PlatformSession>();
    ++m_turn;
    m_check.reset();
    m_list->setRows(nullptr);
    connect(m_session.get(), &PlatformSession::started, this, [this] {
        followWork(m_session->work(), m_progress);
        showState();
    });
    connect(m_session.get(), &PlatformSession::opened, this, [this] {
        offerColumns();
        showState();
    });
    connect(m_session.get(), &PlatformSession::changed, this, [this] {
        if (m_session->exported())
            m_outcomes->show(*m_session->exported());
        check();
    });
    connect(m_session.get(), &PlatformSession::ended, this, &PlatformPanel::showState);
    connect(m_session.get(), &PlatformSession::failed, this, &PlatformPanel::failed);
    showState();
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
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_session->cancel(); });
    return row;
}

QWidget *PlatformPanel::results(Prompt &prompt, Banner &banner)
{
    constexpr int sideWidth = 350;
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    m_cards = new PlatformCards(page);
    rows->addWidget(m_cards);
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
                       {tr("Complete there"), 1U << PlatformCheck::NotCompared, Role::Neutral},
                       {tr("Not complete"), 1U << PlatformCheck::NoComplete, Role::Neutral}});
    columns->addLayout(side);
    columns->addWidget(m_list, 1);
    rows->addLayout(columns, 1);
    connect(m_outcomes, &OutcomesTable::changed, this, &PlatformPanel::check);
    return page;
}

void PlatformPanel::setService(models::SharedUids accepted, std::optional<qint64> completes)
{
    if (accepted == m_accepted && completes == m_completes)
        return;
    m_accepted = std::move(accepted);
    m_completes = completes;
    check();
}

void PlatformPanel::ask()
{
    m_prompt.openFile(this, tr("Import the platform’s export"),
                      {tr("Exports (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)")},
                      m_session.get(), [this](const QStringList &paths) {
                          if (!paths.isEmpty())
                              m_session->open(paths.first());
                      });
}

void PlatformPanel::offerColumns()
{
    constexpr qsizetype longest = 32;
    const models::UidPreview &preview = m_session->preview();
    const models::PlatformLayout &layout = m_session->layout();
    const QStringList header = preview.rows.value(0);
    const auto fill = [&](QComboBox *box, const QString &none, int chosen) {
        box->clear();
        if (!none.isEmpty())
            box->addItem(none, -1);
        for (int i = 0; i < preview.columnCount(); ++i)
            box->addItem(tr("%1: %2").arg(i + 1).arg(models::plain(header.value(i)).left(longest)),
                         i);
        box->setCurrentIndex(box->findData(chosen));
    };
    fill(m_uid, {}, layout.uid);
    fill(m_status, tr("No status"), layout.status);
    fill(m_loi, tr("No LOI"), layout.loi);
    fill(m_option, tr("No option"), layout.option);
    m_seconds->setChecked(layout.isInSeconds);
}

void PlatformPanel::columnsChosen()
{
    models::PlatformLayout layout = m_session->layout();
    layout.uid = m_uid->currentData().toInt();
    layout.status = m_status->currentData().toInt();
    layout.loi = m_loi->currentData().toInt();
    layout.option = m_option->currentData().toInt();
    layout.isInSeconds = m_seconds->isChecked();
    m_session->chooseLayout(layout);
}

/// Nothing is compared while it isn't known which statuses are completes.
void PlatformPanel::check()
{
    const quint64 turn = ++m_turn;
    m_check.reset();
    const auto &exported = m_session->exported();
    const auto meanings = m_outcomes->meanings();
    if (!exported || !meanings) {
        m_list->setRows(nullptr);
        m_cards->showUnknown(tr("waits for “Counts as”"));
        return showOptions();
    }
    const auto work = [exported, meanings = *meanings, accepted = m_accepted] {
        return std::make_shared<const PlatformCheck>(exported, meanings, accepted);
    };
    whenFinished(models::inWorker(work), m_session.get(),
                 [this, turn](const std::shared_ptr<const PlatformCheck> &result) {
                     if (turn != m_turn)
                         return;
                     m_check = result;
                     m_list->setRows(result);
                     m_cards->show(result->figures(), m_completes, m_accepted != nullptr);
                     showOptions();
                 });
}

void PlatformPanel::showOptions()
{
    constexpr qsizetype most = 12;
    QStringList lines;
    if (m_session->exported() && !m_outcomes->meanings())
        lines.append(m_outcomes->question());
    const auto options =
        m_check ? m_check->figures().options : QList<models::PlatformFigures::Option>();
    for (const models::PlatformFigures::Option &option :
         options.first(std::min(most, options.size())))
        lines.append(
            m_accepted ? tr("%1: %2 complete, %3 accepted")
                             .arg(models::plain(option.word), models::countText(option.completes),
                                  models::countText(option.accepted))
                       : tr("%1: %2 complete")
                             .arg(models::plain(option.word), models::countText(option.completes)));
    m_options->setText(lines.join(u'\n'));
    m_options->setVisible(!lines.isEmpty());
}

void PlatformPanel::showState()
{
    const bool isBusy = m_session->isBusy();
    const bool hasFile = m_session->hasFile() && !isBusy;
    m_open->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    for (QWidget *const each : QList<QWidget *> {m_uid, m_status, m_loi, m_option})
        each->setVisible(hasFile);
    m_seconds->setVisible(hasFile && m_session->layout().loi >= 0);
    m_stack->setCurrentIndex(m_session->exported() ? 0 : 1);
}

} // namespace ui

#include "moc_platformpanel.cpp"
