#include "api/codec/done.h"

#include "api/codec/payload.h"

namespace api::codec {

Result<Done> done(const Answer &answer)
{
    const bool isFine = answer.httpStatus >= 200 && answer.httpStatus < 300;
    if (!isFine)
        return tl::unexpected(errorOf(answer));
    if (answer.httpStatus == 204)
        return Done {false, {}};
    const Document document(answer.body);
    if (!document.isObject())
        return tl::unexpected(errorOf(answer));
    const QString message = text(document.member("message")).value_or(QString()).trimmed();
    const Found status = document.member("status");
    const QString told = text(status).value_or(QString());
    if (told == u"204")
        return Done {false, message};
    const bool hasError = document.member("error").has_value();
    if (told == u"200" || told == u"true" || (!status && !hasError))
        return Done {true, message};
    return tl::unexpected(errorOf(answer));
}

} // namespace api::codec
