#include "tests/support/targetingservice.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace support {

namespace {

const QHash<int, QString> titles {
    {42, u"AGE"_s}, {43, u"GENDER"_s}, {77, u"HOBBY"_s}, {639, u"PETS"_s}};

const QByteArray master =
    R"({"status":200,"qualifications_data":[{"qualification_id":42,"Name":"AGE",)"
    R"("QuestionText":"How old?","range_sets":[{"from":18,"to":60}]},)"
    R"({"qualification_id":43,"Name":"GENDER","QuestionText":"GENDER?","conditions":[)"
    R"({"condition_code":1,"condition_name":"A"},{"condition_code":2,"condition_name":"B"},)"
    R"({"condition_code":3,"condition_name":"C"}]},{"qualification_id":77,"Name":"HOBBY",)"
    R"("QuestionText":"Which?","conditions":[{"condition_code":1,"condition_name":"A"}]},)"
    R"({"qualification_id":639,"Name":"PETS","QuestionText":"PETS?","conditions":[)"
    R"({"condition_code":1,"condition_name":"A"}]}]})";

int codeOf(const QJsonValue &one)
{
    return one[u"qualification_code"_s].toInt();
}

Reply list(const QString &member, const QJsonValue &value)
{
    return json(200,
                QJsonDocument(QJsonObject {{u"status"_s, 200}, {member, value}})
                    .toJson(QJsonDocument::Compact));
}

} // namespace

TargetingService::TargetingService()
{
    ask(43, titles[43], {1, 2});
    ask(639, titles[639], {1});
}

void TargetingService::ask(int code, const QString &title, const QList<int> &options)
{
    QJsonArray conditions;
    for (const int option : options)
        conditions.append(
            QJsonObject {{u"condition_code"_s, option},
                         {u"condition_name"_s, QString(QChar(char16_t(u'A' + option - 1)))}});
    const QJsonObject fresh {{u"qualification_code"_s, code},
                             {u"title"_s, title},
                             {u"text"_s, title + u'?'},
                             {u"conditions"_s, conditions}};
    for (qsizetype i = 0; i < qualifications.size(); ++i) {
        if (codeOf(qualifications[i]) == code) {
            qualifications[i] = fresh;
            return;
        }
    }
    qualifications.append(fresh);
}

void TargetingService::forget(int code)
{
    for (qsizetype i = 0; i < qualifications.size(); ++i)
        if (codeOf(qualifications[i]) == code)
            return qualifications.removeAt(i);
}

QString TargetingService::options(int code) const
{
    for (const QJsonValue &one : qualifications) {
        QString names;
        for (const QJsonValue &condition : one[u"conditions"_s].toArray())
            names += condition[u"condition_name"_s].toString();
        if (codeOf(one) == code)
            return names;
    }
    return u"-"_s;
}

Reply TargetingService::reply(const Seen &seen)
{
    if (isDown)
        return {{}, Ending::Close};
    return seen.verb == "GET" ? read(seen) : write(seen);
}

Reply TargetingService::read(const Seen &seen) const
{
    const QByteArray path = seen.path();
    if (path.endsWith("/get_qualification_master"))
        return json(200, master);
    if (path.endsWith("/qualifications_quota"))
        return json(200, "{\"status\":200,\"quota_data\":" + quotas + "}");
    if (path.endsWith("/get_interlocking") && grid.isEmpty())
        return json(422, R"({"status":422,"error":"Interlocking data not found!"})");
    if (path.endsWith("/get_interlocking"))
        return json(200, "{\"status\":200,\"data\":" + grid + "}");
    if (path.endsWith("/exclusion") && exclusions.isEmpty())
        return json(400, R"({"status":400,"error":"Exclusion data not found!"})");
    if (path.endsWith("/exclusion"))
        return list(u"data"_s,
                    QJsonObject {{u"exclusion_project"_s, QJsonArray::fromStringList(exclusions)}});
    if (path.endsWith("/qualifications"))
        return asked(seen);
    return json(200, surveys);
}

/// All of them, or the one that the header names.
Reply TargetingService::asked(const Seen &seen) const
{
    static const QRegularExpression header(u"x-qualification-id: *(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = header.match(QString::fromLatin1(seen.headers));
    if (!match.hasMatch())
        return list(u"qualifications_data"_s, qualifications);
    for (const QJsonValue &one : qualifications)
        if (codeOf(one) == match.captured(1).toInt())
            return list(u"qualifications_data"_s, QJsonArray {one});
    return json(422, R"({"status":422,"error":"Qualification data not found!"})");
}

Reply TargetingService::write(const Seen &seen)
{
    writes.append(seen);
    const Fate fate = fates.isEmpty() ? Fate {} : fates.takeFirst();
    const QByteArray existing = fate.acts ? act(seen) : QByteArray();
    if (fate.status == 0)
        return {{}, Ending::Close};
    if (fate.status == 204)
        return json(200, R"({"status":204,"message":"No changes were made."})");
    if (!existing.isEmpty())
        return json(422,
                    R"({"status":422,"error":" Qualification Already exists, Please Remove!",)"
                    R"("Question_exists":")"
                        + existing + "\"}");
    return fate.status == 200 ? json(200, R"({"status":200,"message":"Done."})")
                              : json(fate.status, refusal);
}

/// Answers the titles that stand against it.
QByteArray TargetingService::act(const Seen &seen)
{
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    if (!seen.path().endsWith("/exclusion")) {
        if (seen.verb != "DELETE")
            return target(body[u"qualifications"_s].toArray(), seen.verb == "POST");
        forget(body[u"qualification_code"_s].toString().toInt());
        return {};
    }
    if (seen.verb == "DELETE")
        exclusions.clear();
    for (const QJsonValue &id : body[u"exclusion_project"_s].toArray())
        if (!exclusions.contains(id.toString()))
            exclusions.append(id.toString());
    return {};
}

QByteArray TargetingService::target(const QJsonArray &sent, bool adds)
{
    QStringList existing;
    for (const QJsonValue &one : sent)
        if (adds && options(codeOf(one)) != u"-"_s)
            existing.append(titles[codeOf(one)]);
    if (!existing.isEmpty())
        return existing.join(u',').toUtf8();
    for (const QJsonValue &one : sent) {
        QList<int> chosen;
        for (const QJsonValue &option : one[u"condition_codes"_s].toArray())
            chosen.append(option.toInt());
        ask(codeOf(one), titles[codeOf(one)], chosen);
    }
    return {};
}

} // namespace support
