// What is the matter with which line of an import, as a table.
#pragma once

#include "models/reconciliation/uidimport.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// The status of Finding is its UidFault.
class FindingModel : public TableModel<UidFinding>
{
    Q_DECLARE_TR_FUNCTIONS(FindingModel)

public:
    enum ColumnNumber { Line, Uid, Finding, Reason };

    explicit FindingModel(QObject *parent = nullptr);

    static QString word(UidFault fault); ///< "Duplicate", "Suspicious", …
    static QString reason(const UidFinding &finding); ///< "the same as in line 12"; may be empty
};

} // namespace models
