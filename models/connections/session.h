// Everything that belongs to one open connection: its calls, its stores, its part of the database.
#pragma once

#include "api/http/client.h"
#include "models/connections/connection.h"

#include <memory>

namespace models {

class AttentionWatch;
class ChangeLog;
class Currencies;
class Database;
class DraftStore;
class FeasibilityStore;
class GridCache;
class Journal;
class OpenCreations;
class PendingEdits;
class QuotaCompletes;
class ReconciliationPlans;
class ReconciliationStore;
class ReferenceStore;
class SurveyPast;
class SurveyStore;

/// Built by Connections, one at a time; switching the connection replaces it. Pages get a reference
/// and live no longer than it does. It loads and refreshes its stores itself: pages only present.
class Session : public QObject
{
    Q_OBJECT

public:
    /// The client becomes a child of `parent`, which outlives every coroutine that may hold it.
    Session(Connection connection, Credentials credentials, Database &database,
            api::Policy policy = {}, QObject *parent = nullptr);
    ~Session() override; ///< ends its calls

    const Connection &connection() const;
    QString account() const; ///< whose rows in the database these are (accountOf)
    api::Client &client();
    Database &database();
    SurveyStore &surveys();
    Currencies &currencies(); ///< what the service’s numbers for them mean
    /// "USD" when every known survey has it, so that a new one will. Empty when they differ.
    QString usualCurrency() const;
    SurveyPast &past(); ///< what was seen of the surveys before
    AttentionWatch &attention(); ///< pace and attention of the surveys
    ReferenceStore &reference();
    ReconciliationStore &reconciliations();
    ReconciliationPlans &plans(); ///< deadlines of the reconciliations
    DraftStore &drafts();
    FeasibilityStore &feasibility(); ///< what was asked, in the wizard or its own place
    OpenCreations &creations(); ///< those in doubt or unfinished
    Journal &journal();
    ChangeLog &changes(); ///< pages add what the server has taken
    PendingEdits &pending();
    GridCache &grids(); ///< surveys’ interlocking quotas as told last
    QuotaCompletes &quotaCompletes();

    /// The same service answers at another address now: its calls go there, and all that is known
    /// or being edited stays. The account must be the same.
    void moveTo(const QUrl &baseUrl, const Credentials &credentials);

    void loadLocal(); ///< what the database has; no network
    void goOnline(); ///< from the server, also when it is back; `online` once
    bool isOnline() const;
    bool isReachable() const; ///< whether the last call came to the server; true before the first
    /// Why nothing comes from the service (api::isConnectionFault); empty once calls succeed.
    const std::optional<api::ApiError> &fault() const;
    /// Whether the window says it above all pages: no page needs to say that again.
    bool isToldAbove(const api::ApiError &error) const;

Q_SIGNALS:
    void online();
    void reachableChanged(bool isReachable);
    void faultChanged();

private:
    void follow(const api::CallRecord &record);
    static bool isServices(const api::CallRecord &record);
    static bool isEndOf(const api::ApiError &fault, const api::CallRecord &record);
    void setFault(const std::optional<api::ApiError> &fault);
    void connectActivity();
    void lookBack();
    void noteOwn(const api::CallRecord &record);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
