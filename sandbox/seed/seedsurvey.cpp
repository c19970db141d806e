#include "sandbox/seed/seedsurvey.h"

#include "sandbox/field/buckets.h"
#include "sandbox/field/field.h"
#include "sandbox/rules/interlocking.h"
#include "sandbox/rules/qualifications.h"
#include "sandbox/rules/quotas.h"
#include "sandbox/rules/surveys.h"
#include "sandbox/rules/values.h"
#include "sandbox/seed/chance.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QJsonArray sentQualifications(const QJsonArray &models)
{
    QJsonArray sent;
    for (const QJsonValue &model : models) {
        QJsonObject one {{u"qualification_code"_s, model[u"code"_s]}};
        if (model.toObject().contains(u"options"_s))
            one[u"condition_codes"_s] = model[u"options"_s];
        if (model.toObject().contains(u"zips"_s))
            one[u"zipcodes"_s] = model[u"zips"_s];
        QJsonArray ranges;
        for (const QJsonValue &range : model[u"ranges"_s].toArray())
            ranges.append(QJsonObject {{u"from"_s, range[0]}, {u"to"_s, range[1]}});
        if (!ranges.isEmpty())
            one[u"range_sets"_s] = ranges;
        sent.append(one);
    }
    return sent;
}

/// Counts in the order of the options, in the form in which a buyer sends them.
QJsonArray sentQuotas(const Survey &survey, const QJsonObject &quotas, double factor)
{
    QJsonArray sent;
    for (auto quota = quotas.begin(); quota != quotas.end(); ++quota) {
        const qsizetype index = indexOf(survey, quota.key().toLongLong());
        const QJsonObject qualification = survey.qualifications[index].toObject();
        const QStringList keys = optionKeys(qualification);
        const QJsonArray counts = quota.value().toArray();
        QJsonArray criteria;
        for (qsizetype i = 0; i < counts.size(); ++i) {
            const QJsonValue codes = qualification.contains(u"conditions"_s)
                ? QJsonValue(keys[i].toLongLong())
                : QJsonValue(keys[i]);
            criteria.append(
                QJsonObject {{u"required_count"_s, qint64(std::lround(counts[i].toInt() * factor))},
                             {u"condition_codes"_s, codes}});
        }
        sent.append(QJsonObject {{u"qualification_code"_s, quota.key().toLongLong()},
                                 {u"criteria"_s, criteria}});
    }
    return sent;
}

SurveyStatus statusNamed(const QString &name)
{
    if (name == u"Active")
        return SurveyStatus::Active;
    if (name == u"Completed")
        return SurveyStatus::Completed;
    return name == u"Closed" ? SurveyStatus::Closed : SurveyStatus::Inactive;
}

/// Later rounds field the same study elsewhere, in another size, at another price and time.
void vary(Survey &survey, int round, const Reference &reference, quint64 seed)
{
    static constexpr const char16_t *places[] = {
        u"US", u"GB", u"DE", u"FR", u"ES", u"IT", u"NL", u"BE", u"SE", u"DK", u"NO", u"FI",
        u"PL", u"CZ", u"AT", u"CH", u"PT", u"IE", u"CA", u"AU", u"NZ", u"JP", u"KR", u"CN",
        u"TW", u"SG", u"IN", u"BR", u"MX", u"AR", u"CL", u"CO", u"ZA", u"AE", u"TR", u"GR"};
    const QString &id = survey.projectId;
    const QString place =
        QString::fromUtf16(places[chance(seed, QString(id + u"place"_s)) % std::size(places)]);
    survey.country = reference.countryNamed(place);
    survey.language = reference.mainLanguage(survey.country);
    survey.name += u" – %1 %2"_s.arg(place).arg(round + 1);
    const double size = 0.5 + 1.5 * share(seed, QString(id + u"size"_s));
    survey.completes = std::max(20, int(survey.completes * size) / 10 * 10);
    survey.cpi = survey.cpi * qint64(100 + chance(seed, QString(id + u"price"_s)) % 40) / 100;
    const qint64 shift = qint64(chance(seed, QString(id + u"shift"_s)) % 5) - 2;
    survey.start = survey.start.addDays(shift);
    survey.end = survey.end.addDays(shift);
}

/// The field so far: `done` of each bucket, none quite like the other.
void fill(Survey &survey, double done, quint64 seed)
{
    double sum = 0;
    for (const Bucket &bucket : bucketsOf(survey)) {
        const double bias =
            done >= 1 ? 1 : 0.9 + 0.2 * share(seed, QString(survey.projectId + bucket.key));
        const double count =
            std::floor(std::min(bucket.weight, double(bucket.target)) * done * bias);
        survey.filled[bucket.key] = count;
        sum += count;
    }
    survey.complete = int(sum);
    survey.entrants = int(std::ceil(sum / conversionOf(survey, seed)));
}

} // namespace

QString seedProjectId(quint64 seed, qint64 number)
{
    return lettersAndDigits(chance(seed, u"project", quint64(number)), 16);
}

Survey seedSurvey(const SeedTemplate &model, qint64 number, const Reference &reference,
                  quint64 seed, const QDateTime &now)
{
    const QJsonObject &object = model.object;
    const QDate today = now.toLocalTime().date();
    Survey survey;
    survey.number = number;
    survey.projectId = seedProjectId(seed, number);
    survey.name = object[u"name"_s].toString();
    survey.country = reference.countryNamed(object[u"country"_s].toString());
    survey.language = object[u"language"_s].toString(reference.mainLanguage(survey.country));
    survey.category = object[u"category"_s].toString();
    survey.vertical = object[u"vertical"_s].toString();
    survey.audience = object[u"audience"_s].toString().toInt();
    survey.pii = object[u"pii"_s].toString() == u"Yes";
    survey.ir = textOf(object[u"ir"_s]);
    survey.loi = object[u"loi"_s].toInt();
    survey.cpi = centsOf(object[u"cpi"_s]).value_or(0);
    survey.completes = object[u"completes"_s].toInt();
    survey.start = today.addDays(object[u"start"_s].toInt());
    survey.end = today.addDays(object[u"end"_s].toInt());
    survey.status = statusNamed(object[u"status"_s].toString());
    if (model.round > 0)
        vary(survey, model.round, reference, seed);
    survey.liveLink = u"https://survey.example.com/live/%1?uid=[identifier]"_s.arg(number);
    survey.testLink = u"https://survey.example.com/test/%1?uid=[identifier]"_s.arg(number);
    survey.qualifications = readQualifications(
        sentQualifications(object[u"qualifications"_s].toArray()), reference, survey);
    const double factor = double(survey.completes) / object[u"completes"_s].toInt();
    mergeQuotas(survey, sentQuotas(survey, object[u"quota"_s].toObject(), factor));
    QList<qint64> interlocked;
    for (const QJsonValue &code : object[u"interlocking"_s].toArray())
        interlocked.append(code.toInteger());
    if (!interlocked.isEmpty())
        survey.interlocking = newGrid(survey, interlocked, now.addDays(-1));
    fill(survey, object[u"done"_s].toDouble(), seed);
    survey.fieldTime = now.toMSecsSinceEpoch();
    return survey;
}

} // namespace sandbox
