#include "ui/reconciliation/importcards.h"

#include "models/reconciliation/settlement.h"
#include "models/support/figures.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>

namespace ui {

namespace {

enum Card { Imported, Good, Duplicate, Suspicious, Damaged, Rejected, Submission };

} // namespace

ImportCards::ImportCards(QWidget *parent)
    : QWidget(parent)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Imported"), tr("Good"), tr("Duplicate"), tr("Suspicious"),
                                   tr("Damaged"), tr("Rejected"), tr("To be submitted")}) {
        m_cards.append(new FigureCard(caption, this));
        row->addWidget(m_cards.last(), 1);
    }
}

void ImportCards::showReport(const models::UidReport &report, const QString &source,
                             bool withSuspicious)
{
    const auto put = [this](Card card, qint64 count, const QString &note) {
        m_cards[card]->setFigure(models::countText(count), count > 0 ? note : QString());
    };
    put(Imported, report.lines, source);
    put(Good, report.good,
        report.cleaned > 0 ? tr("%Ln of them cleaned", "", int(report.cleaned)) : tr("included"));
    put(Duplicate, report.duplicate, tr("first line kept"));
    put(Suspicious, report.suspicious, withSuspicious ? tr("included") : tr("left out"));
    put(Damaged, report.damaged, tr("left out"));
    put(Rejected, report.rejected, tr("left out"));
    if (report.blank > 0)
        m_cards[Duplicate]->setFigure(models::countText(report.duplicate),
                                      tr("%Ln blank line(s) besides", "", int(report.blank)));
    if (report.strangers > 0)
        m_cards[Rejected]->setFigure(models::countText(report.rejected),
                                     tr("%Ln more not in the list", "", int(report.strangers)));
    m_cards[Rejected]->setVisible(report.rejected + report.strangers > 0);
}

void ImportCards::showSubmission(qint64 submitted, std::optional<qint64> completes,
                                 const models::Prices &prices, const QString &currency)
{
    const models::Settlement all = models::settle(submitted, completes, prices);
    QString note = tr("as many as completes");
    if (!all.knowsCompletes)
        note = tr("the count of completes can’t be read");
    else if (all.surplus > 0)
        note = tr("%Ln more than completes", "", int(all.surplus));
    else if (all.leftOut > 0)
        note = tr("%Ln complete(s) left out: %1 %, %2", "", int(all.leftOut))
                   .arg(QLocale().toString(all.leftOutShare * 100, 'f', 1),
                        models::costText(all.notPaid, currency));
    m_cards[Submission]->setFigure(models::countText(submitted), note);
}

} // namespace ui

#include "moc_importcards.cpp"
