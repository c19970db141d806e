#include "tests/ui/longworkdesk.h"

namespace support::longwork {

Reply Desk::reply(const Seen &seen)
{
    if (const auto data = masterData.reply(seen); data && seen.verb == "GET")
        return *data;
    if (seen.path().endsWith("/getFeasibility"))
        return json(200,
                    R"({"status":200,"feasibility_data":{"minimum_feasibility":10,)"
                    R"("maximum_feasibility":20,"recommended_price":"2.5"}})");
    if (seen.path().endsWith("/create_survey"))
        return json(200,
                    R"({"status":200,"data":{"project_id":"N)" + QByteArray::number(++created)
                        + R"("}})");
    if (seen.path().endsWith("/reconciliation"))
        return !accepted.isEmpty() && seen.headers.contains("S1")
            ? json(200, accepted)
            : json(404, R"({"status":false,"error":"Not Found"})");
    if (seen.path().endsWith("/survey_status")) {
        changed.append(QJsonDocument::fromJson(seen.body)[u"project_id"_s].toString());
        return json(200, R"({"status":200})");
    }
    const qsizetype at = seen.target.indexOf("page=");
    const int page = at < 0 ? 0 : seen.target.mid(at + 5).split('&').first().toInt();
    if (page >= 1 && page <= pages.size())
        return json(200, pages[page - 1]);
    const qsizetype id = seen.target.indexOf("project_id=");
    const QByteArray name = seen.target.mid(id + 11).split('&').first();
    api::Survey one = fixture::survey(QString::fromUtf8(name), u"One"_s);
    if (changed.contains(one.id.value))
        one.statusText = u"Inactive"_s;
    if (id >= 0)
        return json(200, fixture::page({one}));
    return json(422, R"({"status":422,"error":"Survey data not found!"})");
}

} // namespace support::longwork
