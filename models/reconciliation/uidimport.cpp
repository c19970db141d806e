#include "models/reconciliation/uidimport.h"

#include "models/files/csvreader.h"
#include "models/reconciliation/uidcell.h"
#include "models/reconciliation/uidlines.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace models {

namespace {

constexpr size_t ahead = 32; // lookups that wait for memory at the same time

struct UidImportText
{
    Q_DECLARE_TR_FUNCTIONS(models::UidImport)
};

/// Without the others; whether those that aren't plain letters and digits are odd shows in the end.
UidKind firstKind(const UidLine &line)
{
    if (line.isAlphanumeric)
        return line.cleaning == UidCleaning::None ? UidKind::Good : UidKind::Cleaned;
    if (isRoundedNumber(line.uid()) || hasLostCharacter(line.uid()))
        return UidKind::Damaged;
    return hasControls(line.uid()) ? UidKind::Controls : UidKind::OddLetters;
}

qint64 sizeOf(const UidPart &part)
{
    return part.source.text->utf8().size();
}

} // namespace

/// One import under way.
struct UidReading
{
    Work &work;
    qint64 all; ///< bytes of all sources
    UidTable table;
    std::shared_ptr<ImportRows> rows = std::make_shared<ImportRows>();
    UidShape shape {};
    UidTable strangers {};
    QHash<QByteArray, quint32> reasons {};
    UidReport report {};
    QString problem {};
    qint64 before = 0; ///< bytes of the sources that are read
    qint64 seen = 0; ///< lines of all sources

    void expect(qint64 lines);
    template <class Take>
    bool read(const UidPart &part, Take take);
    bool isEnough(const UidPart &part, const UidBatch &batch);
    void take(const UidBatch &batch);
    void take(const UidLine &line);
    void classify();
    void noteFirsts();
    bool readCompletes(const UidPart &part);
    bool readRejects(const UidPart &part);
    void takeReject(const UidLine &line, QByteArrayView reason);
    void reject(qsizetype place, QByteArrayView reason);
    UidImport result();
};

void UidReading::expect(qint64 lines)
{
    rows->m_texts.reserve(size_t(lines));
    rows->m_lines.reserve(size_t(lines));
    rows->m_kinds.reserve(size_t(lines));
}

/// Whether to stop: the file is none that holds UIDs.
bool UidReading::isEnough(const UidPart &part, const UidBatch &batch)
{
    const QString name = plain(part.source.name);
    const QString line = countText(batch.stopLine);
    if (batch.stop == UidStop::ZeroBytes)
        problem =
            UidImportText::tr("%1 contains NUL bytes, so it is not a text file. Save it as UTF-8 "
                              "text, as CSV or as .xlsx.")
                .arg(name);
    else if (batch.stop == UidStop::TooWide)
        problem =
            UidImportText::tr("Line %1 of %2 has more than %3 columns: this isn’t a list of UIDs.")
                .arg(line, name, countText(CsvReader::mostFields));
    else if (batch.stop == UidStop::TooLong)
        problem =
            UidImportText::tr("Line %1 of %2 is longer than any UID: this isn’t a list of UIDs, or "
                              "they are in another column.")
                .arg(line, name);
    else if (seen > UidImport::mostLines)
        problem =
            UidImportText::tr("There are more than %1 lines.").arg(countText(UidImport::mostLines));
    else if (table.uids().byteCount() > UidImport::mostBytes)
        problem = UidImportText::tr("There are more than 256 MB of UIDs.");
    return !problem.isEmpty();
}

/// False when it ended early.
template <class Take>
bool UidReading::read(const UidPart &part, Take take)
{
    rows->m_parts.push_back(rows->size());
    rows->m_names.append(part.source.name);
    UidLines lines(part);
    bool isQuoteOpen = false;
    while (const UidBatch *const batch = lines.next()) {
        seen += qint64(batch->lines.size());
        work.setDone(before + batch->position, all);
        if (work.isCancelled() || isEnough(part, *batch))
            return false;
        take(*batch);
        isQuoteOpen = batch->isQuoteOpen;
    }
    report.isQuoteOpen = report.isQuoteOpen || isQuoteOpen;
    before += sizeOf(part);
    return true;
}

void UidReading::take(const UidBatch &batch)
{
    const std::vector<UidLine> &lines = batch.lines;
    for (size_t at = 0; at < std::min(ahead, lines.size()); ++at)
        table.prefetch(lines[at].hash);
    for (size_t at = 0; at < lines.size(); ++at) {
        if (at + ahead < lines.size())
            table.prefetch(lines[at + ahead].hash);
        take(lines[at]);
    }
}

void UidReading::take(const UidLine &line)
{
    rows->m_lines.push_back(line.number);
    rows->addCleaned(line.cleaning);
    if (line.size == 0) {
        rows->m_texts.push_back(UidRows::noText);
        return rows->add(int(UidKind::Blank));
    }
    const qsizetype known = table.insert(line.uid(), line.hash);
    if (known >= 0) {
        rows->m_texts.push_back(quint32(known));
        return rows->add(int(UidKind::Duplicate));
    }
    rows->m_texts.push_back(quint32(table.uids().size() - 1));
    const UidKind kind = firstKind(line);
    // What is common among the UIDs is learnt from those that are whole.
    if (kind != UidKind::Damaged && kind != UidKind::Controls)
        shape.add(line.size, line.isAlphanumeric);
    rows->add(int(kind));
}

