#include "api/codec/survey.h"

#include "api/codec/done.h"
#include "api/codec/payload.h"
#include "api/codec/qualification.h"
#include "api/codec/qualificationreader.h"
#include "api/codec/quota.h"
#include "api/codec/quotareader.h"

#include <QJsonArray>

#include <unordered_map>

namespace api::codec {

namespace {

/// Text of a column whose few values come again and again: they share their memory.
class Repeated
{
public:
    const QString &text(const Element &element)
    {
        std::string_view bytes;
        if (element.get(bytes) != simdjson::SUCCESS) {
            m_bytes.clear();
            return m_text = codec::text(element).value_or(QString());
        }
        if (m_bytes != bytes) {
            m_bytes = bytes;
            m_text = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
        }
        return m_text;
    }

private:
    std::string m_bytes;
    QString m_text;
};

struct Reading;
using ReadMember = void (*)(Reading &, const Element &);
using Members = std::unordered_map<std::string_view, ReadMember>;

/// A survey while its members are read, and what the one before it has left.
struct Reading
{
    std::vector<const Members::value_type *> order {}; ///< of the members; no pointer: unknown
    Survey survey {};
    Repeated country {};
    Repeated language {};
    Repeated currency {};
    Repeated status {};
};

QString textOf(const Element &element)
{
    return text(element).value_or(QString());
}

SurveyStatus surveyStatusOf(const QString &word)
{
    static const std::pair<QStringView, SurveyStatus> words[] {
        {u"active", SurveyStatus::Active},
        {u"inactive", SurveyStatus::Inactive},
        {u"completed", SurveyStatus::Completed},
        {u"closed", SurveyStatus::Closed},
    };
    for (const auto &[known, status] : words) {
        if (QStringView(word).trimmed().compare(known, Qt::CaseInsensitive) == 0)
            return status;
    }
    return SurveyStatus::Unknown;
}

/// "2026-11-01", also with a time behind it; invalid for anything else.
QDate dateOf(const Element &element)
{
    constexpr size_t length = 10;
    std::string_view written;
    if (element.get(written) != simdjson::SUCCESS || written.size() < length || written[4] != '-'
        || written[7] != '-')
        return {};
    const auto number = [written](size_t from, size_t count) {
        int value = 0;
        for (const char c : written.substr(from, count)) {
            if (c < '0' || c > '9')
                return 0;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    return {number(0, 4), number(5, 2), number(8, 2)};
}

std::optional<Money> moneyOf(const Element &element)
{
    if (element.is_double()) // four places survive the way through a binary float
        return Money::fromWire(QString::number(double(element), 'f', 4));
    return Money::fromWire(textOf(element));
}

/// Takes a figure that could be read; one that couldn't stays unknown.
template <class T>
void take(Survey &survey, SurveyFigure figure, T &field, const std::optional<T> &value)
{
    survey.unknown.setFlag(figure, !value);
    field = value.value_or(T {});
}

void takeProgress(Survey &survey, const Element &element)
{
    const auto count = [&element](const char *name) { return integer(member(element, {name})); };
    Progress &progress = survey.progress;
    take(survey, SurveyFigure::Complete, progress.complete, count("complete"));
    take(survey, SurveyFigure::SurveyEntrant, progress.surveyEntrant, count("survey_entrant"));
    take(survey, SurveyFigure::Remaining, progress.remaining, count("remaining"));
}

constexpr SurveyFigures allFigures = SurveyFigure::Loi | SurveyFigure::Ir | SurveyFigure::Cpi
    | SurveyFigure::SampleSize | SurveyFigure::CompleteGoal | SurveyFigure::CompleteNeeded
    | SurveyFigure::Complete | SurveyFigure::SurveyEntrant | SurveyFigure::Remaining;

/// Nested parts are left out when they can't be read: calls 7 and 12 tell them in full.
template <class T, class Read>
QList<T> readable(const Found &value, Read read)
{
    QList<T> result;
    for (const Element &element : items(value).value_or(std::vector<Element> {})) {
        if (auto item = read(element))
            result.append(std::move(*item));
    }
    return result;
}

/// Each member is looked at once, whatever their order.
const Members &members()
{
    using R = Reading;
    using E = Element;
    using F = SurveyFigure;
    static const Members all {
        {"project_id", [](R &r, const E &e) { r.survey.id.value = textOf(e); }},
        {"project_code", [](R &r, const E &e) { r.survey.code = textOf(e); }},
        {"project_name", [](R &r, const E &e) { r.survey.name = textOf(e); }},
        {"project_country", [](R &r, const E &e) { r.survey.country.value = r.country.text(e); }},
        {"project_language",
         [](R &r, const E &e) { r.survey.language.value = r.language.text(e); }},
        {"currency", [](R &r, const E &e) { r.survey.currency = r.currency.text(e); }},
        {"loi", [](R &r, const E &e) { take(r.survey, F::Loi, r.survey.loi, decimal(e)); }},
        {"ir", [](R &r, const E &e) { take(r.survey, F::Ir, r.survey.ir, decimal(e)); }},
        {"status",
         [](R &r, const E &e) {
             r.survey.statusText = r.status.text(e);
             r.survey.status = surveyStatusOf(r.survey.statusText);
         }},
        {"project_cpi", [](R &r, const E &e) { take(r.survey, F::Cpi, r.survey.cpi, moneyOf(e)); }},
        {"sample_size",
         [](R &r, const E &e) { take(r.survey, F::SampleSize, r.survey.sampleSize, integer(e)); }},
        {"complete_goal",
         [](R &r, const E &e) {
             take(r.survey, F::CompleteGoal, r.survey.completeGoal, integer(e));
         }},
        {"complete_needed",
         [](R &r, const E &e) {
             take(r.survey, F::CompleteNeeded, r.survey.completeNeeded, integer(e));
         }},
        {"project_start_date", [](R &r, const E &e) { r.survey.start = dateOf(e); }},
        {"project_end_date", [](R &r, const E &e) { r.survey.end = dateOf(e); }},
        {"progress", [](R &r, const E &e) { takeProgress(r.survey, e); }},
        {"qualifications",
         [](R &r, const E &e) {
             r.survey.qualifications = readable<Qualification>(e, readQualification);
         }},
        {"quotas", [](R &r, const E &e) { r.survey.quotas = readable<Quota>(e, readQuota); }},
    };
    return all;
}

/// The surveys of a list have their members in the same order: the place mostly tells which it is.
const Members::value_type *memberAt(std::vector<const Members::value_type *> &order, size_t at,
                                    std::string_view name)
{
    if (at < order.size() && order[at] && order[at]->first == name)
        return order[at];
    const auto found = members().find(name);
    order.resize(std::max(order.size(), at + 1));
    order[at] = found == members().end() ? nullptr : &*found;
    return order[at];
}

std::optional<Survey> readSurvey(Reading &reading, const Element &element)
{
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    reading.survey = {};
    reading.survey.unknown = allFigures;
    size_t at = 0;
    for (const simdjson::dom::key_value_pair member : object) {
        const Members::value_type *const known = memberAt(reading.order, at++, member.key);
        if (known && !member.value.is_null())
            known->second(reading, member.value);
    }
    if (reading.survey.id.isEmpty())
        return std::nullopt;
    return std::move(reading.survey);
}

template <class T>
QJsonArray writtenAll(const QList<T> &values)
{
    QJsonArray result;
    for (const T &value : values)
        result.append(written(value));
    return result;
}

} // namespace

Result<SurveyPage> surveyPage(const Answer &answer)
{
    Reading reading;
    const auto read = [&reading](const Element &element) { return readSurvey(reading, element); };
    Result<QList<Survey>> surveys = rows<Survey>(answer, {"data"}, read);
    if (!surveys)
        return tl::unexpected(surveys.error());
    return SurveyPage {std::move(*surveys)};
}

Result<Survey> survey(const Answer &answer)
{
    Reading reading;
    const auto read = [&reading](const Element &element) { return readSurvey(reading, element); };
    return single<Survey>(answer, {"data"}, read);
}

Result<QByteArray> rawSurvey(const Answer &answer)
{
    const Result<Survey> read = survey(answer);
    if (!read)
        return tl::unexpected(read.error());
    return answer.body;
}

Result<SurveyUpdate> surveyUpdate(const Answer &answer)
{
    const Result<Survey> read = survey(answer);
    if (read) {
        const Document document(answer.body);
        return SurveyUpdate {true, text(document.member("message")).value_or(QString()), *read};
    }
    const Result<Done> acted = done(answer);
    if (!acted)
        return tl::unexpected(acted.error());
    return SurveyUpdate {acted->changed, acted->message, std::nullopt};
}

QJsonObject written(const NewSurvey &survey)
{
    QJsonObject body {
        {QStringLiteral("project_name"), survey.name},
        {QStringLiteral("country"), survey.country.value},
        {QStringLiteral("language"), survey.language.value},
        {QStringLiteral("audience_type"), QString::number(int(survey.audience))},
        {QStringLiteral("pii_collection"),
         survey.collectsPii ? QStringLiteral("Yes") : QStringLiteral("No")},
        {QStringLiteral("ir"), QString::number(survey.ir)},
        {QStringLiteral("loi"), QString::number(survey.loi)},
        {QStringLiteral("cpi"), survey.cpi.toWire()},
        {QStringLiteral("complete_needed"), QString::number(survey.completeNeeded)},
        {QStringLiteral("project_start_date"), survey.start.toString(Qt::ISODate)},
        {QStringLiteral("project_end_date"), survey.end.toString(Qt::ISODate)},
        {QStringLiteral("live_link"), survey.liveLink},
        {QStringLiteral("test_link"), survey.testLink},
    };
    if (!survey.category.isEmpty())
        body.insert(QStringLiteral("study_category"), survey.category.value);
    if (!survey.vertical.isEmpty())
        body.insert(QStringLiteral("vertical"), survey.vertical.value);
    if (!survey.qualifications.isEmpty())
        body.insert(QStringLiteral("qualifications"), writtenAll(survey.qualifications));
    if (!survey.quotas.isEmpty())
        body.insert(QStringLiteral("quota"), writtenAll(survey.quotas));
    return body;
}

} // namespace api::codec
