// Which rows of the journal or the change log are shown.
#pragma once

#include "models/support/sortedrows.h"

namespace models {

/// Over a CallModel or a ChangeModel.
class ActivityFilter : public SortedRows
{
    Q_OBJECT

public:
    enum class Result { Any, Good, Failed };

    explicit ActivityFilter(QObject *parent = nullptr);

    void setText(const QString &text); ///< part of any cell; case and accents aside
    void setResult(Result result); ///< of calls
    void setOnlyWrites(bool isOnlyWrites); ///< of calls
    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Result m_result = Result::Any;
    bool m_isOnlyWrites = false;
};

} // namespace models
