#include "models/feasibility/feasibilitycheck.h"

#include "api/calls/feasibility.h"

namespace models {

FeasibilityCheck::FeasibilityCheck(api::Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

FeasibilityCheck::~FeasibilityCheck()
{
    m_cancellation.cancel();
}

void FeasibilityCheck::ask(const api::FeasibilityQuery &query)
{
    m_cancellation.cancel();
    m_cancellation = api::Cancellation();
    m_query = query;
    m_answer.reset();
    m_error.reset();
    m_isBusy = true;
    const int number = ++m_asked;
    Q_EMIT changed();
    QCoro::connect(m_client.send(api::calls::feasibility(query), m_cancellation), this,
                   [this, number](const api::Result<api::Feasibility> &answer) {
                       if (number != m_asked)
                           return;
                       m_isBusy = false;
                       if (answer)
                           m_answer = *answer;
                       else
                           m_error = answer.error();
                       Q_EMIT changed();
                   });
}

void FeasibilityCheck::cancel()
{
    if (!m_isBusy)
        return;
    ++m_asked;
    m_isBusy = false;
    m_cancellation.cancel();
    Q_EMIT changed();
}

FitResult fitOf(const api::Feasibility &feasibility, int completes)
{
    if (completes > feasibility.maximum)
        return {Fit::TooFew, completes - feasibility.maximum};
    if (completes > feasibility.minimum)
        return {Fit::Perhaps, completes - feasibility.minimum};
    return {Fit::Fits, 0};
}

} // namespace models
