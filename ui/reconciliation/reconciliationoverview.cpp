#include "ui/reconciliation/reconciliationoverview.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/support/figures.h"
#include "models/support/roles.h"
#include "models/surveys/surveypast.h"
#include "models/surveys/surveystore.h"
#include "ui/connections/currenciesdialog.h"
#include "ui/reconciliation/deadlinesdialog.h"
#include "ui/reconciliation/submissionrole.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::OverviewModel;

namespace ui {

namespace {

/// A deadline that needs nobody is plain text.
class DeadlineDelegate : public ChipDelegate
{
public:
    explicit DeadlineDelegate(QObject *parent)
        : ChipDelegate(
            [](int urgency) {
                return urgency == OverviewModel::Passed ? Role::Error : Role::Warning;
            },
            parent)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (index.data(models::StatusRole).toInt() == OverviewModel::Calm)
            QStyledItemDelegate::paint(painter, option, index);
        else
            ChipDelegate::paint(painter, option, index);
    }
};

} // namespace

ReconciliationOverview::ReconciliationOverview(models::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterKeyColumn(-1);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_stack = new QStackedWidget(this);
    makeTable();
    m_empty = new EmptyState(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_stack, 1);
    rows->addLayout(foot());
    setFocusProxy(m_table);
    listen();
    fill();
}

ReconciliationOverview::~ReconciliationOverview()
{
    m_filter.disconnect(this); // it goes before the widgets that it fills
}

void ReconciliationOverview::makeTable()
{
    m_table = new QTableView(this);
    setTableLook(m_table);
    m_table->setModel(&m_filter);
    m_table->setAccessibleName(tr("All reconciliations"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setItemDelegateForColumn(OverviewModel::State,
                                      new ChipDelegate(submissionRole, m_table));
    m_table->setItemDelegateForColumn(OverviewModel::Deadline, new DeadlineDelegate(m_table));
    const QList<int> widths {220, 90, 120, 190, 104, 104, 95, 125, 125};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[column]);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT opened({index.data(models::IdRole).toString()});
    });
}

QBoxLayout *ReconciliationOverview::foot()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    m_count = plainLabel(this, LabelLook::Muted);
    auto *const deadlines = new QPushButton(tr("&Deadlines…"), this);
    auto *const currencies = new QPushButton(tr("C&urrencies…"), this);
    currencies->setToolTip(tr("Names the currencies, which the service gives as numbers"));
    auto *const check = new QPushButton(tr("Chec&k all"), this);
    check->setToolTip(tr("Checks all open reconciliations"));
    m_stop = new QPushButton(tr("S&top checking"), this);
    row->addWidget(m_count, 1);
    row->addWidget(m_stop);
    row->addWidget(currencies);
    row->addWidget(deadlines);
    row->addWidget(check);
    connect(deadlines, &QPushButton::clicked, this,
            [this] { showDeadlines(m_session.plans(), this); });
    connect(currencies, &QPushButton::clicked, this, [this] { showCurrencies(m_session, this); });
    connect(check, &QPushButton::clicked, this, &ReconciliationOverview::refresh);
    connect(m_stop, &QPushButton::clicked, this,
            [this] { m_session.reconciliations().stopChecks(); });
    return row;
}

void ReconciliationOverview::listen()
{
    using namespace std::chrono_literals;
    m_due.setSingleShot(true);
    m_due.setInterval(100ms);
    connect(&m_due, &QTimer::timeout, this, &ReconciliationOverview::fill);
    const auto later = [this] {
        if (!m_due.isActive())
            m_due.start();
    };
    connect(&m_session.surveys(), &models::SurveyStore::changed, this, later);
    connect(&m_session.surveys(), &models::SurveyStore::surveyChanged, this, later);
    connect(&m_session.reconciliations(), &models::ReconciliationStore::changed, this, later);
    connect(&m_session.reconciliations(), &models::ReconciliationStore::summariesRead, this, later);
    connect(&m_session.reconciliations(), &models::ReconciliationStore::checksChanged, this, later);
    connect(&m_session.surveys(), &models::SurveyStore::busyChanged, this, later);
    connect(&m_session.plans(), &models::ReconciliationPlans::changed, this, later);
    connect(&m_session.past(), &models::SurveyPast::changed, this, later);
    connect(&m_session.currencies(), &models::Currencies::changed, this, later);
}

