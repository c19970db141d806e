#include "models/briefs/briefjson.h"

#include "models/support/figures.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString scalar(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble()) // as short as it was written
        return QString::number(value.toDouble(), 'g', 12);
    return value.toString().trimmed();
}

QJsonValue first(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (object.contains(name))
            return object[name];
    }
    return QJsonValue::Undefined;
}

/// {"from": 18, "to": 34, "count": 120}, {"option": "Male", "percent": 50}.
BriefShare shareOf(const QJsonObject &object)
{
    BriefShare share;
    const QJsonValue from = first(object, {"from"_L1, "min"_L1});
    const QJsonValue to = first(object, {"to"_L1, "max"_L1});
    if (!from.isUndefined() && !to.isUndefined())
        share.answer = scalar(from) + u'-' + scalar(to);
    else if (!from.isUndefined())
        share.answer = scalar(from) + u'+';
    else
        share.answer = scalar(first(
            object, {"range"_L1, "band"_L1, "option"_L1, "answer"_L1, "name"_L1, "value"_L1}));
    const QJsonValue percent = first(object, {"percent"_L1, "share"_L1, "pct"_L1});
    share.amount = percent.isUndefined()
        ? scalar(first(object, {"count"_L1, "quota"_L1, "completes"_L1, "n"_L1}))
        : scalar(percent).remove(u'%').trimmed() + u'%';
    return share;
}

QList<BriefShare> shares(BriefField field, const QJsonValue &value)
{
    QList<BriefShare> all;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto one = object.begin(); one != object.end(); ++one)
            all.append({one.key().trimmed(), scalar(one.value())});
        return all;
    }
    if (!value.isArray())
        return briefShares(field, scalar(value));
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        if (field != BriefField::Zip && all.size() >= mostBriefAnswers) {
            all.append(
                {BriefText::tr("%1 further options").arg(countText(array.size() - all.size())),
                 {}});
            break;
        }
        if (one.isObject())
            all.append(shareOf(one.toObject()));
        else
            all += briefShares(field, scalar(one));
    }
    return all;
}

Brief failed(const QString &problem)
{
    Brief brief;
    brief.form = Brief::Form::Json;
    brief.problem = problem;
    return brief;
}

} // namespace

Brief briefFromJson(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return failed(
            BriefText::tr("This begins like JSON but isn’t: near letter %1.").arg(error.offset));
    QJsonObject object = document.isArray() ? document[0].toObject() : document.object();
    if (object[u"brief"_s].isObject())
        object = object[u"brief"_s].toObject();
    if (object[u"format"_s].toString() == u"aligndesk-draft")
        return failed(BriefText::tr("This is an exported draft: import it in Drafts."));
    Brief brief;
    brief.form = Brief::Form::Json;
    for (auto one = object.begin(); one != object.end(); ++one) {
        const BriefField field = briefField(one.key());
        const bool isPlain = !hasAnswers(field);
        if (brief.entries.size() >= mostBriefEntries
            || (isPlain && (one.value().isObject() || one.value().isArray()))) {
            brief.strays.append(one.key().left(200));
            continue;
        }
        BriefEntry entry {0, field, one.key().left(200), {}, {}};
        if (!isPlain)
            entry.shares = shares(field, one.value());
        if (isPlain || field == BriefField::Question)
            entry.value = scalar(one.value());
        if (!one.value().isNull())
            brief.entries.append(entry);
    }
    return brief;
}

} // namespace models
