#include "models/support/plain.h"

#include <QList>

namespace models {

namespace {

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

bool isRightToLeft(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// Controls, and marks that change the order or the joining of what follows them.
bool isTrick(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control
        || QChar::category(c) == QChar::Other_Surrogate || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x200B
        || c == 0xFEFF || (c >= 0x2028 && c <= 0x2029);
}

} // namespace

QString plain(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    bool isMixed = false;
    for (const char32_t c : text.toUcs4()) {
        isMixed = isMixed || isRightToLeft(c);
        if (c == U'\n' || c == U'\r' || c == U'\t')
            safe.append(u' ');
        else if (isTrick(c))
            safe.append(QChar::ReplacementCharacter);
        else
            safe.append(QString::fromUcs4(&c, 1));
    }
    return isMixed ? firstStrongIsolate + safe + popIsolate : safe;
}

QString fileNameFrom(const QString &text)
{
    constexpr qsizetype most = 120;
    QString name = plain(text).simplified();
    name.remove(QChar(0x2068)).remove(QChar(0x2069)); // isolates are for showing
    for (QChar &letter : name) {
        // U+FFFD is what plain() left of a control character.
        if (QStringView(u"/\\:*?\"<>|\ufffd").contains(letter))
            letter = u'-';
    }
    name = name.left(most).trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name;
}

} // namespace models
