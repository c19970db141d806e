#include "models/reconciliation/outcome.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct OutcomeTexts
{
    Q_DECLARE_TR_FUNCTIONS(models::Outcome)
};

using Words = std::span<const char *const>;

/// Whole words, or with a `*` the beginnings of words.
constexpr std::array negations {"not", "non", "no", "never", "isn't", "isn’t", "didn't", "didn’t"};
constexpr std::array completeWords {"complete", "completed", "completes", "qualified",
                                    "valid",    "finished",  "success",   "successful"};
constexpr std::array unqualifiedWords {"qualified", "valid", "eligible"};
constexpr std::array screenedWords {"screen*", "terminat*", "disqualif*", "reject*",
                                    "invalid", "unqualif*", "ineligib*"};
constexpr std::array quotaWords {"quota*", "over", "overquota", "oq"};
constexpr std::array droppedWords {"drop*",    "incomplet*", "uncomplet*", "unfinish*", "partial*",
                                   "abandon*", "timeout",    "timed",      "progress",  "started",
                                   "break*",   "suspended",  "unsubmitted"};

bool matches(const QString &word, const char *known)
{
    const QLatin1String text(known);
    return text.endsWith(u'*') ? word.startsWith(text.chopped(1)) : word == text;
}

bool hasAny(const QStringList &words, Words known)
{
    return std::ranges::any_of(words, [known](const QString &word) {
        return std::ranges::any_of(known,
                                   [&word](const char *each) { return matches(word, each); });
    });
}

/// In small letters; "OverQuota" and "screen_out" are two words each.
QStringList wordsOf(const QString &status)
{
    QStringList words;
    QString word;
    const auto end = [&words, &word] {
        if (!word.isEmpty())
            words.append(std::exchange(word, {}).toLower());
    };
    for (const QChar letter : status) {
        const bool isOfWord = letter.isLetterOrNumber() || letter == u'\'' || letter == u'’';
        const bool isNext = !word.isEmpty() && letter.isUpper() && word.back().isLower();
        if (!isOfWord || isNext)
            end();
        if (isOfWord)
            word += letter;
    }
    end();
    return words;
}

bool isNumber(const QString &text)
{
    bool isOne = false;
    QString(text).replace(u',', u'.').toDouble(&isOne);
    return isOne;
}

/// What is denied.
Outcome negated(const QStringList &words)
{
    if (hasAny(words, unqualifiedWords))
        return Outcome::ScreenedOut;
    return hasAny(words, completeWords) || hasAny(words, droppedWords) ? Outcome::Dropped
                                                                       : Outcome::Other;
}

} // namespace

std::optional<Outcome> guessOutcome(const QString &status)
{
    const QString text = status.trimmed().toLower();
    if (isNumber(text))
        return {};
    if (text == u"c")
        return Outcome::Complete;
    if (text == u"s" || text == u"t")
        return Outcome::ScreenedOut;
    if (text == u"q")
        return Outcome::QuotaFull;
    const QStringList words = wordsOf(status.trimmed());
    if (hasAny(words, negations))
        return negated(words);
    if (hasAny(words, droppedWords) || text.contains("time out"_L1))
        return Outcome::Dropped;
    if (hasAny(words, quotaWords))
        return Outcome::QuotaFull;
    if (hasAny(words, screenedWords))
        return Outcome::ScreenedOut;
    return hasAny(words, completeWords) ? Outcome::Complete : Outcome::Other;
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Complete:
        return OutcomeTexts::tr("Complete");
    case Outcome::ScreenedOut:
        return OutcomeTexts::tr("Screened out");
    case Outcome::QuotaFull:
        return OutcomeTexts::tr("Quota full");
    case Outcome::Dropped:
        return OutcomeTexts::tr("Dropped out");
    case Outcome::Other:
        return OutcomeTexts::tr("Other");
    }
    return {};
}

} // namespace models
