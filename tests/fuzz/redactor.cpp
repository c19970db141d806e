// A key and the bytes around it: whatever is kept of an answer doesn't hold the key, and cleaning
// it again changes nothing.
#include "api/calls/surveys.h"
#include "api/http/redact.h"
#include "api/http/uidblanks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr size_t leastKey = 8;
    if (size < leastKey + 1)
        return 0;
    const size_t length = leastKey + data[0] % 40;
    if (size < 1 + length)
        return 0;
    const auto *const text = reinterpret_cast<const char *>(data + 1);
    const QString key = QString::fromUtf8(text, qsizetype(length));
    // A key of blanks or of one letter isn't one; what replaces it must not be in it either.
    if (key.trimmed().size() < qsizetype(leastKey) || key.contains(u'…')
        || key.count(key.front()) > key.size() / 2)
        return 0;
    const QByteArray rest(text + length, qsizetype(size - 1 - length));
    const api::Redactor redactor(key, QStringLiteral("client-of-nobody"));
    const api::WireRequest request = api::calls::survey({QStringLiteral("x")});
    for (const QByteArray &form :
         {key.toUtf8(), key.toUtf8().toPercentEncoding(), key.toUtf8().toBase64()}) {
        const QString kept = redactor.answerBody(request, rest + form + rest);
        if (kept.contains(key) || kept.contains(QString::fromUtf8(form)))
            std::abort();
        const QString clean = redactor.clean(QString::fromUtf8(rest + form));
        if (redactor.clean(clean) != clean)
            std::abort();
    }
    api::withoutUids(rest);
    return 0;
}
