#include "ui/reconciliation/comparepanel.h"

#include "models/files/work.h"
#include "models/support/figures.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/finished.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::Comparison;

namespace ui {

namespace {

Role verdictRole(int kind)
{
    switch (kind) {
    case Comparison::Accepted:
        return Role::Good;
    case Comparison::NotAccepted:
        return Role::Error;
    default:
        return Role::Warning;
    }
}

} // namespace

ComparePanel::ComparePanel(Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    auto *const cards = new QHBoxLayout;
    cards->setSpacing(space::card);
    const QStringList names {tr("Accepted"), tr("Submitted but not accepted"),
                             tr("Accepted but never submitted")};
    for (const QString &name : names) {
        m_cards.append(new FigureCard(name, page));
        cards->addWidget(m_cards.last(), 1);
    }
    m_list = new UidListView({.name = tr("Compared UIDs"),
                              .fileName = u"reconciliation"_s,
                              .roleOf = verdictRole,
                              .hasLines = false,
                              .hasSources = false,
                              .sheet = models::comparisonSheet,
                              .paidKinds = Comparison::paid},
                             prompt, banner, page);
    m_list->setGroups({{names[0], Comparison::paid, Role::Good},
                       {names[1], 1U << Comparison::NotAccepted, Role::Error},
                       {names[2], 1U << Comparison::NeverSubmitted, Role::Warning}});
    rows->addLayout(cards);
    rows->addWidget(m_list, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    clear();
}

void ComparePanel::setFileName(const QString &name)
{
    m_list->setFileName(name);
}

void ComparePanel::clear()
{
    m_accepted.reset();
    m_submitted.clear();
    m_result.reset();
    m_list->setRows(nullptr);
    m_empty->show(tr("Nothing to compare yet"),
                  tr("Once the reconciliation is Completed, this page lists the UIDs that were "
                     "submitted and those that were accepted."));
    m_stack->setCurrentWidget(m_empty);
}

void ComparePanel::show(const QList<models::SharedUids> &submitted, models::SharedUids accepted,
                        const models::Prices &prices, const QString &currency)
{
    const bool isOther = m_prices != prices || m_currency != currency;
    m_prices = prices;
    m_currency = currency;
    m_list->setPrices(prices, currency);
    if (isOther && m_result)
        showResult(m_result);
    if (submitted == m_submitted && accepted == m_accepted)
        return;
    m_submitted = submitted;
    m_accepted = accepted;
    m_result.reset();
    const auto work = [submitted, accepted] {
        return models::compare(models::joined(submitted), accepted);
    };
    whenFinished(models::inWorker(work), this,
                 [this, submitted, accepted](const std::shared_ptr<const Comparison> &result) {
                     if (accepted == m_accepted && submitted == m_submitted)
                         showResult(result);
                 });
}

void ComparePanel::showResult(const std::shared_ptr<const Comparison> &result)
{
    const auto put = [this](int card, qint64 count, const QString &note) {
        m_cards[card]->setFigure(models::countText(count),
                                 note.arg(models::costText(m_prices.costOf(count), m_currency)));
    };
    const qint64 unsubmitted = result->count(Comparison::NeverSubmitted);
    put(0, result->countOf(Comparison::paid),
        unsubmitted == 0 ? tr("%1 to pay")
                         : tr("%1 to pay, also for %Ln never submitted", "", int(unsubmitted)));
    put(1, result->count(Comparison::NotAccepted), tr("%1 not paid"));
    put(2, unsubmitted, tr("Still billed: %1"));
    if (std::exchange(m_result, result) != result)
        m_list->setRows(result);
    m_stack->setCurrentIndex(0);
}

} // namespace ui

#include "moc_comparepanel.cpp"
