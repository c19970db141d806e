#include "api/http/uidblanks.h"

#include <cstring>

namespace api {

namespace {

const char *skipSpace(const char *at, const char *end)
{
    while (at < end && std::strchr(" \t\r\n", *at) && *at != '\0')
        ++at;
    return at;
}

/// Behind the text whose first quote is at `at`; `end` when it isn't closed.
const char *behindText(const char *at, const char *end)
{
    for (++at; at < end; ++at) {
        const auto *const quote = static_cast<const char *>(std::memchr(at, '"', size_t(end - at)));
        if (!quote)
            return end;
        const char *slash = quote;
        while (slash > at && slash[-1] == '\\')
            --slash;
        at = quote;
        if ((quote - slash) % 2 == 0)
            return quote + 1;
    }
    return end;
}

struct Span
{
    const char *end;
    qsizetype count;
};

/// Of the list whose bracket is at `at`.
Span listAt(const char *at, const char *end)
{
    qsizetype commas = 0;
    bool isEmpty = true;
    int depth = 0;
    while (at < end) {
        const char c = *at;
        if (c == '"') {
            at = behindText(at, end);
            isEmpty = false;
            continue;
        }
        ++at;
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        commas += c == ',' ? 1 : 0;
        if (depth == 0)
            break;
        isEmpty = isEmpty && std::strchr("[ \t\r\n", c);
    }
    return {at, isEmpty ? 0 : commas + 1};
}

/// Of a list inside a text: its quotes are escaped, so it reaches to the end of that text.
Span nestedAt(const char *at, const char *end)
{
    const char *const quote = behindText(at - 1, end);
    return {quote < end ? quote - 1 : end, -1};
}

} // namespace

QByteArray withoutUids(const QByteArray &body)
{
    static const QByteArray name = "_uids";
    QByteArray result;
    const char *const end = body.constData() + body.size();
    const char *kept = body.constData(); // what is before has been taken over
    for (qsizetype found = body.indexOf(name); found >= 0;) {
        const char *at = body.constData() + found + name.size();
        const bool isNested = at < end && *at == '\\';
        while (at < end && (*at == '\\' || *at == '"'))
            ++at;
        at = skipSpace(at, end);
        at = at < end && *at == ':' ? skipSpace(at + 1, end) : at;
        if (at < end && *at == '[') {
            const Span list = isNested ? nestedAt(at, end) : listAt(at, end);
            result.append(kept, at - kept);
            result.append(isNested ? QByteArray("…")
                                   : "[\"… " + QByteArray::number(list.count) + " UIDs\"]");
            kept = at = list.end;
        }
        found = body.indexOf(name, at - body.constData());
    }
    result.append(kept, end - kept);
    return result;
}

} // namespace api
