#include "api/calls/masterdata.h"

#include "api/calls/build.h"
#include "api/codec/masterdata.h"
#include "api/codec/qualification.h"

namespace api::calls {

namespace {

template <class T>
Request<QList<T>> master(const char *type, Result<QList<T>> (*decode)(const Answer &))
{
    auto request = build(Verb::Get, "endpoints/get_master_data", Repeat::Read, decode);
    request.query.addQueryItem(QStringLiteral("type"), QString::fromLatin1(type));
    return request;
}

} // namespace

Request<QList<Country>> countries()
{
    return master("country", codec::countries);
}

Request<QList<Language>> languages()
{
    return master("language", codec::languages);
}

Request<QList<StudyCategory>> studyCategories()
{
    return master("study_category", codec::studyCategories);
}

Request<QList<Vertical>> verticals()
{
    return master("vertical", codec::verticals);
}

Request<QList<Qualification>> qualificationMaster(const CountryId &country,
                                                  const LanguageId &language)
{
    auto request =
        build(Verb::Get, "endpoints/get_qualification_master", Repeat::Read, codec::qualifications);
    const QJsonObject body {{QStringLiteral("country_id"), country.value},
                            {QStringLiteral("language_id"), language.value}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace api::calls