bool UidReading::readCompletes(const UidPart &part)
{
    return read(part, [this](const UidBatch &batch) { take(batch); });
}

void UidReading::classify()
{
    shape.settle();
    rows->m_usualLength = shape.usualLength();
    for (qsizetype row = 0; row < rows->size(); ++row) {
        const UidKind kind = rows->at(row);
        const bool isGood = kind == UidKind::Good || kind == UidKind::Cleaned;
        if (!isGood && kind != UidKind::OddLetters)
            continue;
        const QByteArrayView uid = table.uids().at(rows->textOf(row));
        if (isGood && shape.isUsual(uid.size()))
            continue;
        UidKind now = shape.kindOf(uid);
        if (now == UidKind::Good && rows->cleaning(row) != UidCleaning::None)
            now = UidKind::Cleaned;
        if (now != kind)
            rows->change(row, int(now));
    }
}

void UidReading::noteFirsts()
{
    rows->m_firsts.resize(size_t(table.uids().size()));
    for (qsizetype row = 0; row < rows->size(); ++row) {
        const UidKind kind = rows->at(row);
        if (kind != UidKind::Blank && kind != UidKind::Duplicate)
            rows->m_firsts[rows->textOf(row)] = quint32(row);
    }
}

void UidReading::reject(qsizetype place, QByteArrayView reason)
{
    constexpr qsizetype longest = 400;
    const quint32 row = rows->m_firsts[size_t(place)];
    if (rows->at(row) == UidKind::Rejected)
        return;
    rows->change(row, int(UidKind::Rejected));
    const QByteArray words = reason.first(std::min(reason.size(), longest)).toByteArray();
    const auto known = reasons.constFind(words);
    const quint32 at = known == reasons.cend() ? quint32(rows->m_reasons.size()) : *known;
    if (known == reasons.cend()) {
        reasons.insert(words, at);
        rows->m_reasons.append(QString::fromUtf8(words));
    }
    rows->m_rejections.emplace_back(row, at);
}

void UidReading::takeReject(const UidLine &line, QByteArrayView reason)
{
    if (line.size == 0)
        return;
    const qsizetype place = table.find(line.uid());
    if (place >= 0)
        return reject(place, reason);
    if (strangers.insert(line.uid(), line.hash) >= 0)
        return;
    rows->m_texts.push_back(quint32(table.uids().size() + strangers.uids().size() - 1));
    rows->m_lines.push_back(line.number);
    rows->addCleaned(line.cleaning);
    rows->add(int(UidKind::Stranger));
}

bool UidReading::readRejects(const UidPart &part)
{
    return read(part, [this](const UidBatch &batch) {
        for (size_t at = 0; at < batch.lines.size(); ++at)
            takeReject(batch.lines[at],
                       batch.reasons.empty() ? QByteArrayView() : batch.reasons[at]);
    });
}

UidImport UidReading::result()
{
    report.blank = rows->count(int(UidKind::Blank));
    report.duplicate = rows->count(int(UidKind::Duplicate));
    report.good = rows->countOf(goodKinds);
    report.cleaned = rows->count(int(UidKind::Cleaned));
    report.suspicious = rows->countOf(suspiciousKinds);
    report.damaged = rows->count(int(UidKind::Damaged));
    report.rejected = rows->count(int(UidKind::Rejected));
    report.strangers = rows->count(int(UidKind::Stranger));
    report.lines = rows->size() - report.strangers;
    rows->m_uids = std::make_shared<const api::UidList>(table.take());
    rows->m_further = strangers.take();
    std::ranges::sort(rows->m_rejections);
    return {.rows = std::move(rows), .report = report};
}

SharedUids UidImport::chosen(bool withSuspicious) const
{
    return rows->of(goodKinds | (withSuspicious ? suspiciousKinds : 0));
}

UidImport importUids(const QList<UidPart> &parts, Work &work)
{
    constexpr qint64 usualLine = 20;
    qint64 all = 0;
    qint64 completes = 0;
    for (const UidPart &part : parts) {
        all += sizeOf(part);
        completes += part.isRejects ? 0 : sizeOf(part);
    }
    const qint64 expected = std::min(completes / usualLine, UidImport::mostLines);
    UidReading reading {.work = work, .all = all, .table = UidTable(expected)};
    reading.expect(expected);
    const auto stopped = [&reading, &work] {
        return UidImport {.problem = reading.problem, .isCancelled = work.isCancelled()};
    };
    for (const UidPart &part : parts)
        if (!part.isRejects && !reading.readCompletes(part))
            return stopped();
    reading.classify();
    const bool hasRejects = std::ranges::any_of(parts, &UidPart::isRejects);
    if (hasRejects || reading.rows->count(int(UidKind::Duplicate)) > 0)
        reading.noteFirsts();
    for (const UidPart &part : parts)
        if (part.isRejects && !reading.readRejects(part))
            return stopped();
    UidImport result = reading.result();
    result.isCancelled = work.isCancelled();
    work.setDone(1, 1);
    return result;
}

} // namespace models
