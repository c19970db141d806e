// How an interview ended, by the survey platform's own words.
#pragma once

#include <QString>

#include <optional>

namespace models {

/// What a status of the platform stands for.
enum class Outcome { Complete, ScreenedOut, QuotaFull, Dropped, Other };
/// By the words that platforms use, whole ones, negations first: "not complete" is Dropped. Other
/// for words that aren't known; nothing for a bare number, which means something else on each
/// platform: the person chooses.
std::optional<Outcome> guessOutcome(const QString &status);
QString outcomeText(Outcome outcome); ///< "Screened out"

} // namespace models
