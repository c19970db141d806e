// Whether bytes are text in UTF-8.
#pragma once

#include <QByteArrayView>

namespace api::codec {

/// By simdjson, at the speed of memory. Strict: no surrogates, nothing longer than it needs to be.
bool isUtf8(QByteArrayView bytes);

} // namespace api::codec
