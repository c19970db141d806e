#include "models/quotas/margintext.h"

#include "models/quotas/distribution.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct MarginsText
{
    Q_DECLARE_TR_FUNCTIONS(models::MarginText)
};

struct Line
{
    QString name;
    double value = 0;
    bool isPercent = false;
    double rounding = 0; ///< half a unit of its last decimal place
};

/// Half of what the last place of "33,3" stands for.
double roundingOf(const QString &number)
{
    const qsizetype point = std::max(number.lastIndexOf(u','), number.lastIndexOf(u'.'));
    const qsizetype places = point < 0 ? 0 : number.size() - point - 1;
    return 0.5 * std::pow(10.0, -double(places));
}

std::optional<Line> lineOf(QString text)
{
    text = text.trimmed();
    Line line;
    line.isPercent = text.endsWith(u'%');
    if (line.isPercent)
        text.chop(1);
    text = text.trimmed();
    const auto isSpace = [](QChar sign) { return sign == u'\t' || sign == u' ' || sign == u';'; };
    const auto last = std::find_if(text.crbegin(), text.crend(), isSpace);
    const qsizetype start = std::distance(last, text.crend());
    QString number = text.sliced(start);
    line.name = text.first(start).trimmed();
    bool isNumber = false;
    line.rounding = roundingOf(number);
    line.value = QLocale().toDouble(number, &isNumber);
    if (!isNumber)
        line.value = QLocale::c().toDouble(number.replace(u',', u'.'), &isNumber);
    if (!isNumber || !(line.value >= 0) || line.value > 1e9)
        return {};
    return line;
}

tl::expected<QList<Line>, QString> linesOf(const QString &text, const QStringList &options)
{
    QList<Line> lines;
    for (const QString &each : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (each.trimmed().isEmpty())
            continue;
        const auto line = lineOf(each);
        if (!line)
            return tl::make_unexpected(
                MarginsText::tr("“%1” holds no number.").arg(plain(each.trimmed().left(40))));
        lines.append(*line);
    }
    if (lines.size() != options.size())
        return tl::make_unexpected(MarginsText::tr("%1 lines for %2 options.")
                                       .arg(countText(lines.size()), countText(options.size())));
    return lines;
}

/// Lines that name an option go to it; without names they are in the options' order.
tl::expected<QList<Line>, QString> inOrder(const QList<Line> &lines, const QStringList &options)
{
    const bool hasNames =
        std::ranges::any_of(lines, [](const Line &line) { return !line.name.isEmpty(); });
    if (!hasNames)
        return lines;
    QList<Line> ordered;
    for (const QString &option : options) {
        const auto found = std::ranges::find_if(lines, [&option](const Line &line) {
            return line.name.compare(option.simplified(), Qt::CaseInsensitive) == 0;
        });
        if (found == lines.end())
            return tl::make_unexpected(MarginsText::tr("No line for “%1”.").arg(plain(option)));
        ordered.append(*found);
    }
    return ordered;
}

} // namespace

tl::expected<QList<qint64>, QString> marginFromText(const QString &text, const QStringList &options,
                                                    qint64 total, QString *note)
{
    const auto lines = linesOf(text, options).and_then([&options](const QList<Line> &all) {
        return inOrder(all, options);
    });
    if (!lines)
        return tl::make_unexpected(lines.error());
    double sum = 0;
    double rounding = 1e-9;
    bool areWhole = true;
    for (const Line &line : *lines) {
        sum += line.value;
        rounding += line.rounding;
        areWhole = areWhole && line.value == std::floor(line.value);
    }
    const bool isMarked = std::ranges::any_of(*lines, &Line::isPercent);
    const double missed = std::abs(sum - 100);
    // Whole numbers without a sign that only nearly make 100 may be counts.
    const bool isPercent =
        isMarked || (total != 100 && (areWhole ? missed < 1e-9 : missed <= rounding));
    if (isPercent && missed <= rounding && missed > 1e-6 && note)
        *note = MarginsText::tr("The percentages sum to %1 and were scaled to 100.")
                    .arg(QLocale().toString(sum, 'g', 6));
    if (isPercent && missed > rounding)
        return tl::make_unexpected(
            MarginsText::tr("The percentages sum to %1, not to 100.").arg(QLocale().toString(sum)));
    QList<qint64> values;
    for (const Line &line : *lines) {
        if (!isPercent && line.value != std::floor(line.value))
            return tl::make_unexpected(MarginsText::tr("Counts are whole numbers."));
        values.append(std::llround(isPercent ? line.value * 1e6 : line.value));
    }
    if (!isPercent)
        return values;
    const QList<int> shares = distribute(int(total), values);
    return QList<qint64>(shares.begin(), shares.end());
}

} // namespace models
