#include "models/interlocking/combinationreader.h"

#include "models/interlocking/optionorder.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>
#include <optional>

namespace models {

namespace {

constexpr qsizetype mostOrders = 4; // of one qualification's options; more is nobody's grid
constexpr qsizetype mostReadings = 64;

struct CombinationReaderText
{
    Q_DECLARE_TR_FUNCTIONS(models::CombinationReader)
};

using Dimensions = QList<GridDimension>;
using Places = QList<qsizetype>;

QList<QStringList> ordersOf(const api::InterlockedQualification &told,
                            const QList<api::Qualification> &ofSurvey)
{
    QList<QStringList> orders;
    for (const api::Qualification &qualification : ofSurvey) {
        if (qualification.title == told.title)
            orders += optionOrders(told.options, answerNames(qualification), mostOrders);
    }
    if (!orders.isEmpty())
        return orders;
    QStringList split = told.options.split(u',');
    for (QString &name : split)
        name = name.trimmed();
    return {split};
}

/// Every way to read the qualifications' options.
QList<Dimensions> readingsOf(const api::Interlocking &answer,
                             const QList<api::Qualification> &ofSurvey)
{
    QList<Dimensions> readings {Dimensions()};
    for (const api::InterlockedQualification &told : answer.qualifications) {
        QList<Dimensions> longer;
        for (const Dimensions &reading : std::as_const(readings)) {
            for (const QStringList &order : ordersOf(told, ofSurvey))
                longer.append(reading + Dimensions {{told.title, order}});
        }
        readings = longer.mid(0, mostReadings);
    }
    return readings;
}

qsizetype placeCount(const Dimensions &dimensions)
{
    return std::accumulate(dimensions.begin(), dimensions.end(), qsizetype(1),
                           [](qsizetype product, const GridDimension &dimension) {
                               return product * dimension.options.size();
                           });
}

/// What each place is called when the dimensions' names are joined in this order.
QHash<QString, Places> placesByText(const InterlockingGrid &grid, qsizetype size,
                                    const QList<qsizetype> &order)
{
    QHash<QString, Places> places;
    for (qsizetype place = 0; place < size; ++place) {
        const QStringList names = grid.names(place);
        QStringList joined;
        for (const qsizetype dimension : order)
            joined.append(names[dimension]);
        places[squeezedJoined(joined.join(u','))].append(place);
    }
    return places;
}

tl::expected<Places, QString> matchTexts(const api::Interlocking &answer,
                                         const QHash<QString, Places> &byText)
{
    Places places;
    QList<bool> isTaken(answer.combinations.size(), false);
    for (const api::Combination &combination : answer.combinations) {
        const Places found = byText.value(squeezedJoined(combination.option));
        if (found.isEmpty())
            return tl::make_unexpected(
                CombinationReaderText::tr("“%1” doesn’t match the options that are known, so the "
                                          "combinations are only shown as a list.")
                    .arg(plain(combination.option)));
        if (found.size() > 1 || isTaken[found.first()])
            return tl::make_unexpected(
                CombinationReaderText::tr("“%1” can be read in more than one way, so the "
                                          "combinations are only shown as a list.")
                    .arg(plain(combination.option)));
        isTaken[found.first()] = true;
        places.append(found.first());
    }
    return places;
}

/// The names are joined in the order of the qualifications; where that explains nothing, another
/// order may, if it is the only one.
tl::expected<Places, QString> placesFor(const api::Interlocking &answer,
                                        const Dimensions &dimensions)
{
    const qsizetype size = placeCount(dimensions);
    const qsizetype told = answer.combinations.size();
    if (dimensions.isEmpty())
        return tl::make_unexpected(CombinationReaderText::tr(
            "The service doesn’t say which qualifications are interlocked, "
            "so the combinations are only shown as a list."));
    if (size != told)
        return tl::make_unexpected(
            CombinationReaderText::tr("The options that are known make %1 combinations and the "
                                      "service has %2, so they are only shown as a list.")
                .arg(countText(size), countText(told)));
    const InterlockingGrid grid {dimensions, {}};
    QList<qsizetype> order(dimensions.size());
    std::iota(order.begin(), order.end(), 0);
    const auto asTold = matchTexts(answer, placesByText(grid, size, order));
    if (asTold)
        return asTold;
    std::optional<Places> only;
    while (std::ranges::next_permutation(order).found) {
        const auto places = matchTexts(answer, placesByText(grid, size, order));
        if (places && only && *only != *places)
            return tl::make_unexpected(asTold.error());
        if (places)
            only = *places;
    }
    if (only)
        return *only;
    return tl::make_unexpected(asTold.error());
}

/// What each combination crosses, whatever the order in which the options are listed.
QList<QStringList> crossedNames(const CombinationReading &reading)
{
    const InterlockingGrid grid {reading.dimensions, {}};
    QList<QStringList> names;
    for (const qsizetype place : reading.places)
        names.append(grid.names(place));
    return names;
}

} // namespace

tl::expected<CombinationReading, QString>
readCombinations(const api::Interlocking &answer, const QList<api::Qualification> &ofSurvey)
{
    QString why;
    std::optional<CombinationReading> only;
    for (const Dimensions &dimensions : readingsOf(answer, ofSurvey)) {
        const auto places = placesFor(answer, dimensions);
        if (!places) {
            why = why.isEmpty() ? places.error() : why;
            continue;
        }
        const CombinationReading reading {dimensions, *places};
        if (only && crossedNames(*only) != crossedNames(reading))
            return tl::make_unexpected(
                CombinationReaderText::tr("The options can be told apart in more than one way, so "
                                          "the combinations are only shown as a list."));
        only = only.value_or(reading);
    }
    if (only)
        return *only;
    return tl::make_unexpected(why);
}

} // namespace models
