// Any bytes as a list of UIDs: the text is valid, each line is read once, and each is one kind.
#include "api/codec/utf8.h"
#include "models/files/csvreader.h"
#include "models/reconciliation/uidlines.h"

#include <array>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Records of the text; its views are walked through, so that one that points elsewhere is found.
qint64 countRecords(QByteArrayView text, const models::UidLayout &layout)
{
    models::CsvReader reader(text, layout.separator);
    qint64 records = 0;
    qint64 line = 0;
    qsizetype bytes = 0;
    while (reader.next()) {
        ++records;
        require(reader.line() > line && reader.position() <= text.size());
        line = reader.line();
        for (int at = -1; at <= reader.size(); ++at)
            bytes += reader.field(at).count('x') + reader.field(at).size();
    }
    require(reader.position() == text.size() && bytes <= 2 * text.size());
    return records - (layout.hasHeader && records > 0 ? 1 : 0);
}

void checkLines(const models::UidPart &part, qint64 records)
{
    models::UidLines lines(part);
    qint64 seen = 0;
    qsizetype position = 0;
    bool isStopped = false;
    while (const models::UidBatch *const batch = lines.next()) {
        require(!isStopped && batch->position >= position);
        position = batch->position;
        isStopped = batch->stop != models::UidStop::None;
        seen += qint64(batch->lines.size());
        for (const models::UidLine &line : batch->lines)
            require(line.uid().count('\n') >= 0 && line.size <= models::UidImport::longestUid);
        require(batch->reasons.empty() || batch->reasons.size() == batch->lines.size());
    }
    require(isStopped || (seen == records && position == part.source.text->utf8().size()));
}

void checkImport(const models::UidPart &part)
{
    models::Work work;
    const models::UidImport import = models::importUids({part}, work);
    const models::UidReport &report = import.report;
    require(import.rows->size()
            == report.good + report.blank + report.duplicate + report.suspicious + report.damaged
                + report.rejected + report.strangers);
    require(import.problem.isEmpty() || import.rows->size() == 0);
    const models::SharedUids chosen = import.chosen(false);
    require(chosen->size() == report.good);
    for (qsizetype i = 0; i < chosen->size(); ++i)
        require(!chosen->at(i).isEmpty() && api::codec::isUtf8(chosen->at(i)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    constexpr std::array<char, 4> separators {0, ',', '\t', ';'};
    const models::UidLayout layout {.separator = separators[data[0] % separators.size()],
                                    .column = data[0] / 4 % 3,
                                    .hasHeader = data[0] >= 128,
                                    .reasonColumn = int(data[1] % 4) - 1};
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    const auto text = models::TextSource::fromBytes(bytes);
    require(api::codec::isUtf8(text->utf8()));
    const models::UidPart part {{QStringLiteral("fuzz.csv"), text}, layout, data[1] >= 128};
    checkLines(part, countRecords(text->utf8(), layout));
    checkImport(part);
    const models::UidPreview preview = models::previewUids(part.source);
    require(preview.rows.size() <= models::UidPreview::mostRows);
    checkImport({part.source, preview.layout});
    return 0;
}
