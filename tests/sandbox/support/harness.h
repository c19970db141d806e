// A sandbox within the test's process, with a clock of its own and a client that only knows HTTP.
#pragma once

#include "sandbox/server/server.h"

#include <QJsonObject>
#include <QNetworkAccessManager>

#include <memory>

namespace support {

struct Answer
{
    int status = 0; ///< HTTP; 0: none came
    QByteArray body;
    QJsonObject object;

    /// "422 Survey data not found!": HTTP status and the server's own sentence.
    QString said() const;
};

struct Sent
{
    QString endpoint; ///< "endpoints/get_survey"
    QJsonObject body = {};
    QString query = {}; ///< "page=2"
    QString project = {}; ///< X-Project-Id
    QString qualification = {}; ///< X-Qualification-Id
};

class Harness
{
public:
    /// Starts in memory with 40 surveys unless told otherwise; the clock stands at noon.
    explicit Harness(sandbox::Options options = {});

    QString base() const { return m_server->baseUrl().toString(); }
    sandbox::Server &server() { return *m_server; }
    /// Ends the server and starts it anew with the same options.
    void restart();
    void forgetHashes() { m_hashes.clear(); }
    void pass(qint64 seconds) { *m_now = m_now->addSecs(seconds); }
    QDate today() const { return m_now->toLocalTime().date(); }

    /// Signed, with a hash that is fetched once for each endpoint.
    Answer get(const Sent &sent) { return call("GET", sent); }
    Answer post(const Sent &sent) { return call("POST", sent); }
    Answer put(const Sent &sent) { return call("PUT", sent); }
    Answer patch(const Sent &sent) { return call("PATCH", sent); }
    Answer erase(const Sent &sent) { return call("DELETE", sent); }
    Answer call(const QByteArray &verb, const Sent &sent);

    QByteArray hashFor(const QString &endpoint, const QString &key = QStringLiteral("any"));
    Answer raw(const QByteArray &verb, const QUrl &url, const QByteArray &body = {},
               const QList<std::pair<QByteArray, QByteArray>> &headers = {});

    /// The survey of that name as get_survey lists it.
    QJsonObject surveyNamed(const QString &name);
    QString idOf(const QString &name);
    /// What create_survey needs, as the vendor's sample has it, from today on.
    QJsonObject newSurvey() const;
    /// Creates it and tells its id.
    QString create(const QJsonObject &survey);

private:
    std::shared_ptr<QDateTime> m_now;
    sandbox::Options m_options;
    std::unique_ptr<sandbox::Server> m_server;
    QNetworkAccessManager m_network;
    QHash<QString, QByteArray> m_hashes;
};

} // namespace support
