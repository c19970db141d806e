#include "models/qualifications/questionmodel.h"

#include "models/support/collation.h"
#include "models/support/plain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

void QuestionModel::setQuestions(const QList<api::Qualification> &questions)
{
    beginResetModel();
    m_questions = questions;
    m_text.clear();
    m_begin.clear();
    for (const api::Qualification &question : m_questions) {
        m_begin.append(m_text.size());
        m_text += folded(question.title) + u'\n' + folded(question.text) + u'\n';
    }
    m_begin.append(m_text.size());
    refilter();
    endResetModel();
}

void QuestionModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    refilter();
    endResetModel();
}

void QuestionModel::setOnlyChosen(bool onlyChosen)
{
    if (onlyChosen == m_onlyChosen)
        return;
    beginResetModel();
    m_onlyChosen = onlyChosen;
    refilter();
    endResetModel();
}

void QuestionModel::setChosen(api::QualificationCode code, int answers)
{
    if (m_chosen.value(code) == answers)
        return;
    if (answers > 0)
        m_chosen.insert(code, answers);
    else
        m_chosen.remove(code);
    // A row stays while it is being edited, even when only chosen ones are shown.
    const QModelIndex index = indexOf(code);
    if (index.isValid())
        Q_EMIT dataChanged(index, index, {ChosenRole});
}

void QuestionModel::clearChosen()
{
    beginResetModel();
    m_chosen.clear();
    refilter();
    endResetModel();
}

const api::Qualification *QuestionModel::question(const QModelIndex &index) const
{
    return index.isValid() ? &m_questions[m_rows[index.row()]] : nullptr;
}

QModelIndex QuestionModel::indexOf(api::QualificationCode code) const
{
    const auto row =
        std::ranges::find(m_rows, code, [this](qsizetype at) { return m_questions[at].code; });
    return row == m_rows.end() ? QModelIndex() : index(int(row - m_rows.begin()));
}

int QuestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QuestionModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const api::Qualification &one = *question(index);
    switch (role) {
    case Qt::DisplayRole:
        return plain(one.title);
    case Qt::ToolTipRole:
    case TextRole:
        return plain(one.text);
    case CodeRole:
        return one.code.value;
    case ChosenRole:
        return m_chosen.value(one.code);
    case Qt::AccessibleDescriptionRole:
        return m_chosen.contains(one.code)
            ? tr("%n option(s) chosen. %1", "", m_chosen.value(one.code)).arg(plain(one.text))
            : plain(one.text);
    default:
        return {};
    }
}

QHash<int, QByteArray> QuestionModel::roleNames() const
{
    return {
        {Qt::DisplayRole, "title"}, {TextRole, "text"}, {CodeRole, "code"}, {ChosenRole, "chosen"}};
}

bool QuestionModel::matches(qsizetype question, const QStringList &words) const
{
    if (m_onlyChosen && !m_chosen.contains(m_questions[question].code))
        return false;
    const QStringView text =
        QStringView(m_text).mid(m_begin[question], m_begin[question + 1] - m_begin[question]);
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

void QuestionModel::refilter()
{
    const QStringList words = folded(m_filter).split(u' ', Qt::SkipEmptyParts);
    m_rows.clear();
    for (qsizetype i = 0; i < m_questions.size(); ++i)
        if (matches(i, words))
            m_rows.append(i);
}

} // namespace models
