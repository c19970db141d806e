#include "ui/feasibility/sweeptext.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Sweep)
};

QString priceText(double price)
{
    return models::moneyText({qint64(std::llround(price * 100))});
}

QString pointText(const models::SweepCurve &curve, qsizetype at, models::SweepAxis along,
                  bool isPrice)
{
    const QString where = axisValueText(along, int(curve.maximum[at].x()));
    if (isPrice)
        return Words::tr("%1: %2").arg(where, priceText(curve.price[at].y()));
    return Words::tr("%1: %2 to %3")
        .arg(where, models::countText(qint64(curve.minimum[at].y())),
             models::countText(qint64(curve.maximum[at].y())));
}

} // namespace

QString axisName(models::SweepAxis axis)
{
    switch (axis) {
    case models::SweepAxis::Ir:
        return Words::tr("Incidence rate, %");
    case models::SweepAxis::Loi:
        return Words::tr("Length of interview, minutes");
    case models::SweepAxis::Completes:
        break;
    }
    return Words::tr("Completes needed");
}

QString axisUnitText(models::SweepAxis axis, int value)
{
    switch (axis) {
    case models::SweepAxis::Ir:
        return Words::tr("%1 %").arg(models::countText(value));
    case models::SweepAxis::Loi:
        return Words::tr("%1 min").arg(models::countText(value));
    case models::SweepAxis::Completes:
        break;
    }
    return models::countText(value);
}

QString axisValueText(models::SweepAxis axis, int value)
{
    switch (axis) {
    case models::SweepAxis::Ir:
        return Words::tr("IR %1 %").arg(models::countText(value));
    case models::SweepAxis::Loi:
        return Words::tr("LOI %1 min").arg(models::countText(value));
    case models::SweepAxis::Completes:
        break;
    }
    return Words::tr("%n complete(s)", "", value);
}

QString sweepTitle(const models::FeasibilityRun &run, const QString &market)
{
    return Words::tr("%1 · %2 · %3 of %4 answers")
        .arg(QLocale().toString(run.made.toLocalTime(), QLocale::ShortFormat),
             models::plain(market), models::countText(models::askedCount(run)),
             models::countText(run.points.size()));
}

QString curvesText(const models::SweepCurves &drawing, bool isPrice)
{
    QStringList lines;
    for (const models::SweepCurve &curve : drawing.curves) {
        QStringList points;
        for (qsizetype at = 0; at < curve.maximum.size(); ++at)
            points.append(pointText(curve, at, drawing.along, isPrice));
        if (!points.isEmpty())
            lines.append(Words::tr("%1: %2.").arg(axisValueText(drawing.lines, curve.value),
                                                  points.join(u"; "_s)));
    }
    return lines.join(u' ');
}

QString curvesNote(const models::SweepCurves &drawing)
{
    QStringList notes {Words::tr("Solid lines: maximum; dashed: minimum.")};
    if (drawing.heldValue > 0)
        notes.append(Words::tr("All at %1.").arg(axisValueText(drawing.held, drawing.heldValue)));
    if (drawing.leftOut > 0)
        notes.append(Words::tr("%n more line(s) among the figures.", "", drawing.leftOut));
    return notes.join(u' ');
}

} // namespace ui
