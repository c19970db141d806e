// A small network in which the cheapest way is found to send as much as fits.
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {

/// Successive shortest paths over whole numbers; the first of equally cheap ways is taken, so the
/// answer is the same each time. No cycle of negative cost may be put in.
class CheapestFlow
{
public:
    explicit CheapestFlow(int nodes);

    /// The edge's number, for carried().
    int addEdge(int from, int to, qint64 capacity, qint64 cost = 0);
    qint64 send(int source, int sink); ///< how much went
    qint64 carried(int edge) const;
    /// What could still be reached from `source` after send(): one side of the narrowest cut.
    std::vector<bool> reachable(int source) const;

private:
    struct Edge
    {
        int to;
        qint64 room;
        qint64 cost;
    };
    bool findWay(int source, int sink);

    std::vector<Edge> m_edges; ///< each is followed by its reverse
    std::vector<std::vector<int>> m_leaving;
    std::vector<qint64> m_costTo;
    std::vector<int> m_cameBy;
};

} // namespace models
