// What was submitted of a survey, each with its answer, as a table.
#pragma once

#include "models/reconciliation/reconciliationtable.h"
#include "models/support/tablemodel.h"

namespace models {

/// The status of State is its SubmissionState.
class SubmissionModel : public TableModel<SubmissionRecord>
{
public:
    enum ColumnNumber { Submitted, State, Uids, Accepted, Contact, Answer, Fingerprint };

    explicit SubmissionModel(QObject *parent = nullptr);
};

} // namespace models
