#include "models/interlocking/flow.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace models {

namespace {

constexpr qint64 unreached = std::numeric_limits<qint64>::max();

} // namespace

CheapestFlow::CheapestFlow(int nodes)
    : m_leaving(size_t(nodes))
{
}

int CheapestFlow::addEdge(int from, int to, qint64 capacity, qint64 cost)
{
    const int edge = int(m_edges.size());
    m_edges.push_back({to, capacity, cost});
    m_edges.push_back({from, 0, -cost});
    m_leaving[size_t(from)].push_back(edge);
    m_leaving[size_t(to)].push_back(edge + 1);
    return edge;
}

bool CheapestFlow::findWay(int source, int sink)
{
    m_costTo.assign(m_leaving.size(), unreached);
    m_cameBy.assign(m_leaving.size(), -1);
    std::vector<bool> isWaiting(m_leaving.size(), false);
    std::deque<int> waiting {source};
    m_costTo[size_t(source)] = 0;
    while (!waiting.empty()) {
        const auto node = size_t(waiting.front());
        waiting.pop_front();
        isWaiting[node] = false;
        for (const int number : m_leaving[node]) {
            const Edge &edge = m_edges[size_t(number)];
            const qint64 cost = m_costTo[node] + edge.cost;
            if (edge.room <= 0 || cost >= m_costTo[size_t(edge.to)])
                continue;
            m_costTo[size_t(edge.to)] = cost;
            m_cameBy[size_t(edge.to)] = number;
            if (!isWaiting[size_t(edge.to)])
                waiting.push_back(edge.to);
            isWaiting[size_t(edge.to)] = true;
        }
    }
    return m_costTo[size_t(sink)] != unreached;
}

qint64 CheapestFlow::send(int source, int sink)
{
    qint64 sent = 0;
    while (findWay(source, sink)) {
        const auto before = [this](int node) {
            return m_edges[size_t(m_cameBy[size_t(node)] ^ 1)].to;
        };
        qint64 most = unreached;
        for (int node = sink; node != source; node = before(node))
            most = std::min(most, m_edges[size_t(m_cameBy[size_t(node)])].room);
        for (int node = sink; node != source;) {
            const int edge = m_cameBy[size_t(node)];
            node = before(node);
            m_edges[size_t(edge)].room -= most;
            m_edges[size_t(edge ^ 1)].room += most;
        }
        sent += most;
    }
    return sent;
}

qint64 CheapestFlow::carried(int edge) const
{
    return m_edges[size_t(edge ^ 1)].room;
}

std::vector<bool> CheapestFlow::reachable(int source) const
{
    std::vector<bool> isReached(m_leaving.size(), false);
    std::vector<int> waiting {source};
    isReached[size_t(source)] = true;
    while (!waiting.empty()) {
        const int node = waiting.back();
        waiting.pop_back();
        for (const int number : m_leaving[size_t(node)]) {
            const Edge &edge = m_edges[size_t(number)];
            if (edge.room <= 0 || isReached[size_t(edge.to)])
                continue;
            isReached[size_t(edge.to)] = true;
            waiting.push_back(edge.to);
        }
    }
    return isReached;
}

} // namespace models
