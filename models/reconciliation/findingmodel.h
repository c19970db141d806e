// What is the matter with which line of an import, as a table.
#pragma once

#include "models/reconciliation/uidimport.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// Columns Line, UID, Finding. The status of Finding is its UidFault.
class FindingModel : public TableModel<UidFinding>
{
    Q_DECLARE_TR_FUNCTIONS(FindingModel)

public:
    enum ColumnNumber { Line, Uid, Finding };

    explicit FindingModel(QObject *parent = nullptr);

    static QString text(const UidFinding &finding); ///< "Duplicate of line 12"
};

} // namespace models
