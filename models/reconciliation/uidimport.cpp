#include "models/reconciliation/uidimport.h"

#include "models/files/atomicwriter.h"
#include "models/files/csvreader.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace models {

namespace {

constexpr qint64 fewLines = 8192; // between two looks at the clock and the cancel flag
constexpr size_t manyAtOnce = 64;

struct UidImportText
{
    Q_DECLARE_TR_FUNCTIONS(models::UidImport)
};

/// Workbooks hold no guard, and plain lines are written without one.
bool isGuarded(const UidPart &part)
{
    return part.layout.separator != 0 && part.source.separator == 0;
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
    UidReport report {};
    QString problem {};
    qint64 before = 0; ///< bytes of the sources that are read
    qint64 seen = 0; ///< lines of all sources
    // What waits to be looked up together.
    std::array<QByteArrayView, manyAtOnce> uids {};
    std::array<quint32, manyAtOnce> lines {};
    size_t waiting = 0;

    void expect(qint64 lines);
    void take(qint64 line, QByteArrayView uid, bool isLasting);
    void lookUp();
    bool isEnough(const UidPart &part, const CsvReader &reader, QByteArrayView uid);
    template <class Take>
    bool read(const UidPart &part, Take take);
    void classify();
    void noteFirsts();
    bool readCompletes(const UidPart &part);
    bool readRejects(const UidPart &part, UidTable &strangers, QHash<QByteArray, quint32> &reasons);
    void reject(qsizetype place, QByteArrayView reason, QHash<QByteArray, quint32> &reasons);
    UidImport result(UidTable &strangers);
};

void UidReading::expect(qint64 lines)
{
    rows->m_texts.reserve(size_t(lines));
    rows->m_lines.reserve(size_t(lines));
    rows->m_kinds.reserve(size_t(lines));
}

/// A view that doesn't last until the next line is looked up at once.
void UidReading::take(qint64 line, QByteArrayView uid, bool isLasting)
{
    if (uid.isEmpty()) {
        lookUp();
        rows->m_texts.push_back(UidRows::noText);
        rows->m_lines.push_back(quint32(line));
        rows->add(int(UidKind::Blank));
        return;
    }
    lines[waiting] = quint32(line);
    uids[waiting++] = uid;
    if (waiting == manyAtOnce || !isLasting)
        lookUp();
}

void UidReading::lookUp()
{
    std::array<qsizetype, manyAtOnce> found {};
    qsizetype next = table.uids().size();
    table.insert(std::span(uids).first(waiting), found);
    for (size_t i = 0; i < waiting; ++i) {
        const bool isNew = found[i] < 0;
        rows->m_texts.push_back(quint32(isNew ? next++ : found[i]));
        rows->m_lines.push_back(lines[i]);
        // Whether those that are no plain letters and digits are odd shows in the end.
        rows->add(int(!isNew                   ? UidKind::Duplicate
                          : shape.add(uids[i]) ? UidKind::Good
                                               : UidKind::OddLetters));
    }
    waiting = 0;
}

/// Whether to stop: the file is none that holds UIDs.
bool UidReading::isEnough(const UidPart &part, const CsvReader &reader, QByteArrayView uid)
{
    const QString name = plain(part.source.name);
    const QString line = countText(reader.line());
    if (reader.isTooWide())
        problem =
            UidImportText::tr("Line %1 of %2 has more than %3 columns: this is no list of UIDs.")
                .arg(line, name, countText(CsvReader::mostFields));
    else if (uid.size() > UidImport::longestUid)
        problem =
            UidImportText::tr("Line %1 of %2 is longer than any UID: this is no list of UIDs, or "
                              "another column holds them.")
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
    const QByteArrayView text = part.source.text->utf8();
    if (text.contains('\0')) {
        problem =
            UidImportText::tr("%1 holds zero bytes, as no text does: save it as UTF-8 text, as "
                              "CSV or as .xlsx.")
                .arg(plain(part.source.name));
        return false;
    }
    part.source.text->giveBack(text.size());
    CsvReader reader(text, part.layout.separator);
    if (part.layout.hasHeader)
        reader.next();
    while (reader.next()) {
        QByteArrayView uid = reader.field(part.layout.column).trimmed();
        if (uid.startsWith('\'') && isGuarded(part))
            uid = withoutGuard(uid).trimmed();
        if (uid.size() > UidImport::longestUid || reader.isTooWide() || ++seen % fewLines == 0) {
            work.setDone(before + reader.position(), all);
            part.source.text->giveBack(reader.position());
            if (work.isCancelled() || isEnough(part, reader, uid))
                return false;
        }
        take(reader, uid);
    }
    report.isQuoteOpen = report.isQuoteOpen || reader.isUnclosed();
    before += text.size();
    return true;
}

bool UidReading::readCompletes(const UidPart &part)
{
    rows->m_parts.push_back(rows->size());
    rows->m_names.append(part.source.name);
    const bool isWhole = read(part, [this](const CsvReader &reader, QByteArrayView uid) {
        take(reader.line(), uid, reader.isPlain());
    });
    lookUp();
    return isWhole;
}

void UidReading::classify()
{
    shape.settle();
    rows->m_usualLength = shape.usualLength();
    for (qsizetype row = 0; row < rows->size(); ++row) {
        const UidKind kind = rows->at(row);
        if (kind != UidKind::Good && kind != UidKind::OddLetters)
            continue;
        const QByteArrayView uid = table.uids().at(rows->textOf(row));
        const UidKind now =
            kind == UidKind::Good && shape.isUsual(uid.size()) ? kind : shape.kindOf(uid);
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

void UidReading::reject(qsizetype place, QByteArrayView reason, QHash<QByteArray, quint32> &reasons)
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

bool UidReading::readRejects(const UidPart &part, UidTable &strangers,
                             QHash<QByteArray, quint32> &reasons)
{
    rows->m_parts.push_back(rows->size());
    rows->m_names.append(part.source.name);
    const quint32 own = quint32(table.uids().size());
    return read(part, [&](const CsvReader &reader, QByteArrayView uid) {
        if (uid.isEmpty())
            return;
        const qsizetype place = table.find(uid);
        if (place >= 0)
            return reject(place, reader.field(part.layout.reasonColumn).trimmed(), reasons);
        if (strangers.insert(uid) >= 0)
            return;
        rows->m_texts.push_back(own + quint32(strangers.uids().size()) - 1);
        rows->m_lines.push_back(quint32(reader.line()));
        rows->add(int(UidKind::Stranger));
    });
}

UidImport UidReading::result(UidTable &strangers)
{
    report.blank = rows->count(int(UidKind::Blank));
    report.duplicate = rows->count(int(UidKind::Duplicate));
    report.good = rows->count(int(UidKind::Good));
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
    return rows->of(bit(UidKind::Good) | (withSuspicious ? suspiciousKinds : 0));
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
    UidTable strangers;
    QHash<QByteArray, quint32> reasons;
    for (const UidPart &part : parts)
        if (part.isRejects && !reading.readRejects(part, strangers, reasons))
            return stopped();
    UidImport result = reading.result(strangers);
    result.isCancelled = work.isCancelled();
    work.setDone(1, 1);
    return result;
}

} // namespace models
