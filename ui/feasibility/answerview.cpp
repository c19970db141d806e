#include "ui/feasibility/answerview.h"

#include "models/feasibility/fit.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/figurecard.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
    , m_fit(new Banner(this))
    , m_figures(new QWidget(this))
{
    auto *const row = new QHBoxLayout(m_figures);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption :
         {tr("Minimum"), tr("Maximum"), tr("Recommended price"), tr("Cost")}) {
        m_cards.append(new FigureCard(caption, m_figures));
        row->addWidget(m_cards.last(), 1);
    }
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addWidget(m_fit);
    rows->addWidget(m_figures);
    clear();
}

void AnswerView::clear()
{
    m_fit->clear();
    m_figures->hide();
    hide();
}

void AnswerView::show(const models::FeasibilityPoint &point, bool isOfToday,
                      const QString &currency)
{
    setVisible(true);
    m_figures->setVisible(point.answer.has_value());
    if (!point.answer)
        return m_fit->show(Tone::Warning, tr("The service has no figure for this."),
                           models::plain(point.problem));
    const api::Feasibility &answer = *point.answer;
    m_cards[0]->setFigure(models::countText(answer.minimum), tr("completes"));
    m_cards[1]->setFigure(models::countText(answer.maximum), tr("completes"));
    m_cards[2]->setFigure(models::moneyText(answer.recommendedPrice, currency), tr("a complete"));
    m_cards[3]->setFigure(models::moneyText(answer.recommendedPrice * point.completes, currency),
                          u"%1 × %2"_s.arg(models::countText(point.completes),
                                           models::moneyText(answer.recommendedPrice)));
    if (isOfToday)
        return showFit(point);
    m_fit->show(Tone::Information, tr("These figures are for other terms than those set now."),
                tr("They were for %1 completes, IR %2 %, LOI %3 minutes.")
                    .arg(models::countText(point.completes), models::countText(point.ir),
                         models::countText(point.loi)));
}

void AnswerView::showFit(const models::FeasibilityPoint &point)
{
    const models::FitResult result = models::fitOf(*point.answer, point.completes);
    const QString wanted = models::countText(point.completes);
    switch (result.fit) {
    case models::Fit::Fits:
        return m_fit->show(Tone::Good, tr("%1 completes are feasible.").arg(wanted));
    case models::Fit::Perhaps:
        return m_fit->show(Tone::Warning, tr("%1 completes may be feasible.").arg(wanted),
                           tr("%1 more than are certain.").arg(models::countText(result.gap)));
    case models::Fit::TooFew:
        return m_fit->show(Tone::Error, tr("%1 completes aren’t feasible.").arg(wanted),
                           tr("%1 more than are feasible.").arg(models::countText(result.gap)));
    }
}

} // namespace ui

#include "moc_answerview.cpp"
