#include "models/briefs/brieffile.h"

#include "models/briefs/brief.h"
#include "models/briefs/brieftext.h"
#include "models/files/textsource.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Without a mark or valid UTF-8 a text is read as Windows-1252, which can't be told from other
/// encodings but by what no western text has: bytes without a letter, or hardly any plain ones.
bool isUnlikelyWestern(const QByteArray &bytes)
{
    constexpr QByteArrayView unused("\x81\x8d\x8f\x90\x9d");
    qsizetype high = 0;
    for (const char byte : bytes) {
        if (unused.contains(byte))
            return true;
        high += (byte & 0x80) != 0 ? 1 : 0;
    }
    return high * 5 > bytes.size() * 2;
}

bool isUnreadable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false; // whoever opens it says why
    const QByteArray bytes = file.read(largestBrief);
    const bool hasMark = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    return !hasMark && !QUtf8StringView(bytes).isValidUtf8() && isUnlikelyWestern(bytes);
}

} // namespace

tl::expected<QString, QString> briefFromFile(const QString &path)
{
    if (QFileInfo(path).size() > largestBrief)
        return tl::unexpected(
            BriefText::tr("This is too large for a brief: at most %1 bytes are read.")
                .arg(countText(largestBrief)));
    const auto source = TextSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    const QByteArrayView text = (*source)->utf8();
    // Workbooks and documents are archives; what they show is not in their bytes.
    if (text.contains('\0') || text.startsWith("PK\x03\x04") || text.startsWith("%PDF"))
        return tl::unexpected(
            BriefText::tr("This isn’t text. Save it as text or CSV, or paste it."));
    // Letters that were read wrongly would be sent.
    if (isUnreadable(path))
        return tl::unexpected(BriefText::tr("Its encoding isn’t recognised. Save it as UTF-8, or "
                                            "paste the text."));
    return QString::fromUtf8(text);
}

} // namespace models
