#include "models/interlocking/optionorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostSteps = 20'000;

QString squeezed(const QString &text)
{
    QString all = text.simplified();
    return all.replace(u" ,"_s, u","_s).replace(u", "_s, u","_s);
}

/// Finds the names one after the other; a name that fits may be the wrong one, so it goes back.
class Search
{
public:
    Search(const QString &joined, const QStringList &names)
        : m_joined(squeezed(joined))
        , m_names(names)
        , m_isUsed(names.size(), false)
    {
        for (const QString &name : names)
            m_squeezed.append(squeezed(name));
    }

    bool run(qsizetype at)
    {
        if (++m_steps > mostSteps)
            return false;
        for (qsizetype i = 0; i < m_names.size(); ++i) {
            const QString &name = m_squeezed[i];
            const qsizetype end = at + name.size();
            const bool fits = !m_isUsed[i] && QStringView(m_joined).sliced(at).startsWith(name)
                && (end == m_joined.size() || m_joined[end] == u',');
            if (fits && take(i, end))
                return true;
        }
        return false;
    }

    QStringList found() const { return m_found; }

private:
    bool take(qsizetype name, qsizetype end)
    {
        m_isUsed[name] = true;
        m_found.append(m_names[name]);
        if (end == m_joined.size() || run(end + 1))
            return true;
        m_isUsed[name] = false;
        m_found.removeLast();
        return false;
    }

    QString m_joined;
    QStringList m_names;
    QStringList m_squeezed;
    QList<bool> m_isUsed;
    QStringList m_found;
    int m_steps = 0;
};

} // namespace

std::optional<QStringList> optionOrder(const QString &joined, const QStringList &names)
{
    Search search(joined, names);
    if (joined.isEmpty() || !search.run(0))
        return {};
    return search.found();
}

bool isSameJoined(const QString &one, const QString &other)
{
    return squeezed(one) == squeezed(other);
}

} // namespace models
