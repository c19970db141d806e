// For tests of everything that takes long: one session with a service, and the watch over the
// window.
#pragma once

#include "models/connections/session.h"
#include "models/database/database.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/masterdata.h"
#include "tests/support/stallwatch.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"

#include <QTemporaryDir>

namespace support::longwork {

using namespace Qt::StringLiterals;

constexpr int pageCount = 60;
constexpr int pageSize = 100;

enum Ending { End, Cancel, Close };

inline void endings()
{
    QTest::addColumn<int>("ending");
    QTest::newRow("let run") << int(End);
    QTest::newRow("cancelled") << int(Cancel);
    QTest::newRow("closed") << int(Close);
}

inline bool waitFor(const std::function<bool()> &isThere)
{
    return QTest::qWaitFor(isThere, 60'000);
}

inline StallWatch &watch()
{
    return *static_cast<StallWatch *>(qApp);
}

/// One session, as the program has it: pages go first, then the calls end, then the session goes.
struct Desk
{
    Desk()
    {
        for (int page = 0; page < pageCount; ++page) {
            QList<api::Survey> surveys;
            for (int i = 0; i < pageSize; ++i) {
                const QString id = u"S%1"_s.arg(page * pageSize + i);
                surveys.append(fixture::survey(id, u"Tracker "_s + id, i * 3));
            }
            pages.append(fixture::page(surveys));
        }
    }
    ~Desk()
    {
        session->client().shutDown();
        if (!waitFor([this] { return session->client().running() == 0; }))
            qFatal("a call did not end");
    }
    Reply reply(const Seen &seen);

    QTemporaryDir folder;
    QStringList changed; ///< are Inactive
    QList<QByteArray> pages;
    QByteArray accepted; ///< what the service says of the reconciliation of S1
    int created = 0;
    MasterData masterData;
    FakePrompt prompt;
    models::Database database {u":memory:"_s};
    FaultServer server {[this](const Seen &seen) { return reply(seen); }};
    std::unique_ptr<models::Session> session = std::make_unique<models::Session>(
        models::Connection {u"Test"_s, server.baseUrl(), {}, false},
        models::Credentials {u"client"_s, u"key"_s}, database);
};

} // namespace support::longwork
