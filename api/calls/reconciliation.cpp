#include "api/calls/reconciliation.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/reconciliation.h"

namespace api::calls {

namespace {
constexpr std::chrono::minutes patience {2}; // lists of UIDs are long (reliability.md)
}

Request<Reconciliation> reconciliation(const SurveyId &id)
{
    auto request =
        build(Verb::Get, "reconciliations/reconciliation", Repeat::Read, codec::reconciliation);
    request.deadline = patience;
    return forSurvey(request, id);
}

Request<Done> submitReconciliation(const SurveyId &id, const Submission &submission)
{
    auto request =
        build(Verb::Post, "reconciliations/submit_reconciliation", Repeat::Never, codec::done);
    request.deadline = patience;
    request.body = codec::written(submission);
    return forSurvey(request, id);
}

} // namespace api::calls
