// Reads JSON liberally: a number may be a string and the reverse, one thing may stand for a list.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <simdjson.h>
#include <vector>

namespace api::codec {

using Element = simdjson::dom::element;
using Found = std::optional<Element>;

/// A parsed body; its elements live as long as it does. Any input is safe, depth is bounded.
class Document
{
public:
    /// A byte order mark in front is skipped.
    explicit Document(QByteArrayView body);
    bool isValid() const { return m_root.has_value(); }
    bool isObject() const { return m_root && m_root->is_object(); }
    /// A member of the root, when that is an object.
    Found member(const char *name) const;
    bool hasNull(const char *name) const; ///< the root has that member, and it is null

private:
    simdjson::dom::parser m_parser;
    Found m_root;
};

/// A member that is there and not null. The first of several names that is.
Found member(const Element &object, std::initializer_list<const char *> names);

/// A string as it came, a number or a boolean as text.
std::optional<QString> text(const Found &value);
/// A whole number, also as "10", 10.0 or "10.00"; nothing beyond int's range.
std::optional<int> integer(const Found &value);
/// A finite number, also as text with a point.
std::optional<double> decimal(const Found &value);

/// An array's elements, or the object itself as the only one; nothing for anything else.
std::optional<std::vector<Element>> items(const Found &value);

/// Reads every item; nothing when one can't be read.
template <class T, class Read>
std::optional<QList<T>> list(const Found &value, Read read)
{
    const auto elements = items(value);
    if (!elements)
        return std::nullopt;
    QList<T> result;
    result.reserve(qsizetype(elements->size()));
    for (const Element &element : *elements) {
        std::optional<T> item = read(element);
        if (!item)
            return std::nullopt;
        result.append(std::move(*item));
    }
    return result;
}

} // namespace api::codec
