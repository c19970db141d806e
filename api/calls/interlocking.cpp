#include "api/calls/interlocking.h"

#include "api/calls/build.h"
#include "api/codec/interlocking.h"

#include <QJsonArray>

namespace api::calls {

Request<Interlocking> interlocking(const SurveyId &id)
{
    auto request =
        build(Verb::Get, "endpoints/get_interlocking", Repeat::Read, codec::interlockingOrNone);
    return withBody(request, id);
}

Request<Interlocking> createInterlocking(const SurveyId &id, const QList<QualificationCode> &codes)
{
    auto request = build(Verb::Post, "endpoints/create_interlocking", Repeat::DetectableCreate,
                         codec::interlocking);
    QJsonArray written;
    for (const QualificationCode code : codes)
        written.append(code.value);
    return withBody(request, id, {{QStringLiteral("qualification_code"), written}});
}

Request<Interlocking> updateInterlocking(const SurveyId &id, const QList<CellChange> &changes)
{
    auto request =
        build(Verb::Patch, "endpoints/update_interlocking", Repeat::SetState, codec::interlocking);
    QJsonArray written;
    for (const CellChange &change : changes)
        written.append(QJsonObject {{QStringLiteral("id"), change.id.value},
                                    {QStringLiteral("required_count"), change.requiredCount}});
    return withBody(request, id, {{QStringLiteral("combinations"), written}});
}

} // namespace api::calls
