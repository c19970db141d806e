#include "models/reconciliation/advice.h"

#include <QCoreApplication>

namespace models {

namespace {

struct AdviceText
{
    Q_DECLARE_TR_FUNCTIONS(models::Advice)
};

enum Status { NotFound = 404, Conflict = 409, Gone = 410, Unprocessable = 422 };

/// The body's own status counts where the answer's says nothing bad.
int statusOf(const api::ApiError &error)
{
    constexpr int firstBad = 400;
    if (error.httpStatus >= firstBad)
        return error.httpStatus;
    bool isNumber = false;
    const int status = error.bodyStatus.toInt(&isNumber);
    return isNumber ? status : error.httpStatus;
}

std::optional<Advice> whenSubmitting(int status)
{
    switch (status) {
    case NotFound:
        return Advice {AdviceText::tr("The service doesn’t know this survey."),
                       AdviceText::tr("It may belong to another connection, or have been removed. "
                                      "Refresh the surveys and look at the connection; nothing "
                                      "was submitted.")};
    case Conflict:
        return Advice {AdviceText::tr("This survey was reconciled before."),
                       AdviceText::tr("The service takes one list for a survey, and what it has is "
                                      "shown here. If yours differs, export the evidence and send "
                                      "it to Audience-Align.")};
    case Gone:
        return Advice {AdviceText::tr("This survey can’t be reconciled any more."),
                       AdviceText::tr("The service no longer has its respondents. Export the list "
                                      "and settle it with Audience-Align by e-mail.")};
    case Unprocessable:
        return Advice {AdviceText::tr("The service doesn’t take this list."),
                       AdviceText::tr("A survey is reconciled once it is Completed or Closed: set "
                                      "its status first. If it is, the service’s own sentence says "
                                      "what is wrong with the list or the e-mail address.")};
    default:
        return {};
    }
}

std::optional<Advice> whenLooking(int status)
{
    switch (status) {
    case NotFound:
        return Advice {
            AdviceText::tr("The service has no reconciliation of this survey."),
            AdviceText::tr("A list that was just sent may take a while to appear; check again "
                           "later. If it doesn’t, ask Audience-Align before you submit anything "
                           "more. What was sent is kept under Evidence.")};
    case Conflict:
    case Unprocessable:
        return Advice {AdviceText::tr("The survey is not in a state to be reconciled."),
                       AdviceText::tr("Set it to Completed, or wait until the service has closed "
                                      "it, then check again.")};
    case Gone:
        return Advice {AdviceText::tr("The service no longer keeps this reconciliation."),
                       AdviceText::tr("What was seen last is kept here, under Evidence.")};
    default:
        return {};
    }
}

} // namespace

std::optional<Advice> adviceFor(const api::ApiError &error, DeskCall call)
{
    if (error.delivery == api::Delivery::Ambiguous)
        return std::nullopt;
    return call == DeskCall::Submit ? whenSubmitting(statusOf(error))
                                    : whenLooking(statusOf(error));
}

} // namespace models
