#include "models/qualifications/rangetext.h"

#include "models/qualifications/ranges.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <tl/expected.hpp>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int mostBound = 1'000'000;
constexpr qsizetype mostShown = 40;
constexpr qsizetype mostNamed = 8;

struct RangeTextText
{
    Q_DECLARE_TR_FUNCTIONS(models::RangeText)
};

using Part = tl::expected<api::Range, QString>;

Part refused(const QString &why)
{
    return tl::make_unexpected(why);
}

std::optional<int> bound(const QString &digits)
{
    bool isNumber = false;
    const int value = digits.toInt(&isNumber);
    return isNumber && value >= 0 && value <= mostBound ? std::optional(value) : std::nullopt;
}

/// What the dash in "18-24" may look like.
QString withPlainDashes(QString text)
{
    for (const char16_t dash : {u'–', u'—', u'‐', u'‑', u'−'})
        text.replace(QChar(dash), u'-');
    return text.simplified().toLower();
}

Part openEnded(const QString &digits, bool isUpwards, int beyond, const QList<api::Range> &known)
{
    const auto value = bound(digits);
    if (!value)
        return refused(RangeTextText::tr("The number is too large."));
    if (known.isEmpty())
        return refused(RangeTextText::tr("How far this qualification goes isn’t known: write both "
                                         "ends, such as 65-99."));
    const int least = std::ranges::min(known, {}, &api::Range::from).from;
    const int most = std::ranges::max(known, {}, &api::Range::to).to;
    const api::Range range =
        isUpwards ? api::Range {*value + beyond, most} : api::Range {least, *value - beyond};
    if (range.from > range.to)
        return refused(RangeTextText::tr("This qualification goes from %1 to %2.")
                           .arg(plainCountText(least), plainCountText(most)));
    return range;
}

Part partOf(const QString &text, const QList<api::Range> &known)
{
    static const QRegularExpression both(u"^(\\d+) ?(?:-|to|bis|\\.\\.+) ?(\\d+)$"_s);
    static const QRegularExpression one(u"^\\d+$"_s);
    static const QRegularExpression above(u"^(?:(?:>=|≥) ?(\\d+)|(\\d+) ?\\+|(\\d+) (?:and|or) "
                                          "(?:over|older|above|more))$"_s);
    static const QRegularExpression over(u"^(?:over|above|>) ?(\\d+)$"_s);
    static const QRegularExpression upTo(u"^(?:up to|<=|≤) ?(\\d+)$"_s);
    static const QRegularExpression under(u"^(?:under|below|<) ?(\\d+)$"_s);
    const QString plainText = withPlainDashes(text);
    if (const auto found = both.match(plainText); found.hasMatch()) {
        const auto from = bound(found.captured(1));
        const auto to = bound(found.captured(2));
        if (!from || !to)
            return refused(RangeTextText::tr("The number is too large."));
        if (*from > *to)
            return refused(RangeTextText::tr("The range ends before it begins."));
        return api::Range {*from, *to};
    }
    if (one.match(plainText).hasMatch()) {
        const auto value = bound(plainText);
        return value ? Part(api::Range {*value, *value})
                     : refused(RangeTextText::tr("The number is too large."));
    }
    if (const auto found = above.match(plainText); found.hasMatch())
        return openEnded(found.captured(found.lastCapturedIndex()), true, 0, known);
    if (const auto found = over.match(plainText); found.hasMatch())
        return openEnded(found.captured(1), true, 1, known);
    if (const auto found = upTo.match(plainText); found.hasMatch())
        return openEnded(found.captured(1), false, 0, known);
    if (const auto found = under.match(plainText); found.hasMatch())
        return openEnded(found.captured(1), false, 1, known);
    return refused(RangeTextText::tr("This isn’t a range such as 18-24 or 65+."));
}

} // namespace

RangeText rangesFromText(const QString &text, const QList<api::Range> &known,
                         const QList<api::Range> &present)
{
    static const QRegularExpression between(u"[\\n\\r\\t,;\\x{2028}\\x{2029}]+"_s);
    RangeText found;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QString trimmed = part.simplified();
        if (trimmed.isEmpty())
            continue;
        const Part range = partOf(trimmed, known);
        if (!range)
            found.leftOut.append({trimmed.left(mostShown), range.error()});
        else if (present.contains(*range) || found.ranges.contains(*range))
            found.duplicates.append(*range);
        else
            found.ranges.append(*range);
    }
    return found;
}

QString rangeSummary(const RangeText &found)
{
    QStringList parts;
    if (found.ranges.isEmpty() && found.duplicates.isEmpty() && found.leftOut.isEmpty())
        return {};
    parts.append(RangeTextText::tr("%n range(s) added", "", int(found.ranges.size())));
    if (!found.duplicates.isEmpty())
        parts.append(RangeTextText::tr("%n chosen already", "", int(found.duplicates.size())));
    for (const LeftOutRange &each : found.leftOut.mid(0, mostNamed))
        parts.append(RangeTextText::tr("“%1” left out: %2").arg(plain(each.text), each.why));
    if (found.leftOut.size() > mostNamed)
        parts.append(
            RangeTextText::tr("%n more left out", "", int(found.leftOut.size() - mostNamed)));
    return parts.join(u" · "_s);
}

} // namespace models
