#include "api/calls/reconciliation.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/reconciliation.h"

namespace api::calls {

namespace {

constexpr std::chrono::minutes patience {2}; // lists of UIDs are long (reliability.md)

void allowTime(WireRequest &request)
{
    request.deadline = patience;
    request.thinkingTime = patience;
}

} // namespace

Request<Reconciliation> reconciliation(const SurveyId &id)
{
    auto request =
        build(Verb::Get, "reconciliations/reconciliation", Repeat::Read, codec::reconciliation);
    allowTime(request);
    return forSurvey(request, id);
}

Request<Done> submitReconciliation(const SurveyId &id, const Submission &submission)
{
    auto request =
        build(Verb::Post, "reconciliations/submit_reconciliation", Repeat::Never, codec::done);
    allowTime(request);
    request.body = codec::written(submission);
    return forSurvey(request, id);
}

} // namespace api::calls
