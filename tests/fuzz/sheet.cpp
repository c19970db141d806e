// Any bytes as the XML of a workbook's texts and sheet: they are read or refused with a reason.
#include "api/codec/utf8.h"
#include "models/files/sheettext.h"
#include "models/files/xlsxbook.h"

#include <cstdlib>

namespace {

/// In pieces, as an archive gives them.
bool feed(models::XmlEvents &events, QByteArrayView xml, qsizetype piece)
{
    for (qsizetype at = 0; at < xml.size(); at += piece) {
        if (!events.feed(xml.sliced(at, std::min(piece, xml.size() - at))))
            return false;
    }
    return events.finish();
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// The first byte is the size of the pieces; 0xff, which no XML holds, parts the texts from the
/// sheet.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView all(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype piece = data[0] + 1;
    const qsizetype part = std::max<qsizetype>(1, all.indexOf('\xff'));
    models::XmlEvents stringEvents;
    models::SharedStrings strings(stringEvents);
    require(feed(stringEvents, all.sliced(1, part - 1), piece)
            || !stringEvents.problem().isEmpty());
    models::XmlEvents events;
    models::SheetText text(events, strings.strings());
    require(feed(events, all.sliced(std::min(part + 1, all.size())), piece)
            || !events.problem().isEmpty());
    const QByteArray out = text.take();
    require(api::codec::isUtf8(out) && out.count('\n') < models::XlsxBook::mostRows);
    return 0;
}
