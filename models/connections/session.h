// Everything that belongs to one open connection: its calls, its stores, its part of the database.
#pragma once

#include "api/http/client.h"
#include "models/connections/connection.h"

#include <memory>

namespace models {

class Database;
class ReconciliationStore;
class ReferenceStore;
class SurveyStore;

/// Built by app/, one at a time; switching the connection replaces it. Pages get a reference and
/// live no longer than it does.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Connection connection, Credentials credentials, Database &database,
            QObject *parent = nullptr);
    ~Session() override;

    const Connection &connection() const;
    api::Client &client();
    Database &database();
    SurveyStore &surveys();
    ReferenceStore &reference();
    ReconciliationStore &reconciliations();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
