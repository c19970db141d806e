// Flows over calls 7–11: changes of who is asked that are read back when their fate is unclear.
#pragma once

#include "api/http/client.h"
#include "api/types/qualification.h"

namespace api::flows {

/// Whether `there` lets the same answers qualify, in whatever order.
bool holds(const Qualification &there, const Targeting &wanted);

/// Call 8: one qualification of the survey as it now is. Where the service answers with another or
/// with several, it is looked for in the answer of call 7. NotFound when the survey doesn't have
/// it.
Task<Qualification> readQualification(Client &client, SurveyId id, QualificationCode code,
                                      Cancellation cancellation = {});

/// Sends call 9 once. After an unclear failure or *no change* it reads the survey's qualifications:
/// all of them there as they were sent is success, with `changed` false where nothing was to be
/// done (retry matrix, DetectableCreate). A refusal stays one, since nothing
/// was sent before it; ApiError::existing names what is there already.
Task<Done> addQualifications(Client &client, SurveyId id, QList<Targeting> targeting);

/// How a change ended that the service took.
struct QualificationUpdate
{
    std::optional<Qualification> other; ///< what was read back, where it isn't what was sent
    bool operator==(const QualificationUpdate &) const = default;
};

/// Sends call 10 and reads that qualification back by call 8. After an unclear failure it sends
/// once more only if it still differs (SetState); *no change* is success where the service has it.
Task<QualificationUpdate> updateQualification(Client &client, SurveyId id, Targeting targeting);

/// Sends call 11, else as updateQualification(). One that is gone already is success with
/// `changed` false.
Task<Done> deleteQualification(Client &client, SurveyId id, QualificationCode code);

} // namespace api::flows
