#include "ui/survey/overview/overviewfigures.h"

#include "models/support/figures.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/fieldfigures.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void setFormula(FigureCard *card, const QString &formula)
{
    card->setToolTip(formula);
    card->setAccessibleDescription(formula);
}

QString percent(double share)
{
    return OverviewFigures::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

} // namespace

OverviewFigures::OverviewFigures(QWidget *parent)
    : QWidget(parent)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    m_completes = add(tr("Completes"),
                      tr("Finished, valid interviews of those needed. Goal line: needed × elapsed ÷"
                         " field time, what an even field would have by now."));
    m_pace = add(tr("Pace"), {});
    m_conversion = add(tr("Conversion"),
                       tr("completes ÷ entrants. It isn’t the incidence rate: the server tells no"
                          " terminates. EPC = CPI × completes ÷ entrants."));
    m_spend =
        add(tr("Spend"),
            tr("The sum over all completes of the CPI then in force. Budget: spend + remaining"
               " completes × CPI."));
    m_exposure = add(tr("Exposure"),
                     tr("At most entrants − completes interviews may still be running. Expected"
                        " overage = completes + running × conversion − needed, never below 0."));
}

FigureCard *OverviewFigures::add(const QString &caption, const QString &formula)
{
    auto *const card = new FigureCard(caption, this);
    setFormula(card, formula);
    layout()->addWidget(card);
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(card, 1);
    return card;
}

void OverviewFigures::show(const api::Survey &survey, const models::AttentionWatch &watch,
                           api::Money spent, qsizetype periods)
{
    using models::countText;
    using models::moneyText;
    const int complete = survey.progress.complete;
    const int remaining = std::max(0, survey.completeNeeded - complete);
    m_completes->setFigure(
        tr("%1 / %2").arg(countText(complete), countText(survey.completeNeeded)),
        tr("%1 remaining · goal line %2")
            .arg(countText(remaining), countText(models::goalLine(survey, watch.now()))));
    showPace(survey, watch);
    showConversion(survey);
    const QString budget = moneyText(models::budgetAt(survey.cpi, spent, survey));
    m_spend->setFigure(
        moneyText(spent),
        periods > 1
            ? tr("at %n CPI(s) · budget %1", nullptr, int(periods)).arg(budget)
            : tr("%1 × %2 · budget %3").arg(countText(complete), moneyText(survey.cpi), budget));
    const models::Exposure exposure = models::exposure(survey);
    m_exposure->setFigure(tr("up to %1").arg(countText(exposure.overage)),
                          tr("more than needed, %1 · at most %2 running")
                              .arg(moneyText(exposure.money), countText(exposure.running)));
}

void OverviewFigures::showPace(const api::Survey &survey, const models::AttentionWatch &watch)
{
    const QLocale locale;
    const QDateTime now = watch.now();
    const models::Pace pace = watch.assess(survey, now).pace;
    const QString word = models::paceText(pace);
    const std::optional<double> index = models::paceIndex(survey, now);
    m_pace->setState(word.isEmpty() ? u"–"_s : word, paceRole(int(pace)),
                     index ? tr("%1 × of elapsed field time").arg(locale.toString(*index, 'f', 2))
                           : tr("field time hasn’t begun or isn’t known"));
    setFormula(m_pace,
               tr("(completes ÷ needed) ÷ (elapsed ÷ field time). Below %1 behind, above %2 ahead.")
                   .arg(locale.toString(watch.thresholds().behindBelow),
                        locale.toString(watch.thresholds().aheadAbove)));
}

void OverviewFigures::showConversion(const api::Survey &survey)
{
    const auto share = models::conversion(survey.progress);
    const QString ir = QLocale().toString(survey.ir);
    if (!share) {
        m_conversion->setFigure(u"–"_s, tr("no entrants yet · IR bought %1 %").arg(ir));
        return;
    }
    m_conversion->setFigure(
        percent(*share),
        tr("completes ÷ entrants (%1) · IR bought %2 % · EPC %3")
            .arg(models::countText(survey.progress.surveyEntrant), ir,
                 models::moneyText(models::epc(survey).value_or(api::Money {}))));
}

} // namespace ui

#include "moc_overviewfigures.cpp"
