#include "models/support/rowdiff.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace models {

namespace {

/// Which rows may stay where they are: the longest run of rising places.
QList<bool> stayingRows(const QList<qsizetype> &place)
{
    QList<qsizetype> tails; // tails[k] ends the best run of length k + 1
    QList<qsizetype> previous(place.size(), -1);
    for (qsizetype i = 0; i < place.size(); ++i) {
        const auto isBefore = [&](qsizetype tail, qsizetype value) { return place[tail] < value; };
        const auto at = std::lower_bound(tails.begin(), tails.end(), place[i], isBefore);
        if (at != tails.begin())
            previous[i] = *(at - 1);
        if (at == tails.end())
            tails.append(i);
        else
            *at = i;
    }
    QList<bool> stays(place.size(), false);
    for (qsizetype i = tails.isEmpty() ? -1 : tails.constLast(); i >= 0; i = previous[i])
        stays[i] = true;
    return stays;
}

void removeGone(QList<qsizetype> &place, QList<RowStep> &steps)
{
    for (qsizetype last = place.size() - 1; last >= 0; --last) {
        if (place[last] >= 0)
            continue;
        qsizetype first = last;
        while (first > 0 && place[first - 1] < 0)
            --first;
        const qsizetype count = last - first + 1;
        steps.append({.kind = RowStep::Remove, .row = first, .count = count, .order = {}});
        place.remove(first, count);
        last = first;
    }
}

QList<qsizetype> orderOf(const QList<qsizetype> &place)
{
    QList<qsizetype> order(place.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](qsizetype a, qsizetype b) { return place[a] < place[b]; });
    return order;
}

/// Walks the fresh list once. Everything before `at` is right, but for movers that still wait.
class Walk
{
public:
    Walk(QList<qsizetype> place, QSet<qsizetype> movers, QList<RowStep> &steps)
        : m_place(std::move(place))
        , m_present(m_place.cbegin(), m_place.cend())
        , m_movers(std::move(movers))
        , m_steps(steps)
    {
    }

    void run(qsizetype freshCount)
    {
        for (qsizetype fresh = 0; fresh < freshCount; ++fresh) {
            if (!m_present.contains(fresh))
                fresh = insertRun(fresh, freshCount) - 1;
            else if (m_movers.contains(fresh))
                moveHere(fresh);
            else
                pass(fresh);
        }
    }

private:
    qsizetype insertRun(qsizetype first, qsizetype freshCount)
    {
        qsizetype end = first + 1;
        while (end < freshCount && !m_present.contains(end))
            ++end;
        const qsizetype count = end - first;
        m_steps.append({.kind = RowStep::Insert,
                        .row = m_at,
                        .count = count,
                        .from = 0,
                        .fresh = first,
                        .order = {}});
        m_place.insert(m_at, count, 0);
        std::iota(m_place.begin() + m_at, m_place.begin() + m_at + count, first);
        m_at += count;
        return end;
    }

    void moveHere(qsizetype fresh)
    {
        const qsizetype from = m_place.indexOf(fresh);
        const qsizetype to = from < m_at ? m_at - 1 : m_at;
        if (from != to) {
            m_steps.append(
                {.kind = RowStep::Move, .row = to, .count = 1, .from = from, .order = {}});
            m_place.move(from, to);
        }
        m_at = to + 1;
    }

    void pass(qsizetype fresh)
    {
        while (m_place[m_at] != fresh)
            ++m_at;
        ++m_at;
    }

    QList<qsizetype> m_place;
    QSet<qsizetype> m_present;
    QSet<qsizetype> m_movers;
    QList<RowStep> &m_steps;
    qsizetype m_at = 0;
};

} // namespace

QList<RowStep> rowSteps(QList<qsizetype> place, qsizetype freshCount, qsizetype manyMoves)
{
    QList<RowStep> steps;
    removeGone(place, steps);
    if (std::ranges::is_sorted(place) && (place.isEmpty() || place.last() == place.size() - 1)) {
        if (place.size() < freshCount) // all that is there stays in front
            steps.append({.kind = RowStep::Insert,
                          .row = place.size(),
                          .count = freshCount - place.size(),
                          .from = 0,
                          .fresh = place.size(),
                          .order = {}});
        return steps;
    }
    const QList<bool> stays = stayingRows(place);
    QSet<qsizetype> movers;
    if (stays.count(false) > manyMoves) {
        steps.append({.kind = RowStep::Order, .row = 0, .count = 0, .order = orderOf(place)});
        std::sort(place.begin(), place.end());
    } else {
        for (qsizetype i = 0; i < place.size(); ++i) {
            if (!stays[i])
                movers.insert(place[i]);
        }
    }
    Walk(std::move(place), std::move(movers), steps).run(freshCount);
    return steps;
}

} // namespace models
