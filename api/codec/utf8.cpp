#include "api/codec/utf8.h"

#include <simdjson.h>

namespace api::codec {

bool isUtf8(QByteArrayView bytes)
{
    return simdjson::validate_utf8(bytes.data(), size_t(bytes.size()));
}

} // namespace api::codec
