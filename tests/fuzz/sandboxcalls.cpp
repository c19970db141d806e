// Any bytes as a request of the sandbox: it answers each in the service's form.
#include "sandbox/seed/seeder.h"
#include "sandbox/server/context.h"
#include "sandbox/server/router.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 port = 4711;

sandbox::Context &context()
{
    static int count = 0;
    static QCoreApplication application(count, nullptr); // which databases ask for
    static sandbox::Context *const one = [] {
        auto *made = new sandbox::Context(sandbox::Options {});
        made->store.open({});
        sandbox::seed(made->store, made->reference, {1, 20, made->now()});
        return made;
    }();
    return *one;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using Verb = QHttpServerRequest::Method;
    static const std::pair<Verb, const char16_t *> routes[] {
        {Verb::Get, u"/v1/endpoints/getHashData"},
        {Verb::Get, u"/v1/endpoints/get_survey"},
        {Verb::Post, u"/v1/endpoints/create_survey"},
        {Verb::Patch, u"/v1/endpoints/update_survey"},
        {Verb::Put, u"/v1/endpoints/survey_status"},
        {Verb::Get, u"/v1/endpoints/qualifications"},
        {Verb::Post, u"/v1/endpoints/save_qualification"},
        {Verb::Patch, u"/v1/endpoints/update_qualification"},
        {Verb::Delete, u"/v1/endpoints/delete_qualification"},
        {Verb::Post, u"/v1/endpoints/save_quota"},
        {Verb::Get, u"/v1/endpoints/get_interlocking"},
        {Verb::Post, u"/v1/endpoints/create_interlocking"},
        {Verb::Patch, u"/v1/endpoints/update_interlocking"},
        {Verb::Post, u"/v1/reconciliations/submit_reconciliation"},
        {Verb::Get, u"/v1/endpoints/get_qualification_master"},
        {Verb::Post, u"/v1/endpoints/exclusion"},
        {Verb::Get, u"/v1/endpoints/getFeasibility"},
        {Verb::Get, u"/sandbox/completes"},
    };
    if (size < 2)
        return 0;
    const auto &[verb, path] = routes[data[0] % std::size(routes)];
    sandbox::Request request;
    request.verb = verb;
    request.path = QString::fromUtf16(path);
    request.host = "127.0.0.1:4711";
    request.clientId = u"c"_s;
    const QByteArray rest(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    const qsizetype head = qMin<qsizetype>(data[1] % 32, rest.size());
    request.projectId = QString::fromUtf8(rest.left(head));
    request.body = rest.mid(head);
    const QString url = u"http://127.0.0.1:4711"_s + request.path;
    request.query.addQueryItem(u"hash"_s, QString::fromLatin1(context().signer.issue(url, u"k"_s)));
    request.query.addQueryItem(u"project_id"_s, request.projectId);
    const sandbox::Reply reply = sandbox::route(context(), request, port);
    const bool isKnown = reply.httpStatus >= 200 && reply.httpStatus < 500;
    if (!isKnown || (reply.httpStatus != 204 && reply.body.isEmpty() && reply.httpStatus != 200))
        std::abort();
    return 0;
}
