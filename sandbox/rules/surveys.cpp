#include "sandbox/rules/surveys.h"

#include "sandbox/rules/qualifications.h"
#include "sandbox/rules/quotas.h"
#include "sandbox/rules/values.h"
#include "sandbox/server/refusal.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString required(const QJsonObject &sent, const QString &field)
{
    const QString text = textOf(sent[field]);
    if (text.isEmpty())
        throw refused(u"The %1 field is required."_s.arg(field));
    return text;
}

QString link(const QJsonObject &sent, const QString &field)
{
    const QString text = required(sent, field);
    const QUrl url(text);
    if ((url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        throw refused(u"The %1 must be a valid URL."_s.arg(field));
    return text;
}

int wholeWithin(const QJsonObject &sent, const QString &field, int from, int to)
{
    required(sent, field);
    const auto number = wholeOf(sent[field]);
    if (!number || *number < from || *number > to)
        throw refused(
            u"The %1 must be a whole number between %2 and %3."_s.arg(field).arg(from).arg(to));
    return int(*number);
}

QString oneOf(const QJsonObject &sent, const QString &field, const QJsonArray &list)
{
    const QString id = textOf(sent[field]);
    const QString key = field == u"vertical" ? u"vertical_id"_s : u"category_id"_s;
    for (const QJsonValue &one : list) {
        if (id.isEmpty() || one[key].toString() == id)
            return id;
    }
    throw refused(u"The selected %1 is invalid."_s.arg(field));
}

void readPlace(Survey &survey, const QJsonObject &sent, const Reference &reference)
{
    survey.country = required(sent, u"country"_s);
    survey.language = required(sent, u"language"_s);
    if (!reference.hasCountry(survey.country))
        throw refused(u"The selected country is invalid."_s);
    if (!reference.speaks(survey.country, survey.language))
        throw refused(u"The selected language is not available in this country."_s);
    survey.category = oneOf(sent, u"study_category"_s, reference.categories());
    survey.vertical = oneOf(sent, u"vertical"_s, reference.verticals());
}

QDate date(const QJsonObject &sent, const QString &field)
{
    const QDate read = QDate::fromString(required(sent, field), u"yyyy-MM-dd"_s);
    if (!read.isValid())
        throw refused(u"The %1 does not match the format Y-m-d."_s.arg(field));
    return read;
}

void readDates(Survey &survey, const QJsonObject &sent, QDate today)
{
    survey.start = date(sent, u"project_start_date"_s);
    survey.end = date(sent, u"project_end_date"_s);
    if (survey.start < today)
        throw refused(u"Start date must be in future or equal to current date."_s);
    if (survey.end <= today)
        throw refused(u"End date must be in future or greater than current date."_s);
    if (survey.end < survey.start)
        throw refused(u"End date must not be before the start date."_s);
}

void checkCpi(const Survey &survey)
{
    if (survey.cpi < minimumCpi(survey.audience))
        throw refused(u"The minimum CPI for this audience type is %1."_s.arg(
            moneyText(minimumCpi(survey.audience))));
}

void readFieldwork(Survey &survey, const QJsonObject &sent)
{
    survey.audience = wholeWithin(sent, u"audience_type"_s, 1, 3);
    const QString pii = required(sent, u"pii_collection"_s);
    if (pii != u"Yes" && pii != u"No")
        throw refused(u"The selected pii_collection is invalid."_s);
    survey.pii = pii == u"Yes";
    survey.ir = required(sent, u"ir"_s);
    const auto ir = numberOf(sent[u"ir"_s]);
    if (!ir || *ir < 1 || *ir > 100)
        throw refused(u"The ir must be between 1 and 100."_s);
    survey.loi = wholeWithin(sent, u"loi"_s, 1, 1440);
    survey.completes = wholeWithin(sent, u"complete_needed"_s, 1, 1'000'000);
    required(sent, u"cpi"_s);
    const auto cpi = centsOf(sent[u"cpi"_s]);
    if (!cpi)
        throw refused(u"The cpi must be an amount with at most two decimals."_s);
    survey.cpi = *cpi;
    checkCpi(survey);
}

} // namespace

qint64 minimumCpi(int audience)
{
    return audience == 1 ? 600 : audience == 2 ? 175 : 1;
}

Survey readSurvey(const QJsonObject &sent, const Reference &reference, QDate today)
{
    Survey survey;
    survey.name = required(sent, u"project_name"_s);
    if (survey.name.size() > 255)
        throw refused(u"The project_name must not be longer than 255 characters."_s);
    readPlace(survey, sent, reference);
    readFieldwork(survey, sent);
    readDates(survey, sent, today);
    survey.liveLink = link(sent, u"live_link"_s);
    survey.testLink = link(sent, u"test_link"_s);
    if (sent.contains(u"qualifications"_s))
        survey.qualifications = readQualifications(sent[u"qualifications"_s], reference, survey);
    if (sent.contains(u"quota"_s))
        mergeQuotas(survey, sent[u"quota"_s]);
    return survey;
}

void changeSurvey(Survey &survey, const QJsonObject &sent)
{
    const bool hasLoi = sent.contains(u"loi"_s);
    const bool hasCpi = sent.contains(u"cpi"_s);
    const auto loi = wholeOf(sent[u"loi"_s]);
    const auto cpi = centsOf(sent[u"cpi"_s]);
    if ((!hasLoi && !hasCpi) || (hasLoi && (!loi || *loi < 1 || *loi > 1440)) || (hasCpi && !cpi))
        throw Refusal {400, u"Validation failed"_s};
    if (hasLoi)
        survey.loi = int(*loi);
    if (hasCpi) {
        survey.cpi = *cpi;
        checkCpi(survey);
    }
}

} // namespace sandbox
