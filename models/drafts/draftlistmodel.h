// Drafts and templates as a table.
#pragma once

#include "models/drafts/draftrecord.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// A record with the names that its row shows.
struct DraftRow
{
    DraftRecord record;
    QString country;
    QString currency {}; ///< of a new survey: "USD"; empty when it isn’t known
    bool operator==(const DraftRow &) const = default;
};

/// The status of Kind is 1 for a template, 2 for a recovered draft, 0 otherwise.
class DraftListModel : public TableModel<DraftRow>
{
    Q_DECLARE_TR_FUNCTIONS(DraftListModel)

public:
    enum ColumnNumber { Name, Kind, Country, Completes, Budget, Updated };

    explicit DraftListModel(QObject *parent = nullptr);

    static QString nameOf(const DraftRecord &record); ///< never empty
    static QString kindOf(const DraftRecord &record);
};

} // namespace models
