// The words by which a client's brief names things.
#pragma once

#include <QString>

namespace models {

/// `Question` is whatever isn't another: the name of a standard qualification, or nothing we know.
enum class BriefField {
    Name,
    Country,
    Language,
    Audience,
    Category,
    Vertical,
    Pii,
    Completes,
    Ir,
    Loi,
    Cpi,
    Start,
    End,
    FieldDates, ///< start and end in one
    LiveLink,
    TestLink,
    Age,
    Gender,
    Region,
    Zip,
    Question,
};

/// Case, accents, blanks and punctuation aside: "Incidence rate (%)" names Ir.
BriefField briefField(const QString &word);

/// For telling words of briefs and of the server apart: folded letters and digits, one blank
/// between words, without the server's own "STANDARD_".
QString briefWord(const QString &text);

bool hasAnswers(BriefField field); ///< Age and what follows it: a list of answers, not a value

/// Whether both mean the same gender, in the languages that briefs are written in most.
bool isSameGender(const QString &a, const QString &b);

} // namespace models
