// A client's brief taken apart: fields and wanted answers as they were written.
#pragma once

#include "models/briefs/briefwords.h"

#include <QList>

namespace models {

/// One wanted answer: "18-34: 40 %". The amount is as written, or empty.
struct BriefShare
{
    QString answer;
    QString amount;
    bool operator==(const BriefShare &) const = default;
};

struct BriefEntry
{
    int line = 0; ///< from 1; 0 in JSON
    BriefField field = BriefField::Question;
    QString name; ///< as it was written
    QString value; ///< of a plain field
    QList<BriefShare> shares; ///< of a field with answers
    bool operator==(const BriefEntry &) const = default;
};

struct Brief
{
    enum class Form { Lines, Csv, Json };
    Form form = Form::Lines;
    QList<BriefEntry> entries;
    QStringList strays; ///< what is no field at all: the lines, at most 200 characters of each
    QString problem; ///< why it can't be read at all, a whole sentence
    bool operator==(const Brief &) const = default;
};

constexpr qsizetype largestBrief = 256 * 1024; ///< letters, and bytes of a file
constexpr qsizetype mostBriefEntries = 500;
/// Of one field but ZIP codes; what comes behind them stands together as one answer.
constexpr qsizetype mostBriefAnswers = 1000;

/// Lines "Name: value", a CSV table (a row a field, or a header and a row), or a JSON object: the
/// form is found out. Pure; takes any text.
Brief readBrief(const QString &text);

/// "18-34 40 %, 35-54: 160" into shares: told apart by commas, semicolons, bars and new lines, but
/// not within brackets or numbers.
QList<BriefShare> briefShares(BriefField field, const QString &text);

/// The parts of a line or an answer, as briefShares() tells them apart.
QStringList briefPieces(const QString &text);

QString briefExample(); ///< a brief that is understood in full, in the lines form

} // namespace models
