// The calls that creating a survey is made of, so that tests can answer them as they like.
#pragma once

#include "api/http/client.h"
#include "api/types/interlocking.h"
#include "api/types/survey.h"

namespace models {

/// Each method is one attempt as the retry matrix allows it. Lives as long as the program or what
/// it calls does; never destroyed while a task of it runs.
class CreationCalls
{
public:
    CreationCalls() = default;
    virtual ~CreationCalls() = default;
    Q_DISABLE_COPY_MOVE(CreationCalls)

    virtual api::Task<QList<api::Survey>> list() = 0; ///< all pages
    virtual api::Task<api::Survey> create(api::NewSurvey survey) = 0;
    virtual api::Task<api::Interlocking> grid(api::SurveyId id) = 0; ///< no combinations: none
    virtual api::Task<api::Interlocking> interlock(api::SurveyId id,
                                                   QList<api::QualificationCode> codes) = 0;
    virtual api::Task<api::Interlocking> setCells(api::SurveyId id,
                                                  QList<api::CellChange> changes) = 0;
    virtual api::Task<QList<api::SurveyId>> exclusions(api::SurveyId id) = 0;
    virtual api::Task<api::Done> exclude(api::SurveyId id, QList<api::SurveyId> excluded) = 0;
    virtual api::Task<api::Done> activate(api::SurveyId id) = 0;
};

/// The real ones, through `client`.
std::unique_ptr<CreationCalls> creationCalls(api::Client &client);

} // namespace models
