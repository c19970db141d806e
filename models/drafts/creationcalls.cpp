#include "models/drafts/creationcalls.h"

#include "api/calls/exclusions.h"
#include "api/calls/interlocking.h"
#include "api/calls/surveys.h"
#include "api/flows/exclusions.h"
#include "api/flows/interlocking.h"
#include "api/flows/surveys.h"

namespace models {

namespace {

class ClientCalls : public CreationCalls
{
public:
    explicit ClientCalls(api::Client &client)
        : m_client(client)
    {
    }

    api::Task<QList<api::Survey>> list() override { return api::flows::allSurveys(m_client); }
    api::Task<api::Survey> create(api::NewSurvey survey) override
    {
        return m_client.send(api::calls::createSurvey(survey));
    }
    api::Task<api::Interlocking> grid(api::SurveyId id) override
    {
        return m_client.send(api::calls::interlocking(id));
    }
    api::Task<api::Interlocking> interlock(api::SurveyId id,
                                           QList<api::QualificationCode> codes) override
    {
        return api::flows::createInterlocking(m_client, id, codes);
    }
    api::Task<api::Interlocking> setCells(api::SurveyId id, QList<api::CellChange> changes) override
    {
        return api::flows::updateInterlocking(m_client, id, changes);
    }
    api::Task<QList<api::SurveyId>> exclusions(api::SurveyId id) override
    {
        return m_client.send(api::calls::exclusions(id));
    }
    api::Task<api::Done> exclude(api::SurveyId id, QList<api::SurveyId> excluded) override
    {
        return api::flows::addExclusions(m_client, id, excluded);
    }
    api::Task<api::Done> activate(api::SurveyId id) override
    {
        return api::flows::setStatus(m_client, id, api::SurveyStatus::Active);
    }

private:
    api::Client &m_client;
};

} // namespace

std::unique_ptr<CreationCalls> creationCalls(api::Client &client)
{
    return std::make_unique<ClientCalls>(client);
}

} // namespace models
