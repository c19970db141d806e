// The standard questions of a country and language, filtered as one types.
#pragma once

#include "api/types/qualification.h"

#include <QAbstractListModel>
#include <QHash>

namespace models {

/// Searches title and question text in one folded buffer, so that 5,000 questions answer a key
/// press within a frame. A change of filter is one reset.
class QuestionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole, ///< int
        TextRole, ///< the question as it is asked
        ChosenRole, ///< int: how many answers are targeted, 0 for none
    };

    using QAbstractListModel::QAbstractListModel;

    void setQuestions(const QList<api::Qualification> &questions);
    const QList<api::Qualification> &questions() const { return m_questions; }
    /// Every word must occur in the title or the text; empty shows all.
    void setFilter(const QString &text);
    /// Shows only questions that have chosen answers.
    void setOnlyChosen(bool onlyChosen);
    void setChosen(api::QualificationCode code, int answers);
    void clearChosen();

    const api::Qualification *question(const QModelIndex &index) const;
    QModelIndex indexOf(api::QualificationCode code) const; ///< invalid when filtered out

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    bool matches(qsizetype question, const QStringList &words) const;
    void refilter();

    QList<api::Qualification> m_questions;
    QString m_text; ///< folded title and text of every question, one after the other
    QList<qsizetype> m_begin; ///< where each begins in m_text, and the end
    QList<qsizetype> m_rows; ///< into m_questions
    QHash<api::QualificationCode, int> m_chosen;
    QString m_filter;
    bool m_onlyChosen = false;
};

} // namespace models
