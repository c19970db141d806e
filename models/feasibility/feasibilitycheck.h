// Asks the service once how many completes can be had, and keeps its answer with the question.
#pragma once

#include "api/http/client.h"
#include "api/types/feasibility.h"

#include <QObject>

namespace models {

/// The newest question counts: an older one is cancelled and its answer dropped.
class FeasibilityCheck : public QObject
{
    Q_OBJECT

public:
    explicit FeasibilityCheck(api::Client &client, QObject *parent = nullptr);
    ~FeasibilityCheck() override; ///< cancels

    void ask(const api::FeasibilityQuery &query);
    void cancel();

    bool isBusy() const { return m_isBusy; }
    const api::FeasibilityQuery &query() const { return m_query; } ///< the last one asked
    const std::optional<api::Feasibility> &answer() const { return m_answer; } ///< to query()
    const std::optional<api::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    api::Client &m_client;
    api::FeasibilityQuery m_query;
    std::optional<api::Feasibility> m_answer;
    std::optional<api::ApiError> m_error;
    api::Cancellation m_cancellation;
    int m_asked = 0; ///< tells answers apart
    bool m_isBusy = false;
};

/// How a range of completes compares with those that are needed.
enum class Fit { Fits, Perhaps, TooFew };

struct FitResult
{
    Fit fit = Fit::Fits;
    int gap = 0; ///< completes beyond what is surely there (Perhaps) or possible (TooFew)
    bool operator==(const FitResult &) const = default;
};

FitResult fitOf(const api::Feasibility &feasibility, int completes);

} // namespace models
