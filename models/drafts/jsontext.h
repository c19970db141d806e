// JSON made readable without a change of its content: only blanks and line breaks are added.
#pragma once

#include <QByteArray>
#include <QString>

namespace models {

/// Keeps the order of the members and every literal as it stands; text in quotes is untouched.
QString indentedJson(const QByteArray &json);

} // namespace models
