// Order and search as people expect them: numbers by value, case and accents aside.
#pragma once

#include <QCollator>
#include <QString>

#include <algorithm>

namespace models {

/// "item 2" before "item 10", "Émile" beside "Emile". Not for use in several threads at once.
QCollator peoplesOrder();

/// For searching: case and accents folded, full-width forms as plain ones. "Ä" and "a" are alike.
QString folded(const QString &text);

/// Stable. `name` answers the text to go by.
template <class Container, class Projection>
void sortByName(Container &items, Projection name)
{
    const QCollator order = peoplesOrder();
    std::stable_sort(items.begin(), items.end(), [&](const auto &a, const auto &b) {
        return order.compare(std::invoke(name, a), std::invoke(name, b)) < 0;
    });
}

} // namespace models
