#include "sandbox/server/router.h"

#include "sandbox/calls/calls.h"
#include "sandbox/server/context.h"
#include "sandbox/server/gate.h"
#include "sandbox/server/refusal.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using Verb = QHttpServerRequest::Method;
using Call = Reply (*)(Context &, const Request &);
enum class Signed { No, Yes };

struct Route
{
    Verb verb;
    QLatin1String path;
    Call call;
    Signed isSigned = Signed::Yes;
};

constexpr Route routes[] = {
    {Verb::Get, QLatin1String("/v1/endpoints/getHashData"), calls::getHash, Signed::No},
    {Verb::Get, QLatin1String("/v1/endpoints/get_survey"), calls::getSurveys},
    {Verb::Post, QLatin1String("/v1/endpoints/create_survey"), calls::createSurvey},
    {Verb::Patch, QLatin1String("/v1/endpoints/update_survey"), calls::updateSurvey},
    {Verb::Put, QLatin1String("/v1/endpoints/survey_status"), calls::setSurveyStatus},
    {Verb::Get, QLatin1String("/v1/endpoints/qualifications"), calls::getQualifications},
    {Verb::Post, QLatin1String("/v1/endpoints/save_qualification"), calls::addQualifications},
    {Verb::Patch, QLatin1String("/v1/endpoints/update_qualification"), calls::updateQualifications},
    {Verb::Delete, QLatin1String("/v1/endpoints/delete_qualification"), calls::deleteQualification},
    {Verb::Get, QLatin1String("/v1/endpoints/qualifications_quota"), calls::getQuotas},
    {Verb::Post, QLatin1String("/v1/endpoints/save_quota"), calls::saveQuotas},
    {Verb::Get, QLatin1String("/v1/endpoints/get_interlocking"), calls::getInterlocking},
    {Verb::Post, QLatin1String("/v1/endpoints/create_interlocking"), calls::createInterlocking},
    {Verb::Patch, QLatin1String("/v1/endpoints/update_interlocking"), calls::updateInterlocking},
    {Verb::Get, QLatin1String("/v1/reconciliations/reconciliation"), calls::getReconciliation},
    {Verb::Post, QLatin1String("/v1/reconciliations/submit_reconciliation"),
     calls::submitReconciliation},
    {Verb::Get, QLatin1String("/v1/endpoints/get_master_data"), calls::getMasterData},
    {Verb::Get, QLatin1String("/v1/endpoints/get_qualification_master"),
     calls::getQualificationMaster},
    {Verb::Get, QLatin1String("/v1/endpoints/exclusion"), calls::getExclusions},
    {Verb::Post, QLatin1String("/v1/endpoints/exclusion"), calls::saveExclusions},
    {Verb::Delete, QLatin1String("/v1/endpoints/exclusion"), calls::deleteExclusions},
    {Verb::Get, QLatin1String("/v1/endpoints/getFeasibility"), calls::getFeasibility},
    {Verb::Get, QLatin1String("/sandbox/completes"), calls::listCompletes, Signed::No},
};

const Route &routeOf(const QString &path, Verb verb)
{
    bool pathKnown = false;
    for (const Route &route : routes) {
        if (path != route.path)
            continue;
        pathKnown = true;
        if (verb == route.verb)
            return route;
    }
    if (pathKnown)
        throw Refusal {405, u"The method is not supported for this route."_s};
    throw Refusal {404, u"The route could not be found."_s};
}

void checkSignature(const Context &context, const Request &request)
{
    const QByteArray hash = request.query.queryItemValue(u"hash"_s).toUtf8();
    if (!context.signer.holds(request.path, hash))
        throw Refusal {400, u"Hash data mismatch. Please verify the integrity of the request."_s};
    if (request.clientId.isEmpty()
        || (!context.options.clientId.isEmpty() && request.clientId != context.options.clientId))
        throw Refusal {403, u"Client ID mismatch. Please verify and try again."_s};
}

} // namespace

Reply route(Context &context, const Request &request, quint16 port)
{
    // Who is turned away at the door gets the plain form even from the reconciliation calls.
    bool reconciliation = false;
    try {
        passGate(request, port);
        const QString path = pathBelow(context.options.token, request.path);
        const Route &route = routeOf(path, request.verb);
        if (route.isSigned == Signed::Yes)
            checkSignature(context, request);
        reconciliation = path.startsWith(u"/v1/reconciliations/"_s);
        return route.call(context, request);
    } catch (const Refusal &refusal) {
        return refusal.reply(reconciliation);
    } catch (const StoreError &) {
        return Refusal {500, u"Internal server error"_s}.reply(reconciliation);
    }
}

} // namespace sandbox
