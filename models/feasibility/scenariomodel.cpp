#include "models/feasibility/scenariomodel.h"

#include "models/drafts/draftrules.h"
#include "models/feasibility/fit.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Row = ScenarioRow;

QVariant figure(const Row &row, int api::Feasibility::*member)
{
    return row.point.answer ? QVariant(countText((*row.point.answer).*member)) : QVariant(u"–"_s);
}

QVariant rawFigure(const Row &row, int api::Feasibility::*member)
{
    return row.point.answer ? QVariant((*row.point.answer).*member) : QVariant();
}

api::Money priceOf(const Row &row)
{
    return row.point.answer ? row.point.answer->recommendedPrice : api::Money();
}

QVariant money(const Row &row, api::Money amount)
{
    return row.point.answer ? QVariant(moneyText(amount, row.currency)) : QVariant(u"–"_s);
}

QVariant rawMoney(const Row &row, api::Money amount)
{
    return row.point.answer ? QVariant(amount.hundredths) : QVariant();
}

QVariant status(const Row &row)
{
    return row.point.answer ? int(fitOf(*row.point.answer, row.point.completes).fit)
                            : ScenarioModel::noFigure;
}

QString dates(const Row &row)
{
    const QLocale locale;
    return u"%1 – %2"_s.arg(locale.toString(row.start, QLocale::ShortFormat),
                            locale.toString(row.end, QLocale::ShortFormat));
}

constexpr Column<Row> columns[] {
    {QT_TRANSLATE_NOOP("ScenarioModel", "Asked"),
     [](const Row &r) {
         return QVariant(QLocale().toString(r.point.asked.toLocalTime(), QLocale::ShortFormat));
     },
     [](const Row &r) { return QVariant(r.point.asked); }},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Market"),
     [](const Row &r) { return QVariant(plain(r.market)); },
     [](const Row &r) { return QVariant(r.market); }},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Audience"),
     [](const Row &r) { return QVariant(r.audience); },
     [](const Row &r) { return QVariant(r.audience); }},
    {QT_TRANSLATE_NOOP("ScenarioModel", "IR"),
     [](const Row &r) { return QVariant(ScenarioModel::tr("%1 %").arg(countText(r.point.ir))); },
     [](const Row &r) { return QVariant(r.point.ir); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "LOI"),
     [](const Row &r) { return QVariant(ScenarioModel::tr("%1 min").arg(countText(r.point.loi))); },
     [](const Row &r) { return QVariant(r.point.loi); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Completes"),
     [](const Row &r) { return QVariant(countText(r.point.completes)); },
     [](const Row &r) { return QVariant(r.point.completes); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Dates"), [](const Row &r) { return QVariant(dates(r)); },
     [](const Row &r) { return QVariant(r.start); }},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Minimum"),
     [](const Row &r) { return figure(r, &api::Feasibility::minimum); },
     [](const Row &r) { return rawFigure(r, &api::Feasibility::minimum); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Maximum"),
     [](const Row &r) { return figure(r, &api::Feasibility::maximum); },
     [](const Row &r) { return rawFigure(r, &api::Feasibility::maximum); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Price"), [](const Row &r) { return money(r, priceOf(r)); },
     [](const Row &r) { return rawMoney(r, priceOf(r)); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Cost"),
     [](const Row &r) { return money(r, priceOf(r) * r.point.completes); },
     [](const Row &r) { return rawMoney(r, priceOf(r) * r.point.completes); }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("ScenarioModel", "Result"),
     [](const Row &r) { return QVariant(ScenarioModel::resultText(r.point)); }, status,
     Qt::AlignLeft, status},
};

} // namespace

ScenarioModel::ScenarioModel(QObject *parent)
    : TableModel(columns, "ScenarioModel", parent)
{
}

QString ScenarioModel::resultText(const FeasibilityPoint &point)
{
    if (!point.answer)
        return tr("No figure");
    const FitResult result = fitOf(*point.answer, point.completes);
    switch (result.fit) {
    case Fit::Fits:
        return tr("Fits");
    case Fit::Perhaps:
        return tr("May fit (%1 not sure)").arg(countText(result.gap));
    case Fit::TooFew:
        break;
    }
    return tr("Doesn’t fit (%1 too many)").arg(countText(result.gap));
}

QString ScenarioModel::audienceText(const SurveyDraft &draft)
{
    const QString type = audienceName(draft.audience);
    return draft.qualifications.isEmpty()
        ? type
        : tr("%1, %n qualification(s)", "", int(draft.qualifications.size())).arg(type);
}

QList<ScenarioRow> scenarioRows(const FeasibilityRun &run, const QString &market,
                                const QString &currency)
{
    QList<ScenarioRow> rows;
    for (int place = 0; place < int(run.points.size()); ++place) {
        if (run.points[place].asked.isValid())
            rows.append({.run = run.uuid,
                         .place = place,
                         .point = run.points[place],
                         .market = market,
                         .audience = ScenarioModel::audienceText(run.draft),
                         .start = run.draft.start,
                         .end = run.draft.end,
                         .currency = currency});
    }
    return rows;
}

} // namespace models
