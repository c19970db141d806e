#include "models/surveys/surveysearch.h"

#include "models/support/collation.h"

#include <QStringMatcher>

namespace models {

void SurveySearch::build(const QList<SurveyRow> &rows)
{
    m_texts.clear();
    m_ends.clear();
    m_ends.reserve(rows.size());
    for (const SurveyRow &row : rows)
        append(row);
}

void SurveySearch::append(const SurveyRow &row)
{
    const api::Survey &survey = row.survey;
    // A tab keeps a search from matching across two of them.
    QString text = folded(survey.name + u'\t' + survey.code + u'\t' + survey.id.value);
    m_texts += text.replace(u'\n', u' ') + u'\n';
    m_ends.append(m_texts.size());
}

QList<bool> SurveySearch::find(const QString &text) const
{
    QList<bool> hits(m_ends.size(), text.isEmpty());
    if (text.isEmpty())
        return hits;
    const QStringMatcher matcher(text);
    // For a single letter the machine has a faster way than a matcher.
    const auto next = [&](qsizetype from) {
        return text.size() == 1 ? m_texts.indexOf(text.front(), from)
                                : matcher.indexIn(m_texts, from);
    };
    qsizetype row = 0;
    for (qsizetype at = next(0); at >= 0;) {
        while (m_ends[row] <= at) // hits come in the order of the rows
            ++row;
        hits[row] = true;
        at = next(m_ends[row]);
    }
    return hits;
}

} // namespace models
