#include "models/drafts/draftreuse.h"

#include "models/drafts/takennames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int usualFieldDays = 14;

struct Wave
{
    QString before; ///< all of the name up to the number
    int number = 1;
    int digits = 1; ///< as many as the number was written with
    QString behind;
};

/// The last number that is marked as a wave; else one that ends the name; else a first wave.
Wave waveOf(const QString &name)
{
    static const QRegularExpression marked(
        u"^(.*(?<![\\p{L}\\p{N}])(?:w|wave|welle|vague|ola|onda|#)[\\s.\\-]*)(\\d{1,6})(?!\\d)(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression last(u"^(.*[\\s\\-_/#])(\\d{1,6})()$"_s);
    for (const QRegularExpression &form : {marked, last}) {
        if (const auto match = form.match(name); match.hasMatch())
            return {match.captured(1), match.captured(2).toInt(), int(match.capturedLength(2)),
                    match.captured(3)};
    }
    return {name + u" W"_s, 1, 1, {}};
}

} // namespace

SurveyDraft movedTo(SurveyDraft draft, QDate today)
{
    const bool isDated = draft.start.isValid() && draft.end.isValid();
    const qint64 days =
        isDated ? std::max<qint64>(draft.start.daysTo(draft.end), 1) : usualFieldDays;
    draft.start = today;
    draft.end = today.addDays(days);
    return draft;
}

QString nextWaveName(const QString &name, const TakenNames &taken)
{
    Wave wave = waveOf(name.trimmed());
    QString next;
    do {
        ++wave.number;
        next = wave.before + u"%1"_s.arg(wave.number, wave.digits, 10, QChar(u'0')) + wave.behind;
    } while (taken.contains(next));
    return next;
}

} // namespace models
