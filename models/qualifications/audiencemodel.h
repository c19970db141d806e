// A survey's qualifications as a table: question, answers that qualify, what is built on them.
#pragma once

#include "models/qualifications/targetingeffect.h"
#include "models/support/tablemodel.h"

namespace models {

struct AudienceRow
{
    api::Qualification question; ///< the survey's own
    std::optional<int> quotas; ///< set on its answers; nothing: they weren't read
    bool isCrossed = false; ///< in the interlocking grid
    bool operator==(const AudienceRow &) const = default;
};

QList<AudienceRow> audienceRows(const QList<api::Qualification> &qualifications,
                                const BuiltOnAnswers &built);

/// Give fresh rows to sync() by code(), so that selection and scroll stay. All answers stand in the
/// tool tip of the answers.
class AudienceModel : public TableModel<AudienceRow>
{
    Q_OBJECT

public:
    enum Column { Title, Answers, Count, Quotas, Crossed, Question };

    explicit AudienceModel(QObject *parent = nullptr);
    static int code(const AudienceRow &row) { return row.question.code.value; }

protected:
    QVariant own(const AudienceRow &row, int column, int role) const override;
    QList<int> ownRoles() const override { return {Qt::ToolTipRole}; }
};

} // namespace models
