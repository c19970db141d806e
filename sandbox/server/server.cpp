#include "sandbox/server/server.h"

#include "sandbox/seed/seeder.h"
#include "sandbox/server/listener.h"
#include "sandbox/server/router.h"

#include <QHostAddress>
#include <QHttpServerResponder>
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
#include <QTcpSocket>
#endif
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox {

Server::Server(Options options, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_context(std::make_unique<Context>(std::move(options)))
{
}

Server::~Server() = default;

bool Server::start()
{
    Context &context = *m_context;
    try {
        context.store.open(context.options.dataFile);
        if (context.store.isNew())
            seed(context.store, context.reference,
                 {context.options.seed, context.options.surveys, context.now()});
        // A file keeps the seed that it was made with: the same completes have the same UIDs.
        context.field = Field({context.store.seed(), context.options.speed, context.now()});
    } catch (const StoreError &error) {
        m_problem = error.sentence;
        return false;
    }
    auto listener = std::make_unique<Listener>(context.options.patience);
    if (!listener->listen(QHostAddress::LocalHost, context.options.port)) {
        m_problem = u"Port %1 of 127.0.0.1 is not free."_s.arg(context.options.port);
        return false;
    }
    m_port = listener->serverPort();
    m_listener = listener.get();
    bind(listener.release());
    return true;
}

QUrl Server::baseUrl() const
{
    const QString &token = m_context->options.token;
    const QString room = token.isEmpty() ? QString() : token + u'/';
    return QUrl(u"http://127.0.0.1:%1/%2v1/"_s.arg(QString::number(m_port), room));
}

void Server::answer(const QHttpServerRequest &request, quint16 peerPort,
                    QHttpServerResponder &responder)
{
    if (m_listener)
        m_listener->hasRequest(peerPort);
    const Reply reply = route(*m_context, Request::read(request), m_port);
    const auto status = static_cast<QHttpServerResponder::StatusCode>(reply.httpStatus);
    if (reply.body.isEmpty())
        responder.write(status);
    else
        responder.write(reply.body, reply.mediaType, status);
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
bool Server::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    answer(request, request.remotePort(), responder);
    return true;
}

void Server::missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    handleRequest(request, responder);
}
#else
bool Server::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const quint16 port = socket->peerPort();
    auto responder = makeResponder(request, socket);
    answer(request, port, responder);
    return true;
}

void Server::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    handleRequest(request, socket);
}
#endif

} // namespace sandbox
