// The quotas of a draft as a table: a row for each targeted answer.
#pragma once

#include "models/drafts/surveydraft.h"

#include <QAbstractTableModel>

namespace models {

/// An answer without a quota has the default, all completes, and says so. A zip question is one
/// row for all its codes. Editing to an empty text goes back to the default.
class QuotaModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Question, AnswerName, Count, Share };
    enum Role { IsDefaultRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(const SurveyDraft &draft);
    QList<api::Quota> quotas() const; ///< only answers that have one
    /// Shares the completes among the answers of each question that has more than one.
    void distributeEvenly();
    void clearAll(); ///< back to the default everywhere

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void quotasChanged();

private:
    struct Row
    {
        api::QualificationCode code;
        QString question;
        QString answer;
        api::QuotaTarget target;
        std::optional<int> quota; ///< nothing: the default
    };
    QString display(const Row &row, int column) const;
    void append(const SurveyDraft &draft, const TargetedQualification &qualification);

    QList<Row> m_rows;
    int m_completes = 0;
};

} // namespace models
