#include "models/reconciliation/uidlines.h"

#include "models/files/csvreader.h"
#include "models/reconciliation/uidcell.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace models {

namespace {

constexpr size_t linesOfBatch = 2048; // small enough for a core's own cache
constexpr size_t mostBatches = 32;
constexpr size_t someBatches = mostBatches / 2; // who waits is woken for as many, not for each

/// Workbooks hold no guard, and plain lines are written without one.
bool isGuarded(const UidPart &part)
{
    return part.layout.separator != 0 && part.source.separator == 0;
}

/// Fills batches, one after the other.
class Filler
{
public:
    explicit Filler(const UidPart &part)
        : m_part(part)
        , m_text(part.source.text->utf8())
        , m_reader(m_text, part.layout.separator)
        , m_isGuarded(isGuarded(part))
    {
    }

    /// False when nothing follows.
    bool fill(UidBatch &batch);

private:
    void begin();
    bool add(UidBatch &batch);
    QByteArrayView lasting(UidBatch &batch, QByteArrayView view, bool isOfText) const;

    const UidPart &m_part;
    QByteArrayView m_text;
    CsvReader m_reader;
    bool m_isGuarded;
    bool m_isBegun = false;
    QByteArray m_scratch;
};

void Filler::begin()
{
    m_isBegun = true;
    if (m_part.layout.hasHeader)
        m_reader.next();
}

bool Filler::fill(UidBatch &batch)
{
    batch.lines.clear();
    batch.reasons.clear();
    batch.kept.clear();
    const qsizetype from = m_reader.position();
    if (!m_isBegun)
        begin();
    bool isMore = true;
    while (isMore && batch.lines.size() < linesOfBatch)
        isMore = m_reader.next() && add(batch);
    batch.position = m_reader.position();
    batch.isQuoteOpen = m_reader.isUnclosed();
    if (m_text.sliced(from, batch.position - from).contains('\0')) {
        batch.stop = UidStop::ZeroBytes;
        return false;
    }
    return isMore;
}

/// A cell that was within quotes is the reader's until its next line: it is copied.
QByteArrayView Filler::lasting(UidBatch &batch, QByteArrayView view, bool isOfText) const
{
    if (isOfText || view.isEmpty())
        return view;
    batch.kept.push_back(view.toByteArray());
    return batch.kept.back();
}

bool Filler::add(UidBatch &batch)
{
    const QByteArrayView cell = m_reader.field(m_part.layout.column);
    const quint32 number = quint32(m_reader.line());
    const CellUid found = uidOfCell(cell, m_isGuarded, m_scratch);
    if (m_reader.isTooWide() || found.uid.size() > UidImport::longestUid) {
        batch.stop = m_reader.isTooWide() ? UidStop::TooWide : UidStop::TooLong;
        batch.stopLine = number;
        return false;
    }
    const bool isPlain = m_reader.isPlain();
    const QByteArrayView uid =
        lasting(batch, found.uid, isPlain && found.cleaning == UidCleaning::None);
    batch.lines.push_back({.text = uid.data(),
                           .hash = uid.isEmpty() ? 0 : UidSlots::hashOf(uid),
                           .number = number,
                           .size = quint16(uid.size()),
                           .isAlphanumeric = found.isAlphanumeric,
                           .cleaning = found.cleaning});
    if (m_part.layout.reasonColumn >= 0)
        batch.reasons.push_back(
            lasting(batch, m_reader.field(m_part.layout.reasonColumn).trimmed(), isPlain));
    return true;
}

} // namespace

struct UidLines::Private
{
    explicit Private(const UidPart &part)
        : filler(part)
    {
    }

    void read();
    bool waitForRoom();
    void pass(bool isMore);

    Filler filler;
    std::array<UidBatch, mostBatches> batches {};
    std::mutex mutex {};
    std::condition_variable isRoom {};
    std::condition_variable isFilled {};
    size_t filled = 0; ///< batches that were filled since the beginning
    size_t taken = 0; ///< of those, handed out
    bool isOver = false; ///< nothing is filled any more
    bool isUnwanted = false; ///< nobody takes any more
    std::thread thread {};
};

/// One batch is in use by whoever took it.
bool UidLines::Private::waitForRoom()
{
    std::unique_lock lock(mutex);
    if (filled + 1 >= taken + mostBatches)
        isRoom.wait(lock,
                    [this] { return isUnwanted || filled + someBatches <= taken + mostBatches; });
    return !isUnwanted;
}

void UidLines::Private::pass(bool isMore)
{
    const std::lock_guard lock(mutex);
    ++filled;
    isOver = !isMore;
    if (isOver || filled >= taken + someBatches)
        isFilled.notify_one();
}

void UidLines::Private::read()
{
    bool isMore = true;
    while (isMore && waitForRoom()) {
        isMore = filler.fill(batches[filled % mostBatches]);
        pass(isMore);
    }
}

UidLines::UidLines(const UidPart &part)
    : d(new Private(part))
{
    d->thread = std::thread([this] { d->read(); });
}

UidLines::~UidLines()
{
    {
        const std::lock_guard lock(d->mutex);
        d->isUnwanted = true;
        d->isRoom.notify_one();
    }
    d->thread.join();
}

const UidBatch *UidLines::next()
{
    std::unique_lock lock(d->mutex);
    if (d->taken == d->filled)
        d->isFilled.wait(lock, [this] { return d->isOver || d->filled >= d->taken + someBatches; });
    if (d->taken == d->filled)
        return nullptr;
    const UidBatch *const batch = &d->batches[d->taken++ % mostBatches];
    if (d->filled + someBatches <= d->taken + mostBatches)
        d->isRoom.notify_one();
    return batch;
}

} // namespace models
