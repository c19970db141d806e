#include "models/reconciliation/platformexport.h"

#include "models/files/csvreader.h"
#include "models/reconciliation/uidcell.h"
#include "models/support/plain.h"

#include <QHash>

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct PlatformExportText
{
    Q_DECLARE_TR_FUNCTIONS(models::PlatformExport)
};

using Words = std::span<const char *const>;

constexpr std::array statusColumns {"status", "outcome", "disposition",
                                    "result", "state",   "response_status"};
constexpr std::array loiColumns {"loi",
                                 "duration",
                                 "length",
                                 "minutes",
                                 "loi_min",
                                 "time",
                                 "interview_length",
                                 "duration_seconds",
                                 "loi_sec",
                                 "seconds",
                                 "duration_(in_seconds)"};
constexpr std::array optionColumns {"quota", "cell", "option", "group", "segment", "gender", "age"};

int columnOf(const QStringList &header, Words known)
{
    for (const char *word : known)
        for (int column = 0; column < header.size(); ++column)
            if (header[column].trimmed().toLower().replace(u' ', u'_') == QLatin1String(word))
                return column;
    return -1;
}

/// The different words of a column, numbered as they come.
struct Words16
{
    QHash<QByteArray, quint16> places {};
    QStringList words {};

    /// -1 when there are too many.
    int placeOf(QByteArrayView text)
    {
        constexpr qsizetype longest = 200;
        const QByteArray word = text.first(std::min(text.size(), longest)).toByteArray();
        const auto known = places.constFind(word);
        if (known != places.cend())
            return *known;
        if (words.size() == PlatformExport::mostWords)
            return -1;
        places.insert(word, quint16(words.size()));
        words.append(QString::fromUtf8(word));
        return int(words.size()) - 1;
    }
};

/// One reading under way.
struct Reading
{
    const PlatformLayout &layout;
    PlatformExport result {};
    UidTable table {};
    Words16 statuses {};
    Words16 options {};

    bool take(const CsvReader &reader, QByteArrayView uid)
    {
        ++result.lines;
        if (uid.isEmpty()) {
            ++result.blank;
            return true;
        }
        if (table.insert(uid) >= 0) {
            ++result.repeated;
            return true;
        }
        const int status = statuses.placeOf(reader.field(layout.status).trimmed());
        const int option =
            layout.option < 0 ? 0 : options.placeOf(reader.field(layout.option).trimmed());
        if (status < 0 || option < 0)
            return false;
        result.statuses.push_back(quint16(status));
        if (layout.option >= 0)
            result.options.push_back(quint16(option));
        if (layout.loi >= 0)
            result.loi.push_back(
                minutesFrom(reader.field(layout.loi).trimmed(), layout.isInSeconds));
        return true;
    }
};

PlatformExport refused(const QString &problem)
{
    PlatformExport without;
    without.problem = problem;
    return without;
}

} // namespace

PlatformLayout guessLayout(const UidPreview &preview)
{
    PlatformLayout layout {.separator = preview.layout.separator,
                           .hasHeader = preview.layout.hasHeader,
                           .uid = preview.layout.column};
    if (!layout.hasHeader)
        return layout;
    const QStringList header = preview.rows.value(0);
    layout.status = columnOf(header, statusColumns);
    layout.loi = columnOf(header, loiColumns);
    layout.option = columnOf(header, optionColumns);
    layout.isInSeconds = header.value(layout.loi).contains("sec"_L1, Qt::CaseInsensitive);
    return layout;
}

float minutesFrom(QByteArrayView text, bool isInSeconds)
{
    constexpr float sixty = 60;
    float value = 0;
    const QByteArray whole = text.toByteArray().replace(',', '.');
    const QByteArrayList parts = whole.split(':');
    for (const QByteArray &part : parts) {
        bool isNumber = false;
        const float number = part.trimmed().toFloat(&isNumber);
        if (!isNumber || number < 0 || parts.size() > 3)
            return -1;
        value = value * sixty + number;
    }
    // "12:30" is minutes and seconds, "1:02:30" hours before them: both add up to seconds.
    return isInSeconds || parts.size() > 1 ? value / sixty : value;
}

PlatformExport readPlatform(const UidSource &source, const PlatformLayout &layout, Work &work)
{
    constexpr qint64 fewLines = 8192;
    const QByteArrayView text = source.text->utf8();
    const QString name = plain(source.name);
    if (text.contains('\0'))
        return refused(
            PlatformExportText::tr("%1 contains NUL bytes, so it is not a text file.").arg(name));
    Reading reading {.layout = layout};
    CsvReader reader(text, layout.separator);
    if (layout.hasHeader)
        reader.next();
    QByteArray scratch;
    while (reader.next()) {
        // As in the list that is submitted, so that the same respondent is the same UID.
        const QByteArrayView uid =
            uidOfCell(reader.field(layout.uid), source.separator == 0, scratch).uid;
        if (uid.size() > UidImport::longestUid || reading.result.lines >= UidImport::mostLines)
            return refused(
                PlatformExportText::tr("%1 isn’t a list of respondents: a line is longer than any "
                                       "UID, or there are more than 5,000,000 lines.")
                    .arg(name));
        if (!reading.take(reader, uid))
            return refused(
                PlatformExportText::tr("A column of %1 holds more than 1,000 different words: "
                                       "choose the one with the status.")
                    .arg(name));
        if (reading.result.lines % fewLines != 0)
            continue;
        work.setDone(reader.position(), text.size());
        if (work.isCancelled()) {
            reading.result.isCancelled = true;
            return std::move(reading.result);
        }
    }
    reading.result.uids = reading.table.take();
    reading.result.statusWords = reading.statuses.words;
    reading.result.optionWords = reading.options.words;
    return std::move(reading.result);
}

} // namespace models
