#include "models/drafts/draftjson.h"

#include "models/quotas/quotajson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace models {

namespace {

template <class List, class Write>
QJsonArray written(const List &list, Write write)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(write(one));
    return array;
}

template <class T, class Read>
QList<T> read(const QJsonValue &value, Read one)
{
    QList<T> list;
    for (const auto &entry : value.toArray())
        list.append(one(QJsonValue(entry)));
    return list;
}

QJsonValue fromInt(int number)
{
    return number;
}

int toInt(const QJsonValue &value)
{
    return value.toInt();
}

QString toText(const QJsonValue &value)
{
    return value.toString();
}

QJsonValue fromRange(const api::Range &range)
{
    return QJsonArray {range.from, range.to};
}

api::Range toRange(const QJsonValue &value)
{
    return {value.toArray().at(0).toInt(), value.toArray().at(1).toInt()};
}

QString kindName(api::QualificationKind kind)
{
    switch (kind) {
    case api::QualificationKind::Options:
        return u"options"_s;
    case api::QualificationKind::Ranges:
        return u"ranges"_s;
    case api::QualificationKind::ZipCodes:
        break;
    }
    return u"zipCodes"_s;
}

api::QualificationKind kindOf(const QString &name)
{
    if (name == u"ranges")
        return api::QualificationKind::Ranges;
    return name == u"zipCodes" ? api::QualificationKind::ZipCodes : api::QualificationKind::Options;
}

QJsonObject fromQuestion(const api::Qualification &question)
{
    return {{u"code"_s, question.code.value},
            {u"title"_s, question.title},
            {u"text"_s, question.text},
            {u"questionType"_s, question.questionType},
            {u"kind"_s, kindName(question.kind)},
            {u"conditions"_s,
             written(question.conditions,
                     [](const api::Condition &one) -> QJsonValue {
                         return QJsonArray {one.code, one.name};
                     })},
            {u"ranges"_s, written(question.ranges, fromRange)},
            {u"zipCodes"_s, QJsonArray::fromStringList(question.zipCodes)}};
}

api::Qualification toQuestion(const QJsonObject &object)
{
    api::Qualification question;
    question.code = {object[u"code"].toInt()};
    question.title = object[u"title"].toString();
    question.text = object[u"text"].toString();
    question.questionType = object[u"questionType"].toString();
    question.kind = kindOf(object[u"kind"].toString());
    question.conditions = read<api::Condition>(object[u"conditions"], [](const QJsonValue &one) {
        return api::Condition {one.toArray().at(0).toInt(), one.toArray().at(1).toString()};
    });
    question.ranges = read<api::Range>(object[u"ranges"], toRange);
    question.zipCodes = read<QString>(object[u"zipCodes"], toText);
    return question;
}

QJsonValue fromQualification(const TargetedQualification &qualification)
{
    return QJsonObject {{u"question"_s, fromQuestion(qualification.question)},
                        {u"options"_s, written(qualification.options, fromInt)},
                        {u"ranges"_s, written(qualification.ranges, fromRange)},
                        {u"zipCodes"_s, QJsonArray::fromStringList(qualification.zipCodes)}};
}

TargetedQualification toQualification(const QJsonValue &value)
{
    return {toQuestion(value[u"question"].toObject()), read<int>(value[u"options"], toInt),
            read<api::Range>(value[u"ranges"], toRange), read<QString>(value[u"zipCodes"], toText)};
}

QJsonValue fromCell(const DraftCell &cell)
{
    return QJsonObject {{u"answers"_s, QJsonArray::fromStringList(cell.answers)},
                        {u"quota"_s, cell.quota}};
}

DraftCell toCell(const QJsonValue &value)
{
    return {read<QString>(value[u"answers"], toText), value[u"quota"].toInt()};
}

void readTerms(const QJsonObject &object, SurveyDraft &draft)
{
    draft.name = object[u"name"].toString();
    draft.country = {object[u"country"].toString()};
    draft.language = {object[u"language"].toString()};
    draft.category = {object[u"category"].toString()};
    draft.vertical = {object[u"vertical"].toString()};
    const int audience = object[u"audience"].toInt();
    if (audience >= 1 && audience <= 3)
        draft.audience = api::AudienceType(audience);
    draft.collectsPii = object[u"collectsPii"].toBool();
    draft.ir = object[u"ir"].toInt();
    draft.loi = object[u"loi"].toInt();
    draft.cpi = api::Money::fromWire(object[u"cpi"].toString()).value_or(api::Money {});
    draft.completes = object[u"completes"].toInt();
    draft.start = QDate::fromString(object[u"start"].toString(), Qt::ISODate);
    draft.end = QDate::fromString(object[u"end"].toString(), Qt::ISODate);
    draft.liveLink = object[u"liveLink"].toString();
    draft.testLink = object[u"testLink"].toString();
}

} // namespace

QJsonObject toJson(const SurveyDraft &draft)
{
    const auto code = [](api::QualificationCode one) -> QJsonValue { return one.value; };
    const auto id = [](const api::SurveyId &one) -> QJsonValue { return one.value; };
    return {{u"schema"_s, draftSchema},
            {u"name"_s, draft.name},
            {u"country"_s, draft.country.value},
            {u"language"_s, draft.language.value},
            {u"category"_s, draft.category.value},
            {u"vertical"_s, draft.vertical.value},
            {u"audience"_s, int(draft.audience)},
            {u"collectsPii"_s, draft.collectsPii},
            {u"ir"_s, draft.ir},
            {u"loi"_s, draft.loi},
            {u"cpi"_s, draft.cpi.toFixed()},
            {u"completes"_s, draft.completes},
            {u"start"_s, draft.start.toString(Qt::ISODate)},
            {u"end"_s, draft.end.toString(Qt::ISODate)},
            {u"liveLink"_s, draft.liveLink},
            {u"testLink"_s, draft.testLink},
            {u"qualifications"_s, written(draft.qualifications, fromQualification)},
            {u"quotas"_s, quotasToJson(draft.quotas)},
            {u"interlocked"_s, written(draft.interlocked, code)},
            {u"cells"_s, written(draft.cells, fromCell)},
            {u"excluded"_s, written(draft.excluded, id)}};
}

std::optional<SurveyDraft> draftFromJson(const QJsonObject &object)
{
    const int schema = object[u"schema"].toInt();
    if (schema < 1 || schema > draftSchema)
        return std::nullopt;
    SurveyDraft draft;
    readTerms(object, draft);
    draft.qualifications = read<TargetedQualification>(object[u"qualifications"], toQualification);
    draft.quotas = quotasFromJson(object[u"quotas"]);
    draft.interlocked =
        read<api::QualificationCode>(object[u"interlocked"], [](const QJsonValue &one) {
            return api::QualificationCode {one.toInt()};
        });
    draft.cells = read<DraftCell>(object[u"cells"], toCell);
    draft.excluded = read<api::SurveyId>(
        object[u"excluded"], [](const QJsonValue &one) { return api::SurveyId {one.toString()}; });
    return draft;
}

} // namespace models
