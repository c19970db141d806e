#include "models/briefs/briefvalues.h"

#include "models/briefs/briefwords.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models::briefvalues {

namespace {

constexpr qsizetype longestValue = 100; ///< letters

QRegularExpressionMatch matched(const QString &pattern, const QString &text)
{
    // No value is as long; and backtracking over a long one would take its time.
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption)
        .match(text.size() > longestValue ? QString() : text.trimmed());
}

QString digits(const QString &text)
{
    QString all;
    for (const QChar letter : text) {
        if (letter.isDigit())
            all += QChar(u'0' + letter.digitValue());
    }
    return all;
}

std::optional<int> number(const QString &text)
{
    bool isNumber = false;
    const int value = digits(text).toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<QDate> valid(int year, int month, int day)
{
    const QDate date(year < 100 ? 2000 + year : year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<int> whole(const QString &text)
{
    const auto match = matched(u"^(?:n\\s*=\\s*|~\\s*)?(\\d{1,3}(?:[,.'’\\s]\\d{3})+|\\d+)"
                               "(?:\\s*[a-zäöü.]+){0,3}$"_s,
                               text);
    return match.hasMatch() ? number(match.captured(1)) : std::nullopt;
}

std::optional<double> percent(const QString &text)
{
    const auto match =
        matched(u"^~?\\s*(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*(%|percent|per cent)?$"_s, text);
    if (!match.hasMatch())
        return std::nullopt;
    const double value = match.captured(1).replace(u',', u'.').toDouble();
    return match.captured(2).isEmpty() && value < 1 ? value * 100 : value;
}

std::optional<api::Money> money(const QString &text)
{
    const auto match =
        matched(u"^(?:[$€£¥]|[a-z]{2,3}[$]?)?\\s*(\\d+(?:[.,]\\d{1,2})?)\\s*"
                "(?:[$€£¥]|[a-z]{3})?(?:\\s*(?:per|/)\\s*(?:complete|interview))?$"_s,
                text);
    return match.hasMatch() ? api::Money::fromWire(match.captured(1).replace(u',', u'.'))
                            : std::nullopt;
}

std::optional<QDate> date(const QString &text)
{
    if (const auto iso = matched(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:T.*)?$"_s, text);
        iso.hasMatch())
        return valid(iso.captured(1).toInt(), iso.captured(2).toInt(), iso.captured(3).toInt());
    if (const auto dots = matched(u"^(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4}|\\d{2})$"_s, text);
        dots.hasMatch())
        return valid(dots.captured(3).toInt(), dots.captured(2).toInt(), dots.captured(1).toInt());
    if (const auto bars = matched(u"^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})$"_s, text);
        bars.hasMatch()) {
        const int a = bars.captured(1).toInt();
        const int b = bars.captured(2).toInt();
        if (a <= 12 && b <= 12 && a != b)
            return std::nullopt; // which is the month?
        return valid(bars.captured(3).toInt(), std::min(a, b), std::max(a, b));
    }
    if (text.size() > longestValue)
        return std::nullopt;
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString plain = text.simplified().remove(u',').remove(u'.');
    plain.remove(QRegularExpression(u"(?<=\\d)(st|nd|rd|th)\\b"_s));
    for (const QString &form :
         {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d yyyy"_s, u"MMMM d yyyy"_s}) {
        if (const QDate read = english.toDate(plain, form); read.isValid())
            return read;
    }
    return std::nullopt;
}

std::optional<std::pair<QDate, QDate>> dates(const QString &text)
{
    if (text.size() > longestValue)
        return std::nullopt;
    static const QRegularExpression mark(
        u"\\s+(?:-|to|until|till|bis)\\s+|\\s*[–—]\\s*|(?<=^\\d|^\\d\\d)-"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = mark.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch at = found.next();
        const QString left = text.left(at.capturedStart()).trimmed();
        const auto end = date(text.mid(at.capturedEnd()).trimmed());
        if (!end || left.isEmpty())
            continue;
        const QString year = QString::number(end->year());
        std::optional<QDate> start = date(left);
        const bool isWhole = start.has_value();
        if (!start)
            start = date(left + (left.endsWith(u'.') ? QString() : u" "_s) + year);
        if (!start) {
            bool isDay = false;
            const int day = left.toInt(&isDay);
            start = isDay ? valid(end->year(), end->month(), day) : std::nullopt;
        }
        if (start && !isWhole && *start > *end)
            start = start->addYears(-1); // from December to January
        if (start && *start <= *end)
            return std::pair(*start, *end);
    }
    return std::nullopt;
}

std::pair<QString, bool> withoutAbout(const QString &text)
{
    static const QRegularExpression about(
        u"^\\s*(?:around|about|approximately|approx\\.?|roughly|circa|ca\\.?|~)\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString value = text.left(longestValue);
    const bool isAbout = about.match(value).hasMatch();
    return {value.remove(about), isAbout};
}

QString currency(const QString &text)
{
    static const QRegularExpression mark(u"[$€£¥]|\\b[A-Za-z]{2,3}\\b[$]?"_s);
    return mark.match(text.left(longestValue)).captured();
}

QString bandReadAsDate(const QString &text)
{
    static const QStringList months {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                     u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    static const QHash<QString, QString> others {
        {u"mär"_s, u"mar"_s}, {u"mai"_s, u"may"_s}, {u"okt"_s, u"oct"_s}, {u"dez"_s, u"dec"_s}};
    auto match = matched(u"^([a-zä]{3})\\.?[- ](\\d{1,2})$"_s, text);
    QString month = match.captured(1).toLower();
    int number = match.captured(2).toInt();
    if (!match.hasMatch()) {
        match = matched(u"^(\\d{1,2})\\.?[- ]([a-zä]{3})\\.?$"_s, text);
        month = match.captured(2).toLower();
        number = match.captured(1).toInt();
    }
    const int which = int(months.indexOf(others.value(month, month))) + 1;
    if (!match.hasMatch() || which == 0)
        return {};
    return u"%1-%2"_s.arg(std::min(which, number)).arg(std::max(which, number));
}

std::optional<api::Range> range(const QString &text, const QList<api::Range> &known)
{
    int least = known.isEmpty() ? 0 : known.first().from;
    int most = known.isEmpty() ? 99 : known.first().to;
    for (const api::Range &one : known) {
        least = std::min(least, one.from);
        most = std::max(most, one.to);
    }
    const QString unit = u"(?:\\s*(?:years?|yrs?|y\\.?o\\.?|jahren?|ans|años))?"_s;
    const QString tail = unit + u'$';
    std::optional<api::Range> found;
    if (const auto span =
            matched(u"^(\\d{1,6})\\s*(?:-|–|—|to|bis|until)\\s*(\\d{1,6})"_s + tail, text);
        span.hasMatch())
        found = {span.captured(1).toInt(), span.captured(2).toInt()};
    else if (const auto up = matched(
                 u"^(\\d{1,6})"_s + unit
                     + u"\\s*(?:\\+|and over|and older|or older|und älter|oder älter)"_s + tail,
                 text);
             up.hasMatch())
        found = {up.captured(1).toInt(), most};
    else if (const auto above = matched(u"^(over|above|über|ab|>=?)\\s*(\\d{1,6})"_s + tail, text);
             above.hasMatch()) {
        const bool isFrom = above.captured(1) == u">="
            || above.captured(1).compare(u"ab", Qt::CaseInsensitive) == 0;
        found = {above.captured(2).toInt() + (isFrom ? 0 : 1), most};
    } else if (const auto below =
                   matched(u"^(under|below|unter|up to|bis|<=?)\\s*(\\d{1,6})"_s + tail, text);
               below.hasMatch()) {
        const bool isUpTo = below.captured(1) == u"<="
            || below.captured(1).compare(u"up to", Qt::CaseInsensitive) == 0
            || below.captured(1).compare(u"bis", Qt::CaseInsensitive) == 0;
        found = {least, below.captured(2).toInt() - (isUpTo ? 0 : 1)};
    } else if (const auto one = matched(u"^(\\d{1,6})"_s + tail, text); one.hasMatch())
        found = {one.captured(1).toInt(), one.captured(1).toInt()};
    return found && found->from <= found->to ? found : std::nullopt;
}

std::optional<bool> truth(const QString &text)
{
    const QString word = briefWord(text);
    if (word == u"yes" || word == u"y" || word == u"true" || word == u"1" || word == u"ja")
        return true;
    if (word == u"no" || word == u"n" || word == u"false" || word == u"0" || word == u"nein"
        || word == u"none")
        return false;
    return std::nullopt;
}

} // namespace models::briefvalues
