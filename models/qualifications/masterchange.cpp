#include "models/qualifications/masterchange.h"

#include <algorithm>

namespace models {

MasterChange moveTo(const QList<TargetedQualification> &audience,
                    const QList<api::Qualification> &master)
{
    MasterChange change;
    for (TargetedQualification targeted : audience) {
        const auto there = std::ranges::find_if(master, [&](const api::Qualification &question) {
            return question.code == targeted.question.code
                && question.kind == targeted.question.kind
                && question.title == targeted.question.title;
        });
        if (there != master.end()) {
            targeted.question = *there;
            targeted.options.removeIf([&](int code) {
                return std::ranges::find(there->conditions, code, &api::Condition::code)
                    == there->conditions.end();
            });
        }
        if (there == master.end() || answers(targeted).isEmpty())
            change.leftOut.append(targeted.question.title);
        else
            change.kept.append(targeted);
    }
    return change;
}

} // namespace models
