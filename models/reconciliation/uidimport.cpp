#include "models/reconciliation/uidimport.h"

#include "models/files/atomicwriter.h"
#include "models/files/csvreader.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"

#include <algorithm>
#include <array>
#include <vector>

namespace models {

namespace {

constexpr qint64 fewLines = 8192; // between two looks at the clock and the cancel flag

QByteArrayView unguarded(QByteArrayView cell)
{
    QByteArrayView uid = cell.trimmed();
    if (uid.startsWith('\'') && looksLikeFormula(uid.sliced(1)))
        uid = uid.sliced(1).trimmed();
    return uid;
}

/// One import under way.
struct Import
{
    UidTable table;
    std::vector<quint32> lines; ///< of each UID of the table
    UidReport report;
    std::array<int, 5> samples {};

    void note(qint64 line, QByteArrayView uid, UidFault fault, qint64 other = 0)
    {
        constexpr qsizetype longest = 100;
        if (samples[size_t(fault)]++ < UidReport::mostOfEach)
            report.findings.append({line, QString::fromUtf8(uid).left(longest), fault, other});
    }

    void take(qint64 line, QByteArrayView uid)
    {
        ++report.lines;
        if (uid.isEmpty()) {
            ++report.blank;
            note(line, uid, UidFault::Blank);
            return;
        }
        const qsizetype known = table.insert(uid);
        if (known < 0) {
            lines.push_back(quint32(line));
        } else {
            ++report.duplicate;
            note(line, uid, UidFault::Duplicate, lines[size_t(known)]);
        }
    }

    UidImport sorted(const UidShape &shape);
};

UidImport Import::sorted(const UidShape &shape)
{
    UidImport result;
    const api::UidList &all = table.uids();
    result.good.reserve(all.size(), all.byteCount());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QByteArrayView uid = all.at(i);
        const std::optional<UidFault> fault = shape.faultOf(uid);
        if (!fault) {
            result.good.append(uid);
            continue;
        }
        note(lines[size_t(i)], uid, *fault,
             *fault == UidFault::OddLength ? shape.usualLength() : 0);
        if (*fault == UidFault::Damaged) {
            ++report.damaged;
        } else {
            ++report.suspicious;
            result.suspicious.append(uid);
        }
    }
    report.good = result.good.size();
    std::ranges::stable_sort(report.findings, {}, &UidFinding::line);
    result.report = std::move(report);
    return result;
}

} // namespace

api::UidList UidImport::chosen(bool withSuspicious) const
{
    api::UidList all = good;
    for (qsizetype i = 0; withSuspicious && i < suspicious.size(); ++i)
        all.append(suspicious.at(i));
    return all;
}

UidImport importUids(const UidSource &source, const UidLayout &layout, Work &work)
{
    const QByteArrayView text = source.text->utf8();
    constexpr qsizetype usualLine = 20;
    Import import {.table = UidTable(text.size() / usualLine), .lines = {}, .report = {}};
    CsvReader reader(text, layout.separator);
    if (layout.hasHeader)
        reader.next();
    while (reader.next()) {
        import.take(reader.line(), unguarded(reader.field(layout.column)));
        if (import.report.lines % fewLines != 0)
            continue;
        work.setDone(reader.position(), text.size());
        if (work.isCancelled())
            return {.good = {}, .suspicious = {}, .report = {}, .isCancelled = true};
    }
    import.report.isQuoteOpen = reader.isUnclosed();
    const UidShape shape(import.table.uids());
    UidImport result = import.sorted(shape);
    result.isCancelled = work.isCancelled();
    work.setDone(1, 1);
    return result;
}

} // namespace models
