// Excluded surveys as a table: their names beside the ids that the server tells.
#pragma once

#include "api/types/survey.h"
#include "models/support/tablemodel.h"

namespace models {

class SurveyStore;

struct ExclusionRow
{
    api::Survey survey; ///< only its id, when it isn't in the list of surveys
    bool isKnown = true;
    bool isOwed = false; ///< may be missing on the server
    bool isChosen = false; ///< of a candidate
    bool operator==(const ExclusionRow &) const = default;
};

/// Those that the server has, and those that it may lack, each once; names from `surveys`.
QList<ExclusionRow> exclusionRows(const QList<api::SurveyId> &there,
                                  const QList<api::SurveyId> &owed, const SurveyStore &surveys);

/// "Snack tracker W13, Pets and 3 more": at most five, in one line, safe to show.
QString exclusionNames(const QList<api::SurveyId> &ids, const SurveyStore &surveys);

/// Give fresh rows to sync() by id(), so that selection and scroll stay.
class ExclusionModel : public TableModel<ExclusionRow>
{
    Q_OBJECT

public:
    enum Column { Name, Code, Status, Completes, End, Id, Standing };

    explicit ExclusionModel(QObject *parent = nullptr);
    static QString id(const ExclusionRow &row) { return row.survey.id.value; }

protected:
    QVariant own(const ExclusionRow &row, int column, int role) const override;
    QList<int> ownRoles() const override { return {Qt::ToolTipRole}; }
};

} // namespace models
