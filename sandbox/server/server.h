// The sandbox as one object: starts, listens on 127.0.0.1 only, and answers until it is deleted.
#pragma once

#include "sandbox/server/context.h"

#include <QAbstractHttpServer>
#include <QPointer>

#include <memory>

namespace sandbox {

class Listener;

class Server : public QAbstractHttpServer
{
    Q_OBJECT

public:
    explicit Server(Options options, QObject *parent = nullptr);
    ~Server() override;

    /// Opens and, when it is new, fills the data file, then listens. False: see problem().
    bool start();

    QString problem() const { return m_problem; }
    /// Something that the person should know although the server started; often empty.
    QString notice() const { return m_context->store.notice(); }
    quint16 port() const { return m_port; }
    /// For example http://127.0.0.1:38123/v1/
    QUrl baseUrl() const;

    /// Makes every hash so far stale, as the vendor's server may at any time.
    void rotateSecret() { m_context->signer.rotate(); }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request,
                        QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    void answer(const QHttpServerRequest &request, quint16 peerPort,
                QHttpServerResponder &responder);

    QPointer<Listener> m_listener; ///< owned by the base class
    std::unique_ptr<Context> m_context;
    QString m_problem;
    quint16 m_port = 0;
};

} // namespace sandbox
