#include "models/interlocking/fitproblem.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct FitProblemText
{
    Q_DECLARE_TR_FUNCTIONS(models::FitProblem)
};

QString dimensionName(qsizetype dimension, const QList<GridDimension> &names)
{
    return dimension < names.size() ? plain(names[dimension].title)
                                    : FitProblemText::tr("margin %1").arg(dimension + 1);
}

QString placeName(const MarginPlace &place, const QList<GridDimension> &names)
{
    if (place.dimension < names.size() && place.option < names[place.dimension].options.size())
        return u"“"_s + plain(names[place.dimension].options[place.option]) + u'”';
    return FitProblemText::tr("option %1 of margin %2")
        .arg(place.option + 1)
        .arg(place.dimension + 1);
}

QString numberText(double value)
{
    return std::abs(value - std::round(value)) < 5e-7 ? countText(qint64(std::llround(value)))
                                                      : QLocale().toString(value, 'f', 2);
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString sumsText(const FitProblem &problem, const QList<GridDimension> &names)
{
    const QString one = dimensionName(problem.places[0].dimension, names);
    const QString other = dimensionName(problem.places[1].dimension, names);
    return capitalized(FitProblemText::tr("%1 sums to %2, %3 to %4: they differ by %5.")
                           .arg(one, countText(problem.needed), other, numberText(problem.allowed),
                                numberText(std::abs(double(problem.needed) - problem.allowed))));
}

} // namespace

QString problemText(const FitProblem &problem, const QList<GridDimension> &names)
{
    if (problem.kind == FitProblem::Malformed)
        return FitProblemText::tr(
            "This isn’t a valid table: it needs one to four margins of whole numbers from "
            "0, at most 200 cells, and a seed of 0 or more for each cell.");
    if (problem.kind == FitProblem::SumsDiffer)
        return sumsText(problem, names);
    QStringList all;
    for (const MarginPlace &place : problem.places)
        all.append(placeName(place, names));
    const QString who = capitalized(all.join(u", "_s));
    const QString needed = countText(problem.needed);
    const QString allowed = numberText(problem.allowed);
    switch (problem.kind) {
    case FitProblem::TooSmall:
        return FitProblemText::tr("%1: %2 is too small, the cells need at least %3.")
            .arg(who, needed, allowed);
    case FitProblem::TooLarge:
        return FitProblemText::tr("%1: %2 needed, but the open cells allow %3.")
            .arg(who, needed, allowed);
    case FitProblem::NotReached:
        return FitProblemText::tr("%1: %2 needed, but fitting comes only to %3.")
            .arg(who, needed, allowed);
    case FitProblem::Apart:
        return FitProblemText::tr("No numbers keep all margins at once. %1: %2 needed, but the "
                                  "nearest numbers come to %3.")
            .arg(who, needed, allowed);
    case FitProblem::NotFound:
        return FitProblemText::tr("No whole numbers that keep every margin were found in %1 "
                                  "tries; there may be some.")
            .arg(needed);
    default:
        return FitProblemText::tr("Numbers with fractions would keep every margin, but no whole "
                                  "numbers do.");
    }
}

} // namespace models
