#include "ui/wizard/wizardpage.h"

namespace ui {

std::optional<api::QualificationCode> questionOf(const QByteArray &field)
{
    const qsizetype slash = field.indexOf('/');
    if (slash < 0)
        return std::nullopt;
    bool isNumber = false;
    const int code = field.mid(slash + 1).toInt(&isNumber);
    return isNumber ? std::optional(api::QualificationCode {code}) : std::nullopt;
}

} // namespace ui

#include "moc_wizardpage.cpp"
