#include "tests/ui/quotas/quotasdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace support {

api::Survey snacks()
{
    api::Survey one = fixture::survey(u"S1"_s, u"Snack tracker"_s, 100);
    api::Qualification gender;
    gender.code = {43};
    gender.title = u"GENDER"_s;
    gender.conditions = {{1, u"Male"_s}, {2, u"Female"_s}};
    api::Qualification age;
    age.code = {42};
    age.title = u"AGE"_s;
    age.kind = api::QualificationKind::Ranges;
    age.ranges = {{18, 24}, {25, 34}, {35, 60}};
    one.qualifications = {gender, age};
    one.quotas = {{{43}, {{100, 1}, {200, 2}}}};
    return one;
}

Reply QuotasDesk::reply(const Seen &seen)
{
    if (isDown)
        return json(503, R"({"status":503,"error":"Closed for today."})");
    if (seen.path().endsWith("/qualifications"))
        return json(200,
                    R"({"status":200,"qualifications_data":[)"
                    R"({"qualification_code":43,"title":"GENDER","text":"?","conditions":[)"
                    R"({"condition_code":1,"condition_name":"Male"},)"
                    R"({"condition_code":2,"condition_name":"Female"}]},)"
                    R"({"qualification_code":42,"title":"AGE","text":"?","range_sets":[)"
                    R"({"from":18,"to":24},{"from":25,"to":34},{"from":35,"to":60}]}]})");
    if (seen.path().endsWith("/qualifications_quota"))
        return json(200, "{\"status\":200,\"quota_data\":" + told() + "}");
    if (!seen.path().endsWith("/save_quota"))
        return json(503, R"({"status":503,"error":"No lists today."})"); // what is known stays
    writes.append(seen.body);
    for (const QJsonValue &quota : QJsonDocument::fromJson(seen.body)[u"quota"_s].toArray()) {
        for (const QJsonValue &each : quota[u"criteria"_s].toArray())
            quotas[each[u"condition_codes"_s].toVariant().toString()] =
                each[u"required_count"_s].toInt();
    }
    return json(200, R"({"status":200,"message":"Quota Updated Successfully."})");
}

QByteArray QuotasDesk::told() const
{
    QJsonArray gender;
    QJsonArray age;
    for (auto it = quotas.cbegin(); it != quotas.cend(); ++it)
        (it.key().size() == 1 ? gender : age)
            .append(QJsonObject {{u"required_count"_s, *it}, {u"condition_codes"_s, it.key()}});
    QJsonArray all {QJsonObject {{u"qualification_id"_s, 43}, {u"criteria"_s, gender}}};
    if (!age.isEmpty())
        all.append(QJsonObject {{u"qualification_id"_s, 42}, {u"criteria"_s, age}});
    return QJsonDocument(all).toJson();
}

void QuotasDesk::disconnect()
{
    port = server.serverPort();
    server.close();
    for (QTcpSocket *const socket : server.findChildren<QTcpSocket *>())
        socket->abort();
}

void QuotasDesk::run(const QString &action)
{
    for (QAction *const each : section->editActions()) {
        if (each->text().remove(u'&') == action)
            return each->trigger();
    }
    qFatal("no action is called %s", qPrintable(action));
}

void QuotasDesk::open()
{
    QTRY_VERIFY(std::ranges::any_of(
        server.seen, [](const Seen &seen) { return seen.path().endsWith("_quota"); }));
    QTRY_VERIFY(!button(u"Cancel"_s)->isVisibleTo(section.get()));
}

} // namespace support
