// Any bytes as a service's answer: every decoder reads or refuses them, and a refusal says why.
#include "api/calls/auth.h"
#include "api/calls/exclusions.h"
#include "api/calls/feasibility.h"
#include "api/calls/interlocking.h"
#include "api/calls/masterdata.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"

#include <cstdlib>

namespace {

template <class T>
void read(const api::Request<T> &request, const api::Answer &answer)
{
    const api::Result<T> result = request.decode(answer);
    if (result)
        return;
    // What the service has not clearly refused must never look settled to a call that pays.
    const api::ApiError &error = result.error();
    const bool isSettled = error.delivery == api::Delivery::Answered;
    if (isSettled && (error.serverMessage.isEmpty() || error.kind == api::ErrorKind::ServerError))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int statuses[] = {200, 204, 400, 403, 404, 409, 422, 429, 500};
    if (size == 0)
        return 0;
    const api::Answer answer {
        statuses[data[0] % std::size(statuses)],
        QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)),
        QStringLiteral("endpoints/x")};
    using namespace api::calls;
    const api::SurveyId id {QStringLiteral("x")};
    read(getHash({}, {}), answer);
    read(surveys(1), answer);
    read(survey(id), answer);
    read(createSurvey({}), answer);
    read(updateSurvey(id, {}), answer);
    read(qualifications(id), answer);
    read(qualification(id, {42}), answer);
    read(quotas(id), answer);
    read(quota(id, {42}), answer);
    read(interlocking(id), answer);
    read(reconciliation(id), answer);
    read(submitReconciliation(id, {}), answer);
    read(countries(), answer);
    read(languages(), answer);
    read(studyCategories(), answer);
    read(exclusions(id), answer);
    read(feasibility({}), answer);
    return 0;
}
