#include "models/interlocking/optionorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostSteps = 20'000;

/// Finds the names one after the other; a name that fits may be the wrong one, so it goes back.
class Search
{
public:
    Search(const QString &joined, const QStringList &names, qsizetype most)
        : m_joined(squeezedJoined(joined))
        , m_names(names)
        , m_most(most)
        , m_isUsed(names.size(), false)
    {
        for (const QString &name : names)
            m_squeezed.append(squeezedJoined(name));
    }

    void run(qsizetype at)
    {
        for (qsizetype i = 0; i < m_names.size() && !isOver(); ++i) {
            const QString &name = m_squeezed[i];
            const qsizetype end = at + name.size();
            const bool fits = !m_isUsed[i] && QStringView(m_joined).sliced(at).startsWith(name)
                && (end == m_joined.size() || m_joined[end] == u',');
            if (fits)
                take(i, end);
        }
    }

    QList<QStringList> found() const { return m_found; }

private:
    bool isOver() { return ++m_steps > mostSteps || m_found.size() >= m_most; }

    void take(qsizetype name, qsizetype end)
    {
        m_isUsed[name] = true;
        m_order.append(m_names[name]);
        if (end == m_joined.size())
            m_found.append(m_order);
        else
            run(end + 1);
        m_isUsed[name] = false;
        m_order.removeLast();
    }

    QString m_joined;
    QStringList m_names;
    qsizetype m_most;
    QStringList m_squeezed;
    QList<bool> m_isUsed;
    QStringList m_order;
    QList<QStringList> m_found;
    int m_steps = 0;
};

} // namespace

QList<QStringList> optionOrders(const QString &joined, const QStringList &names, qsizetype most)
{
    Search search(joined, names, most);
    if (!joined.isEmpty())
        search.run(0);
    return search.found();
}

std::optional<QStringList> optionOrder(const QString &joined, const QStringList &names)
{
    const QList<QStringList> orders = optionOrders(joined, names, 1);
    return orders.isEmpty() ? std::nullopt : std::optional(orders.first());
}

QString squeezedJoined(const QString &text)
{
    QString all = text.simplified();
    return all.replace(u" ,"_s, u","_s).replace(u", "_s, u","_s);
}

bool isSameJoined(const QString &one, const QString &other)
{
    return squeezedJoined(one) == squeezedJoined(other);
}

} // namespace models
