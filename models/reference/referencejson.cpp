#include "models/reference/referencejson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace models::referencejson {

QJsonObject toJson(const api::Country &country)
{
    QJsonArray languages;
    for (const api::LanguageId &id : country.languages)
        languages.append(id.value);
    return {{u"id"_s, country.id.value},     {u"name"_s, country.name},
            {u"short"_s, country.shortName}, {u"iso"_s, country.isoCode},
            {u"dial"_s, country.dialCode},   {u"languages"_s, languages}};
}

void fromJson(const QJsonObject &json, api::Country &country)
{
    country.id = {json[u"id"_s].toString()};
    country.name = json[u"name"_s].toString();
    country.shortName = json[u"short"_s].toString();
    country.isoCode = json[u"iso"_s].toString();
    country.dialCode = json[u"dial"_s].toString();
    for (const QJsonValue &id : json[u"languages"_s].toArray())
        country.languages.append({id.toString()});
}

QJsonObject toJson(const api::Language &language)
{
    return {
        {u"id"_s, language.id.value}, {u"name"_s, language.name}, {u"short"_s, language.shortName}};
}

void fromJson(const QJsonObject &json, api::Language &language)
{
    language.id = {json[u"id"_s].toString()};
    language.name = json[u"name"_s].toString();
    language.shortName = json[u"short"_s].toString();
}

QJsonObject toJson(const api::StudyCategory &category)
{
    return {{u"id"_s, category.id.value}, {u"name"_s, category.name}};
}

void fromJson(const QJsonObject &json, api::StudyCategory &category)
{
    category.id = {json[u"id"_s].toString()};
    category.name = json[u"name"_s].toString();
}

QJsonObject toJson(const api::Vertical &vertical)
{
    return {{u"id"_s, vertical.id.value}, {u"name"_s, vertical.name}};
}

void fromJson(const QJsonObject &json, api::Vertical &vertical)
{
    vertical.id = {json[u"id"_s].toString()};
    vertical.name = json[u"name"_s].toString();
}

QJsonObject toJson(const api::Qualification &qualification)
{
    QJsonArray conditions;
    for (const api::Condition &condition : qualification.conditions)
        conditions.append(QJsonArray {condition.code, condition.name});
    QJsonArray ranges;
    for (const api::Range &range : qualification.ranges)
        ranges.append(QJsonArray {range.from, range.to});
    return {{u"code"_s, qualification.code.value},
            {u"title"_s, qualification.title},
            {u"text"_s, qualification.text},
            {u"type"_s, qualification.questionType},
            {u"kind"_s, int(qualification.kind)},
            {u"conditions"_s, conditions},
            {u"ranges"_s, ranges},
            {u"zip"_s, QJsonArray::fromStringList(qualification.zipCodes)}};
}

void fromJson(const QJsonObject &json, api::Qualification &qualification)
{
    qualification.code = {json[u"code"_s].toInt()};
    qualification.title = json[u"title"_s].toString();
    qualification.text = json[u"text"_s].toString();
    qualification.questionType = json[u"type"_s].toString();
    const int kind = json[u"kind"_s].toInt();
    if (kind >= 0 && kind <= int(api::QualificationKind::ZipCodes))
        qualification.kind = api::QualificationKind(kind);
    for (const QJsonValue &each : json[u"conditions"_s].toArray())
        qualification.conditions.append({each[0].toInt(), each[1].toString()});
    for (const QJsonValue &each : json[u"ranges"_s].toArray())
        qualification.ranges.append({each[0].toInt(), each[1].toInt()});
    for (const QJsonValue &zip : json[u"zip"_s].toArray())
        qualification.zipCodes.append(zip.toString());
}

template <class T>
QByteArray listToJson(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(toJson(item));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

template <class T>
QList<T> listFromJson(const QByteArray &text)
{
    QList<T> list;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    list.reserve(array.size());
    for (const QJsonValue &value : array) {
        T item;
        fromJson(value.toObject(), item);
        list.append(item);
    }
    return list;
}

template QByteArray listToJson(const QList<api::Country> &);
template QByteArray listToJson(const QList<api::Language> &);
template QByteArray listToJson(const QList<api::StudyCategory> &);
template QByteArray listToJson(const QList<api::Vertical> &);
template QByteArray listToJson(const QList<api::Qualification> &);
template QList<api::Country> listFromJson(const QByteArray &);
template QList<api::Language> listFromJson(const QByteArray &);
template QList<api::StudyCategory> listFromJson(const QByteArray &);
template QList<api::Vertical> listFromJson(const QByteArray &);
template QList<api::Qualification> listFromJson(const QByteArray &);

} // namespace models::referencejson
