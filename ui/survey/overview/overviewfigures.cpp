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

using Figure = api::SurveyFigure;

/// What the service doesn’t tell, or can’t be read.
QString known(const api::Survey &survey, api::SurveyFigures figures, const QString &text)
{
    return survey.knows(figures) ? text : QStringLiteral("—");
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
                      tr("Finished, valid interviews of those needed. Expected by now: needed ×"
                         " elapsed ÷ field time, as an even field would have."));
    m_pace = add(tr("Pace"), {});
    m_conversion = add(tr("Conversion"),
                       tr("completes ÷ entrants. It isn’t the incidence rate: the service reports"
                          " no terminates. EPC = CPI × completes ÷ entrants."));
    m_spend =
        add(tr("Spend"),
            tr("All completes at the CPI then in force. Budget: the needed completes, those still"
               " to come at today’s CPI. What came beyond the goal is over the budget."));
    m_exposure = add(tr("Exposure"),
                     tr("Interviews that may be in progress: entrants × IR − completes. Overage ="
                        " completes + in progress − needed, never below 0. Only while the survey"
                        " is active."));
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
                           const QList<models::LedgerRow> &ledger, const QString &currency)
{
    using models::countText;
    const int complete = survey.progress.complete;
    const int remaining = std::max(0, survey.completeNeeded - complete);
    const QDateTime now = watch.now();
    m_completes->setFigure(
        tr("%1 / %2").arg(known(survey, Figure::Complete, countText(complete)),
                          known(survey, Figure::CompleteNeeded, countText(survey.completeNeeded))),
        tr("%1 remaining · expected by now: %2")
            .arg(known(survey, Figure::Complete | Figure::CompleteNeeded, countText(remaining)),
                 known(survey, Figure::CompleteNeeded,
                       countText(models::goalLine(survey, now, watch.begun(survey.id))))));
    showPace(survey, watch);
    showConversion(survey);
    showSpend(survey, ledger, currency);
    showExposure(survey, currency);
}

void OverviewFigures::showSpend(const api::Survey &survey, const QList<models::LedgerRow> &ledger,
                                const QString &currency)
{
    using models::moneyText;
    const auto spent = models::spend(ledger, survey);
    const auto budget = models::budgetAt(survey.cpi, ledger, survey);
    const auto over = models::overrun(ledger, survey);
    if (!spent || !budget || !over) {
        m_spend->setFigure(u"—"_s, tr("the service gives no figures that can be read"));
        return;
    }
    QStringList notes {
        ledger.size() > 1
            ? tr("at %n CPI(s)", nullptr, int(ledger.size()))
            : tr("%1 × %2").arg(models::countText(survey.progress.complete), moneyText(survey.cpi)),
        tr("budget %1").arg(moneyText(*budget))};
    if (*over > api::Money {})
        notes.append(tr("%1 over").arg(moneyText(*over)));
    m_spend->setFigure(moneyText(*spent, currency), notes.join(u" · "_s));
}

void OverviewFigures::showExposure(const api::Survey &survey, const QString &currency)
{
    const std::optional<models::Exposure> exposure = models::exposure(survey);
    if (!exposure) {
        const bool isRunning = survey.status == api::SurveyStatus::Active;
        m_exposure->setFigure(u"–"_s,
                              isRunning ? tr("the service gives no figures that can be read")
                                        : tr("nobody can enter: the survey isn’t active"));
        return;
    }
    const QString running = tr("%1 possibly in progress").arg(models::countText(exposure->running));
    if (exposure->overage == 0)
        m_exposure->setFigure(tr("none"), running);
    else
        m_exposure->setFigure(
            tr("up to %1").arg(models::countText(exposure->overage)),
            tr("over target (%1) · %2").arg(models::moneyText(exposure->money, currency), running));
}

void OverviewFigures::showPace(const api::Survey &survey, const models::AttentionWatch &watch)
{
    const QLocale locale;
    const QDateTime now = watch.now();
    const models::FieldSituation situation = watch.situation(survey, now);
    const models::Pace pace = models::pace(situation);
    const QString word = models::paceText(pace);
    const std::optional<double> index = models::paceIndex(survey, now, situation.begun);
    const bool isRunning = survey.status == api::SurveyStatus::Active;
    QString note;
    if (!isRunning)
        note = tr("the survey isn’t active");
    else if (index && models::isEarly(situation))
        note = tr("judged after %Ln hour(s) of field time", nullptr,
                  watch.thresholds().hoursBeforePace);
    else if (index)
        note = models::paceDistance(*index);
    else
        note = tr("field time hasn’t begun or isn’t known");
    m_pace->setState(word.isEmpty() ? u"–"_s : word, paceRole(int(pace)), note);
    setFormula(m_pace,
               tr("(completes ÷ needed) ÷ (elapsed ÷ field time). Below %1 behind, above %2 ahead.")
                   .arg(locale.toString(watch.thresholds().behindBelow),
                        locale.toString(watch.thresholds().aheadAbove)));
}

void OverviewFigures::showConversion(const api::Survey &survey)
{
    const bool isKnown = survey.knows(Figure::Complete | Figure::SurveyEntrant);
    const auto share = isKnown ? models::conversion(survey.progress) : std::nullopt;
    const QString ir = known(survey, Figure::Ir, QLocale().toString(survey.ir));
    if (!isKnown) {
        m_conversion->setFigure(u"—"_s, tr("IR bought %1 %").arg(ir));
        return;
    }
    if (!share) {
        m_conversion->setFigure(u"–"_s, tr("no entrants yet · IR bought %1 %").arg(ir));
        return;
    }
    m_conversion->setFigure(
        percent(*share),
        tr("completes ÷ entrants (%1) · IR bought %2 % · EPC %3")
            .arg(models::countText(survey.progress.surveyEntrant), ir,
                 known(survey, Figure::Cpi,
                       models::moneyText(models::epc(survey).value_or(api::Money {})))));
}

} // namespace ui

#include "moc_overviewfigures.cpp"
