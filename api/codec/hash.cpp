#include "api/codec/hash.h"

#include "api/codec/verdict.h"

#include <QRegularExpression>

namespace api::codec {

Result<QString> hash(const Answer &answer)
{
    static const QRegularExpression form(QStringLiteral("^\"?([0-9a-fA-F]{64})\"?$"));
    const QString body = QString::fromLatin1(answer.body.left(128).trimmed());
    const auto match = form.match(body);
    if (answer.httpStatus >= 200 && answer.httpStatus < 300 && answer.body.size() < 128
        && match.hasMatch() && body.startsWith(u'"') == body.endsWith(u'"'))
        return match.captured(1);
    ApiError error = errorOf(answer);
    error.detail.clear(); // it may hold a hash in a form that isn't known
    return tl::unexpected(std::move(error));
}

} // namespace api::codec
