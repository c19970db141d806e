#include "sandbox/calls/calls.h"
#include "sandbox/rules/values.h"
#include "sandbox/server/context.h"
#include "sandbox/server/refusal.h"

using namespace Qt::StringLiterals;

namespace sandbox::calls {

Reply getMasterData(Context &context, const Request &request)
{
    const QString type = request.query.queryItemValue(u"type"_s);
    const Reference &reference = context.reference;
    QJsonArray data;
    if (type == u"country")
        data = reference.countries();
    else if (type == u"language")
        data = reference.languages();
    else if (type == u"study_category")
        data = reference.categories();
    else if (type == u"vertical")
        data = reference.verticals();
    else
        throw invalidParameters();
    return json({{u"status"_s, 200}, {u"message"_s, found()}, {u"data"_s, data}});
}

Reply getQualificationMaster(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    const QString country = textOf(body[u"country_id"_s]);
    const QString language = textOf(body[u"language_id"_s]);
    if (country.isEmpty() || language.isEmpty())
        throw invalidParameters();
    const QJsonArray data = context.reference.qualifications(country, language);
    if (data.isEmpty())
        throw Refusal {422, u" No Data Found!"_s};
    return json({{u"status"_s, 200}, {u"message"_s, found()}, {u"qualifications_data"_s, data}});
}

} // namespace sandbox::calls
