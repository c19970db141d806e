#include "models/drafts/jsontext.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Where the text in quotes that begins at `at` ends, or the end of all.
qsizetype afterText(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\')
            ++at;
    return qMin(at + 1, json.size());
}

} // namespace

QString indentedJson(const QByteArray &json)
{
    QByteArray text;
    qsizetype depth = 0;
    const auto breakLine = [&] { text += '\n' + QByteArray(qMax<qsizetype>(depth, 0) * 2, ' '); };
    for (qsizetype at = 0; at < json.size();) {
        const char letter = json[at];
        if (letter == '"') {
            const qsizetype end = afterText(json, at);
            text += json.mid(at, end - at);
            at = end;
            continue;
        }
        ++at;
        const bool closes = letter == '}' || letter == ']';
        const bool opens = letter == '{' || letter == '[';
        const bool isEmpty = closes && (text.endsWith('{') || text.endsWith('['));
        depth += int(opens) - int(closes);
        if (closes && !isEmpty)
            breakLine();
        text += letter;
        const char next = at < json.size() ? json[at] : '\0';
        if (letter == ',' || (opens && next != '}' && next != ']'))
            breakLine();
        if (letter == ':')
            text += ' ';
    }
    return QString::fromUtf8(text);
}

} // namespace models
