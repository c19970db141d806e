#include "api/codec/json.h"

#include <QLocale>

#include <charconv>
#include <cmath>
#include <limits>

namespace api::codec {

namespace {

std::optional<int> wholeInt(double number)
{
    if (!std::isfinite(number) || number != std::floor(number)
        || std::abs(number) > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(number);
}

} // namespace

Document::Document(QByteArrayView body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    if (body.isEmpty())
        return; // no null pointer for the parser
    Element root;
    if (m_parser.parse(body.data(), size_t(body.size())).get(root) == simdjson::SUCCESS)
        m_root = root;
}

Found Document::member(const char *name) const
{
    return m_root ? codec::member(*m_root, {name}) : std::nullopt;
}

bool Document::hasNull(const char *name) const
{
    Element value;
    return isObject() && m_root->at_key(name).get(value) == simdjson::SUCCESS && value.is_null();
}

Found member(const Element &object, std::initializer_list<const char *> names)
{
    simdjson::dom::object members;
    if (object.get(members) != simdjson::SUCCESS)
        return std::nullopt;
    for (const char *name : names) {
        Element value;
        if (members.at_key(name).get(value) == simdjson::SUCCESS && !value.is_null())
            return value;
    }
    return std::nullopt;
}

std::optional<QString> text(const Found &value)
{
    if (!value)
        return std::nullopt;
    std::string_view string;
    if (value->get(string) == simdjson::SUCCESS)
        return QString::fromUtf8(string.data(), qsizetype(string.size()));
    int64_t whole = 0;
    if (value->get(whole) == simdjson::SUCCESS)
        return QString::number(whole);
    uint64_t large = 0;
    if (value->get(large) == simdjson::SUCCESS)
        return QString::number(large);
    double number = 0;
    if (value->get(number) == simdjson::SUCCESS)
        return QString::number(number, 'g', QLocale::FloatingPointShortest);
    bool truth = false;
    if (value->get(truth) == simdjson::SUCCESS)
        return truth ? QStringLiteral("true") : QStringLiteral("false");
    return std::nullopt;
}

std::optional<double> decimal(const Found &value)
{
    if (!value)
        return std::nullopt;
    double number = 0;
    if (value->get(number) == simdjson::SUCCESS)
        return number;
    std::string_view written;
    if (value->get(written) != simdjson::SUCCESS)
        return std::nullopt;
    const QByteArrayView digits =
        QByteArrayView(written.data(), qsizetype(written.size())).trimmed();
    bool isNumber = false;
    number = digits.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int> integer(const Found &value)
{
    if (!value)
        return std::nullopt;
    int64_t whole = 0;
    if (value->get(whole) == simdjson::SUCCESS)
        return wholeInt(double(whole));
    std::string_view written;
    int digits = 0;
    if (value->get(written) == simdjson::SUCCESS) {
        const char *const end = written.data() + written.size();
        const auto [last, problem] = std::from_chars(written.data(), end, digits);
        if (problem == std::errc {} && last == end)
            return digits;
    }
    const auto number = decimal(value);
    return number ? wholeInt(*number) : std::nullopt;
}

std::optional<std::vector<Element>> items(const Found &value)
{
    if (!value)
        return std::nullopt;
    if (value->is_object())
        return std::vector<Element> {*value};
    simdjson::dom::array array;
    if (value->get(array) != simdjson::SUCCESS)
        return std::nullopt;
    return std::vector<Element>(array.begin(), array.end());
}

} // namespace api::codec