void ReconciliationOverview::fill()
{
    m_model.sync(models::overviewRows(m_session.surveys().surveys(), m_session.reconciliations(),
                                      m_session.plans(), m_session.past(), m_session.currencies()),
                 &models::OverviewRow::id);
    count();
    checkUnknown();
}

void ReconciliationOverview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    checkUnknown();
}

/// On the first visit, once it is known what there is to ask for.
void ReconciliationOverview::checkUnknown()
{
    if (m_hasAsked || !isVisible() || m_session.surveys().isBusy()
        || !m_session.reconciliations().isRead() || m_model.rows().isEmpty())
        return;
    m_hasAsked = true;
    QList<api::SurveyId> unknown;
    for (const models::OverviewRow &row : m_model.rows())
        if (row.isUnchecked())
            unknown.append(row.id);
    m_session.reconciliations().checkAll(unknown);
}

void ReconciliationOverview::search(const QString &text)
{
    m_filter.setFilterFixedString(text);
    count();
}

void ReconciliationOverview::count()
{
    qint64 toDo = 0;
    qint64 running = 0;
    qint64 unchecked = 0;
    qint64 unpriced = 0;
    QMap<QString, models::Cost> toPay; // amounts of two currencies make no sum
    for (const models::OverviewRow &row : m_model.rows()) {
        toDo += row.isToDo() ? 1 : 0;
        running += row.summary && !row.isToDo() && !row.isCompleted() ? 1 : 0;
        unchecked += row.isUnchecked() ? 1 : 0;
        if (!row.isCompleted())
            continue;
        if (const models::Cost cost = row.toPay(); cost.isKnown)
            toPay[row.currency] = toPay[row.currency] + cost;
        else
            ++unpriced;
    }
    QStringList figures {tr("%Ln survey(s)", "", int(m_model.rowCount()))};
    const bool areAllChecked = unchecked == 0; // before, none known of may still be some
    if (!areAllChecked)
        figures.append(tr("%Ln not checked", "", int(unchecked)));
    if (areAllChecked || toDo > 0)
        figures.append(tr("%Ln to submit", "", int(toDo)));
    if (areAllChecked || running > 0)
        figures.append(tr("%Ln in progress", "", int(running)));
    if (!toPay.isEmpty())
        figures.append(tr("%1 to pay").arg(models::costText(toPay)));
    else if (areAllChecked)
        figures.append(tr("%1 to pay").arg(models::costText(models::Cost {})));
    if (unpriced > 0)
        figures.append(tr("%Ln without a known price", "", int(unpriced)));
    const models::ReconciliationStore &store = m_session.reconciliations();
    if (store.checksLeft() > 0)
        figures.prepend(tr("Checking: %1 of %2 done")
                            .arg(models::countText(store.checksBegun() - store.checksLeft()),
                                 models::countText(store.checksBegun())));
    m_count->setText(figures.join(u" · "_s));
    m_stop->setVisible(store.checksLeft() > 0);
    showEmpty();
}

void ReconciliationOverview::showEmpty()
{
    const bool isSearched = m_model.rowCount() > 0;
    m_empty->show(isSearched ? tr("No matching survey") : tr("Nothing to reconcile yet"),
                  isSearched
                      ? tr("Search for another name or code.")
                      : tr("Surveys that are Completed or Closed are listed here, with what was "
                           "submitted and accepted of each."));
    m_stack->setCurrentIndex(m_filter.rowCount() > 0 ? 0 : 1);
    setFocusProxy(m_stack->currentWidget()); // Tab doesn’t leave what leads to a hidden widget
}

void ReconciliationOverview::refresh()
{
    QList<api::SurveyId> open;
    for (const models::OverviewRow &row : m_model.rows())
        if (!row.isCompleted())
            open.append(row.id);
    m_session.reconciliations().checkAll(open);
}

} // namespace ui

#include "moc_reconciliationoverview.cpp"
