#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/field/uids.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

/// How long the quality checks take at speed 1, and how much longer by hand.
constexpr double checkTime = 8000;
constexpr double byHand = 3;

/// After this many days a survey's completes can't be reconciled any more.
constexpr qint64 keptDays = 180;

Refusal notFound()
{
    return {404, u"The requested resource was not found."_s};
}

QStringList readUids(const QJsonValue &sent)
{
    if (!sent.isArray() || sent.toArray().isEmpty())
        throw Refusal {400, u"An expected field is missing."_s};
    QStringList uids;
    QSet<QString> seen;
    for (const QJsonValue &value : sent.toArray()) {
        const QString uid = value.toString();
        if (uid.trimmed().isEmpty())
            throw Refusal {422, u"The request_uids must not contain blank values."_s};
        if (seen.contains(uid))
            throw Refusal {422, u"The request_uids must not contain duplicates."_s};
        seen.insert(uid);
        uids.append(uid);
    }
    return uids;
}

QString readEmail(const QJsonValue &sent)
{
    static const QRegularExpression email(u"^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$"_s);
    if (sent.toString().isEmpty())
        throw Refusal {400, u"An expected field is missing."_s};
    if (!email.match(sent.toString()).hasMatch())
        throw Refusal {422, u"The contact_email must be a valid email address."_s};
    return sent.toString();
}

void requireReconcilable(const Context &context, const Survey &survey)
{
    const Refusal wrongState {422, u"The entity does not meet the required state."_s};
    if (survey.status != SurveyStatus::Completed && survey.status != SurveyStatus::Closed)
        throw wrongState;
    if (context.store.reconciliation(survey.projectId))
        throw Refusal {409, wrongState.sentence};
    if (survey.end.daysTo(context.today()) > keptDays)
        throw Refusal {410, u"The requested resource is no longer available."_s};
}

/// Of those sent, which are this survey's completes and pass the quality checks.
QStringList accepted(const QStringList &sent, const QStringList &produced, quint64 seed)
{
    const QSet<QString> ours(produced.begin(), produced.end());
    QStringList accepted;
    for (const QString &uid : sent) {
        if (ours.contains(uid) && passesQualityChecks(uid, seed))
            accepted.append(uid);
    }
    return accepted;
}

} // namespace

Reply getReconciliation(Context &context, const Request &request)
{
    if (request.projectId.isEmpty())
        throw Refusal {400, u"An expected field is missing."_s};
    const auto reconciliation = context.store.reconciliation(request.projectId);
    if (!reconciliation)
        throw notFound();
    const bool completed = context.now().toMSecsSinceEpoch() >= reconciliation->due;
    const QStringList uids = completed ? reconciliation->accepted : QStringList();
    return json({{u"status"_s, completed ? u"Completed"_s : u"Processing"_s},
                 {u"result_count"_s, uids.size()},
                 {u"accepted_uids"_s, QJsonArray::fromStringList(uids)}});
}

Reply submitReconciliation(Context &context, const Request &request)
{
    if (request.projectId.isEmpty())
        throw Refusal {400, u"An expected field is missing."_s};
    const QJsonObject body = request.object();
    const QString email = readEmail(body[u"contact_email"_s]);
    const QStringList uids = readUids(body[u"request_uids"_s]);
    const Survey survey = findSurvey(context, request.projectId, notFound());
    requireReconcilable(context, survey);
    const quint64 seed = context.store.seed();
    const QStringList good = accepted(uids, uidsOf(survey, seed), seed);
    // Many strangers or failures are looked at by a person.
    const bool manual = good.size() * 10 < uids.size() * 9;
    const double wait = checkTime * (manual ? byHand : 1) / std::max(1.0, context.options.speed);
    context.store.add(Reconciliation {survey.projectId, email,
                                      context.now().toMSecsSinceEpoch() + qint64(wait), good});
    return json({{u"status"_s, true},
                 {u"message"_s,
                  manual ? u"The reconciliation request was accepted but requires manual review."_s
                         : u"The reconciliation request has been successfully processed."_s}});
}

Reply listCompletes(Context &context, const Request &request)
{
    const QString id = request.query.queryItemValue(u"project_id"_s, QUrl::FullyDecoded);
    const Survey survey = findSurvey(context, id, {404, u"Survey data not found!"_s});
    const QStringList uids = uidsOf(survey, context.store.seed());
    return plainText(uids.isEmpty() ? "\n" : (uids.join(u'\n') + u'\n').toUtf8());
}

} // namespace sandbox::calls
