// The change log as a table, the newest first.
#pragma once

#include "models/activity/changelog.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// A change with its survey's name.
struct ChangeRow
{
    Change change;
    QString survey;
    bool operator==(const ChangeRow &) const = default;
};

class ChangeModel : public TableModel<ChangeRow>
{
    Q_DECLARE_TR_FUNCTIONS(ChangeModel)

public:
    enum ColumnNumber { Time, Survey, What, Before, After, Where };

    explicit ChangeModel(QObject *parent = nullptr);

    static std::span<const Column<ChangeRow>> columns(); ///< in the order of ColumnNumber

    void prepend(const ChangeRow &row); ///< beyond ChangeLog::limit the oldest goes

    static QString originName(models::Change::Origin origin);
};

} // namespace models
