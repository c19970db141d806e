#include "api/http/secretpattern.h"

#include <QHash>

namespace api {

namespace {

/// "\u002f" with as many backslashes as its nesting has brought.
QString unicodeEscapes(const QString &character)
{
    QString escapes;
    for (const QChar unit : character)
        escapes +=
            QStringLiteral("\\\\{1,8}u%1").arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
    return escapes;
}

/// "%2F", and "%252F" where it was encoded again.
QString percentEscapes(const QString &character)
{
    QString escapes;
    for (const char byte : character.toUtf8())
        escapes += QStringLiteral("%(?:25){0,3}%1").arg(uint(uchar(byte)), 2, 16, QLatin1Char('0'));
    return escapes;
}

/// One character in every form. Letters of hex digits may have either case in the escapes.
QString formsOf(const QString &character)
{
    const uint code = character.toUcs4().value(0);
    const bool isPlain = code < 0x80 && QChar(code).isLetterOrNumber();
    QString forms = QStringLiteral("(?:\\\\{0,8}%1|(?i:%2|%3")
                        .arg(QRegularExpression::escape(character), unicodeEscapes(character),
                             percentEscapes(character));
    if (!isPlain)
        forms += QStringLiteral("|&#(?:x0*%1|0*%2);").arg(code, 0, 16).arg(code);
    forms += u')';
    static const QHash<QString, QString> names {{QStringLiteral("&"), QStringLiteral("|&amp;")},
                                                {QStringLiteral("<"), QStringLiteral("|&lt;")},
                                                {QStringLiteral(">"), QStringLiteral("|&gt;")},
                                                {QStringLiteral("\""), QStringLiteral("|&quot;")},
                                                {QStringLiteral(" "), QStringLiteral("|\\+")}};
    return forms + names.value(character) + u')';
}

} // namespace

QStringList base64Forms(const QString &secret)
{
    constexpr qsizetype least = 8;
    const QByteArray bytes = secret.toUtf8();
    if (bytes.size() < least)
        return {};
    QStringList forms;
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (int before = 0; before < 3; ++before) {
            const QByteArray all = (QByteArray(before, '\0') + bytes)
                                       .toBase64(alphabet | QByteArray::OmitTrailingEquals);
            const int first = before == 0 ? 0 : before + 1; // these hold bits of what is before
            const bool isCut = (before + bytes.size()) % 3 != 0; // and the last of what follows
            const QByteArray form = all.mid(first, all.size() - first - (isCut ? 1 : 0));
            forms.append(QString::fromLatin1(form));
            forms.append(QString::fromLatin1(form).replace(u'/', QStringLiteral("\\/")));
            forms.append(QString::fromLatin1(form.toPercentEncoding()));
        }
    }
    forms.removeDuplicates();
    return forms;
}

QRegularExpression patternOf(const QString &secret)
{
    QString pattern;
    for (qsizetype i = 0; i < secret.size(); ++i) {
        const bool isPair = secret[i].isHighSurrogate() && i + 1 < secret.size();
        pattern += formsOf(secret.mid(i, isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
    return QRegularExpression(pattern);
}

} // namespace api
