#include "tests/api/codec/samplecalls.h"

#include "api/calls/auth.h"
#include "api/calls/exclusions.h"
#include "api/calls/feasibility.h"
#include "api/calls/interlocking.h"
#include "api/calls/masterdata.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"

using namespace api;
using namespace Qt::StringLiterals;

namespace support {

namespace {

QString line(const QString &text)
{
    return text;
}

QString line(const Done &done)
{
    return u"%1: %2"_s.arg(done.changed ? u"done"_s : u"no change"_s, done.message);
}

QString line(const QuotaTarget &target)
{
    if (const int *option = std::get_if<int>(&target))
        return QString::number(*option);
    if (const Range *range = std::get_if<Range>(&target))
        return u"%1-%2"_s.arg(range->from).arg(range->to);
    return u"zips "_s + std::get<QStringList>(target).join(u'+');
}

QString line(const Quota &quota)
{
    QStringList parts;
    for (const QuotaCriterion &criterion : quota.criteria)
        parts += u"%1=%2"_s.arg(line(criterion.target)).arg(criterion.requiredCount);
    return u"%1[%2]"_s.arg(quota.code.value).arg(parts.join(u' '));
}

QString line(const Qualification &one)
{
    QStringList parts;
    for (const Condition &condition : one.conditions)
        parts += u"%1=%2"_s.arg(condition.code).arg(condition.name);
    for (const Range &range : one.ranges)
        parts += u"%1-%2"_s.arg(range.from).arg(range.to);
    parts += one.zipCodes;
    return u"%1 %2 %3 {%4}"_s.arg(QString::number(one.code.value), one.title, one.questionType,
                                  parts.join(u" | "_s));
}

QString line(const SurveyId &id)
{
    return id.value;
}

QString line(const Country &one)
{
    return u"%1 %2 %3 %4 +%5 speaks %6"_s.arg(
        one.id.value, one.name, one.shortName, one.isoCode, one.dialCode,
        one.languages.isEmpty() ? u"-"_s : one.languages.first().value);
}

QString line(const Language &one)
{
    return u"%1 %2 %3"_s.arg(one.id.value, one.name, one.shortName);
}

QString line(const StudyCategory &one)
{
    return u"%1 %2"_s.arg(one.id.value, one.name);
}

QString line(const Vertical &one)
{
    return u"%1 %2"_s.arg(one.id.value, one.name);
}

QString line(const Survey &one);

template <class T>
QString line(const QList<T> &values)
{
    QStringList parts;
    for (const T &value : values)
        parts += line(value);
    return u"%1: %2"_s.arg(values.size()).arg(parts.join(u"; "_s));
}

QString line(const Survey &one)
{
    return u"%1 %2 “%3” %4/%5 %6 min %7 % cpi %8 %9 "_s
               .arg(one.id.value, one.code, one.name, one.country.value, one.language.value)
               .arg(one.loi)
               .arg(one.ir)
               .arg(one.cpi.toFixed(), one.statusText)
        + u"%1/%2 entrants %3 remaining %4 %5..%6 %7 %8"_s.arg(one.progress.complete)
              .arg(one.completeNeeded)
              .arg(one.progress.surveyEntrant)
              .arg(one.progress.remaining)
              .arg(one.start.toString(Qt::ISODate), one.end.toString(Qt::ISODate),
                   line(one.qualifications), line(one.quotas));
}

QString line(const SurveyPage &page)
{
    return line(page.surveys);
}

QString line(const SurveyUpdate &update)
{
    return u"%1 %2"_s.arg(update.message, update.survey ? line(*update.survey) : u"-"_s);
}

QString line(const Interlocking &grid)
{
    QStringList parts;
    for (const Combination &cell : grid.combinations)
        parts += u"%1 “%2” %3"_s.arg(cell.id.value, cell.option).arg(cell.quota);
    for (const InterlockedQualification &one : grid.qualifications)
        parts += u"%1 %2 (%3)"_s.arg(one.id, one.title, one.options);
    return grid.survey.value + u' ' + parts.join(u"; "_s) + u' ' + grid.updated;
}

QString line(const Reconciliation &one)
{
    QStringList uids;
    for (qsizetype i = 0; i < one.acceptedUids.size(); ++i)
        uids += QString::fromUtf8(one.acceptedUids.at(i));
    return u"%1 %2 %3"_s.arg(one.statusText).arg(one.resultCount).arg(uids.join(u' '));
}

QString line(const Feasibility &one)
{
    return u"%1..%2 at %3"_s.arg(one.minimum).arg(one.maximum).arg(one.recommendedPrice.toFixed());
}

constexpr const char *kinds[] = {
    "Network",  "Timeout", "Tls",      "Cancelled",   "Unauthorized", "HashMismatch", "NotFound",
    "Conflict", "Gone",    "Rejected", "RateLimited", "ServerError",  "Malformed"};

template <class T>
std::function<Rendered(const Answer &)> decoder(const Request<T> &request)
{
    return [decode = request.decode](const Answer &answer) -> Rendered {
        const Result<T> result = decode(answer);
        if (result)
            return {true, line(*result)};
        const ApiError &error = result.error();
        const QString said =
            error.serverMessage.isEmpty() ? u"<"_s + error.detail + u'>' : error.serverMessage;
        QString text = u"error %1%2: %3"_s.arg(
            QString::fromLatin1(kinds[int(error.kind)]),
            error.delivery == Delivery::Ambiguous ? u", unclear"_s : QString(), said);
        if (!error.existing.isEmpty())
            text += u" existing "_s + error.existing.join(u'+');
        return {false, text};
    };
}

} // namespace

const QMap<QString, std::function<Rendered(const Answer &)>> &decoders()
{
    using namespace calls;
    const SurveyId id {u"x"_s};
    static const QMap<QString, std::function<Rendered(const Answer &)>> all {
        {u"getHash"_s, decoder(getHash({}, {}))},
        {u"listSurveys"_s, decoder(surveys(1))},
        {u"getSurvey"_s, decoder(survey(id))},
        {u"createSurvey"_s, decoder(createSurvey({}))},
        {u"updateSurvey"_s, decoder(updateSurvey(id, {}))},
        {u"setSurveyStatus"_s, decoder(setSurveyStatus(id, SurveyStatus::Active))},
        {u"getQualifications"_s, decoder(qualifications(id))},
        {u"getQualification"_s, decoder(qualification(id, {42}))},
        {u"addQualifications"_s, decoder(addQualifications(id, {}))},
        {u"updateQualifications"_s, decoder(updateQualifications(id, {}))},
        {u"deleteQualification"_s, decoder(deleteQualification(id, {42}))},
        {u"getQuotas"_s, decoder(quotas(id))},
        {u"getQuota"_s, decoder(quota(id, {42}))},
        {u"saveQuotas"_s, decoder(saveQuotas(id, {}))},
        {u"getInterlocking"_s, decoder(interlocking(id))},
        {u"createInterlocking"_s, decoder(createInterlocking(id, {}))},
        {u"updateInterlocking"_s, decoder(updateInterlocking(id, {}))},
        {u"getReconciliation"_s, decoder(reconciliation(id))},
        {u"submitReconciliation"_s, decoder(submitReconciliation(id, {}))},
        {u"getCountries"_s, decoder(countries())},
        {u"getLanguages"_s, decoder(languages())},
        {u"getStudyCategories"_s, decoder(studyCategories())},
        {u"getVerticals"_s, decoder(verticals())},
        {u"getQualificationMaster"_s, decoder(qualificationMaster({}, {}))},
        {u"getExclusions"_s, decoder(exclusions(id))},
        {u"saveExclusions"_s, decoder(saveExclusions(id, {}))},
        {u"deleteExclusions"_s, decoder(deleteExclusions(id))},
        {u"getFeasibility"_s, decoder(feasibility({}))},
    };
    return all;
}

} // namespace support
