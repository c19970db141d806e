#include "api/codec/qualification.h"

#include "api/codec/payload.h"
#include "api/codec/qualificationreader.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace api::codec {

namespace {

std::optional<Condition> readCondition(const Element &element)
{
    const auto code = integer(member(element, {"condition_code"}));
    if (!code)
        return std::nullopt;
    return Condition {*code, text(member(element, {"condition_name"})).value_or(QString())};
}

std::optional<Range> readRangeSet(const Element &element)
{
    const auto from = integer(member(element, {"from"}));
    const auto to = integer(member(element, {"to"}));
    if (!from || !to)
        return std::nullopt;
    return Range {*from, *to};
}

/// Reads the one list of answers that is there; false when it can't be read.
bool readAnswers(const Element &element, Qualification &into)
{
    if (const Found ranges = member(element, {"range_sets"})) {
        const auto read = list<Range>(ranges, readRangeSet);
        into.kind = QualificationKind::Ranges;
        into.ranges = read.value_or(QList<Range> {});
        return read.has_value();
    }
    if (const Found zips = member(element, {"zipcodes", "zip_codes"})) {
        const auto read = readZips(zips);
        into.kind = QualificationKind::ZipCodes;
        into.zipCodes = read.value_or(QStringList {});
        return read.has_value();
    }
    if (const Found conditions = member(element, {"conditions"})) {
        const auto read = list<Condition>(conditions, readCondition);
        into.conditions = read.value_or(QList<Condition> {});
        return read.has_value();
    }
    return true;
}

} // namespace

std::optional<QualificationCode> readCode(const Element &element)
{
    const auto code = integer(member(element, {"qualification_code", "qualification_id", "id"}));
    return code && *code > 0 ? std::optional(QualificationCode {*code}) : std::nullopt;
}

std::optional<Range> readRange(const QString &written)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,9})\\s*[-\u2013]\\s*(\\d{1,9})\\s*$"));
    const auto match = form.match(written);
    if (!match.hasMatch())
        return std::nullopt;
    return Range {match.capturedView(1).toInt(), match.capturedView(2).toInt()};
}

std::optional<QStringList> readZips(const Found &value)
{
    simdjson::dom::array array;
    if (!value || value->get(array) != simdjson::SUCCESS)
        return std::nullopt;
    QStringList result;
    for (const Element element : array) {
        const auto zip = text(Found(element));
        if (!zip || zip->isEmpty())
            return std::nullopt;
        result.append(*zip);
    }
    return result;
}

std::optional<Qualification> readQualification(const Element &element)
{
    const auto code = readCode(element);
    if (!code)
        return std::nullopt;
    Qualification result;
    result.code = *code;
    result.title = text(member(element, {"title", "Name"})).value_or(QString());
    result.text = text(member(element, {"text", "QuestionText"})).value_or(QString());
    result.questionType = text(member(element, {"questionType"})).value_or(QString());
    if (!readAnswers(element, result))
        return std::nullopt;
    return result;
}

Result<QList<Qualification>> qualifications(const Answer &answer)
{
    return rows<Qualification>(answer, {"qualifications_data", "data"}, readQualification);
}

Result<Qualification> qualification(const Answer &answer)
{
    return single<Qualification>(answer, {"qualifications_data", "data"}, readQualification);
}

QString writtenRange(const Range &range)
{
    return QStringLiteral("%1-%2").arg(range.from).arg(range.to);
}

QJsonValue writtenZip(const QString &zip)
{
    constexpr qsizetype mostDigits = 15; // beyond that a double in the path would round it
    const bool isNumber = !zip.isEmpty() && zip.size() <= mostDigits && !zip.startsWith(u'0')
        && std::all_of(zip.cbegin(), zip.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? QJsonValue(zip.toLongLong()) : QJsonValue(zip);
}

QJsonObject written(const Targeting &targeting)
{
    QJsonArray answers;
    QString name;
    switch (targeting.kind) {
    case QualificationKind::Options:
        name = QStringLiteral("condition_codes");
        for (const int option : targeting.options)
            answers.append(option);
        break;
    case QualificationKind::Ranges:
        name = QStringLiteral("range_sets");
        for (const Range &range : targeting.ranges)
            answers.append(QJsonObject {{QStringLiteral("from"), range.from},
                                        {QStringLiteral("to"), range.to}});
        break;
    case QualificationKind::ZipCodes:
        name = QStringLiteral("zipcodes");
        for (const QString &zip : targeting.zipCodes)
            answers.append(writtenZip(zip));
        break;
    }
    return {{QStringLiteral("qualification_code"), targeting.code.value}, {name, answers}};
}

} // namespace api::codec
