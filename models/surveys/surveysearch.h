// Finds surveys by a part of their name, code or id: all texts folded once into one buffer.
#pragma once

#include "models/surveys/surveymodel.h"

namespace models {

class SurveySearch
{
public:
    void build(const QList<SurveyRow> &rows);
    void append(const SurveyRow &row); ///< behind those that are there

    /// One answer for each row; all true for an empty text. `text` is folded() already.
    QList<bool> find(const QString &text) const;

private:
    QString m_texts; ///< of all rows, each ended by a line feed
    QList<qsizetype> m_ends;
};

} // namespace models
