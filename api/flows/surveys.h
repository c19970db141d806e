// Flows over calls 2–6: the whole list, and writes that are read back when their fate is unclear.
#pragma once

#include "api/http/client.h"
#include "api/types/survey.h"

#include <functional>

namespace api::flows {

/// How a reading of all pages ended. Not whole: rows moved from page to page or the service
/// repeated itself, so that a survey may have been missed; one that wasn't seen isn't gone for
/// that.
struct ListEnd
{
    bool isWhole = true;
    bool operator==(const ListEnd &) const = default;
};

/// All pages, however many, each survey once. Two empty pages end the list, or one behind a page
/// that was shorter than another; so does a page that has nothing new, and then the list isn't
/// whole. `onPage` gets the new surveys of each page, in the caller's thread. The error of any page
/// ends it; `onPage` has had what was there.
Task<ListEnd> eachSurvey(Client &client, std::function<void(QList<Survey>)> onPage,
                         Cancellation cancellation = {});

/// The same in one list. One that wasn't whole is read a second time, and answered with what either
/// reading had.
Task<QList<Survey>> allSurveys(Client &client);

/// Sends call 6; after an unclear failure reads the survey and sends once more only if it still
/// differs (retry matrix, SetState). *No change* is success when the survey has that status.
Task<Done> setStatus(Client &client, SurveyId id, SurveyStatus status);

/// What became of changeStatus(): the survey as the service has it now. Without `isSent` its status
/// was another than expected already, and nothing was written.
struct StatusChange
{
    Survey survey;
    bool isSent = true;
    bool operator==(const StatusChange &) const = default;
};

/// Reads the survey, and sends call 6 only while its status is still `from`, so that a change made
/// elsewhere isn't undone unseen. What the service has taken is read back. After an unclear failure
/// as setStatus(), and sent once more only if it is `from` still. An error of the first reading has
/// Delivery::NotSent: nothing was written.
Task<StatusChange> changeStatus(Client &client, SurveyId id, SurveyStatus from, SurveyStatus to);

/// Sends call 5, else as setStatus(): read back after an unclear failure, sent once more only if a
/// field still differs. *No change* is success when the survey has these terms.
Task<Done> setTerms(Client &client, SurveyId id, SurveyChange change);

} // namespace api::flows
