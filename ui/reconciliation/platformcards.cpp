#include "ui/reconciliation/platformcards.h"

#include "models/support/figures.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString percentText(std::optional<double> share)
{
    return share ? PlatformCards::tr("%1 %").arg(QLocale().toString(*share * 100, 'f', 1)) : u"–"_s;
}

} // namespace

PlatformCards::PlatformCards(QWidget *parent)
    : QWidget(parent)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Complete there"), tr("Accepted here"), tr("Only there"),
                                   tr("Only here"), tr("Real IR"), tr("LOI"), tr("Drop-out")}) {
        m_cards.append(new FigureCard(caption, this));
        row->addWidget(m_cards.last(), 1);
    }
    m_cards[4]->setToolTip(tr("Completes / (completes + screened out)"));
    m_cards[5]->setToolTip(tr("Median of the completes, in minutes"));
    m_cards[6]->setToolTip(tr("Dropped out / all respondents of the export"));
}

void PlatformCards::showUnknown(const QString &why)
{
    for (FigureCard *const card : m_cards)
        card->setFigure(u"–"_s);
    m_cards.first()->setFigure(u"–"_s, why);
}

void PlatformCards::show(const models::PlatformFigures &figures, std::optional<qint64> completes,
                         bool isAccepted)
{
    using models::countText;
    using models::Outcome;
    QString counted = tr("the service’s count is unknown");
    if (completes)
        counted = figures.completes() == *completes
            ? tr("the service counts as many")
            : tr("the service counts %1").arg(countText(*completes));
    m_cards[0]->setFigure(countText(figures.completes()), counted);
    if (isAccepted) {
        m_cards[1]->setFigure(countText(figures.accepted),
                              tr("%1 of them complete there").arg(countText(figures.both)));
        m_cards[2]->setFigure(countText(figures.onlyThere), tr("not accepted here"));
        m_cards[3]->setFigure(countText(figures.onlyHere), tr("no complete there"));
    } else {
        for (const int card : {1, 2, 3})
            m_cards[card]->setFigure(u"–"_s, tr("known once Completed"));
    }
    const qint64 screened = figures.outcomes[size_t(Outcome::ScreenedOut)];
    m_cards[4]->setFigure(percentText(figures.incidence),
                          tr("%1 screened out").arg(countText(screened)));
    m_cards[5]->setFigure(figures.medianLoi
                              ? tr("%1 min").arg(QLocale().toString(*figures.medianLoi, 'f', 1))
                              : u"–"_s,
                          tr("median of completes"));
    m_cards[6]->setFigure(
        percentText(figures.dropShare),
        tr("%1 dropped out").arg(countText(figures.outcomes[size_t(Outcome::Dropped)])));
}

} // namespace ui

#include "moc_platformcards.cpp"
