#include "models/briefs/brieffile.h"

#include "models/briefs/brief.h"
#include "models/briefs/brieftext.h"
#include "models/files/textsource.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace models {

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
            BriefText::tr("This is no text. Save it as text or CSV, or paste it."));
    return QString::fromUtf8(text);
}

} // namespace models
