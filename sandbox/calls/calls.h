// The calls of the Demand Integration API, by capability; the router picks one for each request.
#pragma once

#include "sandbox/server/reply.h"
#include "sandbox/server/request.h"

namespace sandbox {

struct Context;

/// Each answers with the vendor's messages or throws Refusal. The numbers are the contract's.
namespace calls {

Reply getHash(Context &context, const Request &request); ///< 1

Reply getSurveys(Context &context, const Request &request); ///< 2 and, with a project id, 3
Reply createSurvey(Context &context, const Request &request); ///< 4
Reply updateSurvey(Context &context, const Request &request); ///< 5
Reply setSurveyStatus(Context &context, const Request &request); ///< 6

Reply getQualifications(Context &context, const Request &request); ///< 7, 8
Reply addQualifications(Context &context, const Request &request); ///< 9
Reply updateQualifications(Context &context, const Request &request); ///< 10
Reply deleteQualification(Context &context, const Request &request); ///< 11

Reply getQuotas(Context &context, const Request &request); ///< 12, 13
Reply saveQuotas(Context &context, const Request &request); ///< 14

Reply getInterlocking(Context &context, const Request &request); ///< 15
Reply createInterlocking(Context &context, const Request &request); ///< 16
Reply updateInterlocking(Context &context, const Request &request); ///< 17

Reply getReconciliation(Context &context, const Request &request); ///< 18
Reply submitReconciliation(Context &context, const Request &request); ///< 19

Reply getMasterData(Context &context, const Request &request); ///< 20–23
Reply getQualificationMaster(Context &context, const Request &request); ///< 24

Reply getExclusions(Context &context, const Request &request); ///< 25
Reply saveExclusions(Context &context, const Request &request); ///< 26
Reply deleteExclusions(Context &context, const Request &request); ///< 27

Reply getFeasibility(Context &context, const Request &request); ///< 28

/// Not the vendor's: GET /sandbox/completes?project_id=… lists the UIDs of a survey's completes as
/// text, one a line, so that a reconciliation can be tried. Needs no signature.
Reply listCompletes(Context &context, const Request &request);

} // namespace calls

} // namespace sandbox
