#include "models/reconciliation/uidlines.h"

#include "models/files/atomicwriter.h"
#include "models/files/csvreader.h"
#include "models/reconciliation/uidshape.h"
#include "models/reconciliation/uidtable.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace models {

namespace {

constexpr size_t linesOfBatch = 2048; // small enough for a core's own cache
constexpr qsizetype muchText = 1024 * 1024; // bytes; giving memory back costs all threads time
constexpr int mostLooks = 2000; // before sleeping: the next batch is there before one is woken
constexpr size_t mostBatches = 32;
constexpr size_t someBatches = mostBatches / 2; // who waits is woken for as many, not for each

/// Workbooks hold no guard, and plain lines are written without one.
bool isGuarded(const UidPart &part)
{
    return part.layout.separator != 0 && part.source.separator == 0;
}

QByteArrayView trimmed(QByteArrayView text)
{
    const bool isTrim = text.isEmpty() || (uchar(text.front()) > ' ' && uchar(text.back()) > ' ');
    return isTrim ? text : text.trimmed();
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
    QByteArrayView lasting(UidBatch &batch, QByteArrayView view) const;

    const UidPart &m_part;
    QByteArrayView m_text;
    CsvReader m_reader;
    bool m_isGuarded;
    bool m_isBegun = false;
    qsizetype m_givenBack = 0; ///< bytes
};

void Filler::begin()
{
    m_isBegun = true;
    m_part.source.text->giveBack(m_text.size());
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
    if (batch.position - m_givenBack > muchText) {
        m_part.source.text->giveBack(batch.position);
        m_givenBack = batch.position;
    }
    return isMore;
}

/// A cell that was within quotes is the reader's own until its next line.
QByteArrayView Filler::lasting(UidBatch &batch, QByteArrayView view) const
{
    if (m_reader.isPlain() || view.isEmpty())
        return view;
    batch.kept.push_back(view.toByteArray());
    return batch.kept.back();
}

bool Filler::add(UidBatch &batch)
{
    QByteArrayView uid = trimmed(m_reader.field(m_part.layout.column));
    if (uid.startsWith('\'') && m_isGuarded)
        uid = withoutGuard(uid).trimmed();
    const quint32 number = quint32(m_reader.line());
    if (m_reader.isTooWide() || uid.size() > UidImport::longestUid) {
        batch.stop = m_reader.isTooWide() ? UidStop::TooWide : UidStop::TooLong;
        batch.stopLine = number;
        return false;
    }
    uid = lasting(batch, uid);
    batch.lines.push_back({.text = uid.data(),
                           .hash = uid.isEmpty() ? 0 : UidSlots::hashOf(uid),
                           .number = number,
                           .size = quint16(uid.size()),
                           .isAlphanumeric = isAlphanumeric(uid)});
    if (m_part.layout.reasonColumn >= 0)
        batch.reasons.push_back(
            lasting(batch, trimmed(m_reader.field(m_part.layout.reasonColumn))));
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
    bool hasBatch();
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

/// Or never will have.
bool UidLines::Private::hasBatch()
{
    const std::lock_guard lock(mutex);
    return taken < filled || isOver;
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
    for (int look = 0; look < mostLooks && !d->hasBatch(); ++look)
        std::this_thread::yield();
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
