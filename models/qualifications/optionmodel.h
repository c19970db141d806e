// The options of one question, checkable, filtered as one types.
#pragma once

#include "api/types/qualification.h"

#include <QAbstractListModel>
#include <QSet>

namespace models {

/// What is checked stays so when the filter hides it.
class OptionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setOptions(const QList<api::Condition> &options, const QList<int> &checked);
    void setFilter(const QString &text);
    /// Checks or unchecks what the filter shows.
    void setAllShown(bool isChecked);
    QList<int> checked() const; ///< codes in the question's order

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    void refilter();

    QList<api::Condition> m_options;
    QStringList m_text; ///< folded names
    QList<qsizetype> m_rows; ///< into m_options
    QSet<int> m_checked;
    QString m_filter;
};

} // namespace models
