#include "models/surveys/surveybytes.h"

#include <QDataStream>
#include <QIODevice>

namespace models {

namespace {

constexpr quint8 version = 2; // a change of any list below asks for another one

/// One description of the fields serves both directions: `io` either writes or reads each.
template <class Io, class SurveyRef>
void terms(Io &io, SurveyRef &survey)
{
    io(survey.id.value, survey.code, survey.name, survey.country.value, survey.language.value);
    io(survey.currency, survey.loi, survey.ir, survey.status, survey.statusText);
    io(survey.cpi.hundredths, survey.sampleSize, survey.completeGoal, survey.completeNeeded);
    io(survey.start, survey.end, survey.progress.complete, survey.progress.surveyEntrant);
    io(survey.progress.remaining, survey.unknown);
}

struct Writer
{
    QDataStream &stream;

    template <class... T>
    void operator()(const T &...values)
    {
        (put(values), ...);
    }

    template <class T>
    void put(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            stream << qint32(value);
        else
            stream << value;
    }
};

struct Reader
{
    QDataStream &stream;

    template <class... T>
    void operator()(T &...values)
    {
        (take(values), ...);
    }

    template <class T>
    void take(T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            qint32 number = 0;
            stream >> number;
            value = T(number);
        } else {
            stream >> value;
        }
    }
};

template <class Io, class QualificationRef>
void question(Io &io, QualificationRef &one)
{
    io(one.code.value, one.title, one.text, one.questionType, one.kind, one.zipCodes);
}

QList<int> flat(const QList<api::Range> &ranges)
{
    QList<int> numbers;
    for (const api::Range &range : ranges)
        numbers << range.from << range.to;
    return numbers;
}

QList<api::Range> ranges(const QList<int> &numbers)
{
    QList<api::Range> all;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        all.append({numbers[i], numbers[i + 1]});
    return all;
}

void write(QDataStream &stream, const api::Qualification &one)
{
    Writer io {stream};
    question(io, one);
    QList<int> codes;
    QStringList names;
    for (const api::Condition &condition : one.conditions) {
        codes.append(condition.code);
        names.append(condition.name);
    }
    stream << codes << names << flat(one.ranges);
}

void read(QDataStream &stream, api::Qualification &one)
{
    Reader io {stream};
    question(io, one);
    QList<int> codes;
    QStringList names;
    QList<int> numbers;
    stream >> codes >> names >> numbers;
    for (qsizetype i = 0; i < qMin(codes.size(), names.size()); ++i)
        one.conditions.append({codes[i], names[i]});
    one.ranges = ranges(numbers);
}

void write(QDataStream &stream, const api::QuotaCriterion &one)
{
    stream << one.requiredCount << quint8(one.target.index());
    if (const int *option = std::get_if<int>(&one.target))
        stream << *option;
    else if (const api::Range *range = std::get_if<api::Range>(&one.target))
        stream << range->from << range->to;
    else
        stream << std::get<QStringList>(one.target);
}

void read(QDataStream &stream, api::QuotaCriterion &one)
{
    quint8 kind = 0;
    stream >> one.requiredCount >> kind;
    int option = 0;
    api::Range range;
    QStringList zipCodes;
    if (kind == 0) {
        stream >> option;
        one.target = option;
    } else if (kind == 1) {
        stream >> range.from >> range.to;
        one.target = range;
    } else {
        stream >> zipCodes;
        one.target = zipCodes;
    }
}

void write(QDataStream &stream, const api::Quota &one);
void read(QDataStream &stream, api::Quota &one);

template <class T>
void writeList(QDataStream &stream, const QList<T> &list)
{
    stream << quint32(list.size());
    for (const T &one : list)
        write(stream, one);
}

template <class T>
void readList(QDataStream &stream, QList<T> &list)
{
    quint32 count = 0;
    stream >> count;
    for (; count > 0 && stream.status() == QDataStream::Ok; --count) {
        T one;
        read(stream, one);
        list.append(one);
    }
}

void write(QDataStream &stream, const api::Quota &one)
{
    stream << one.code.value;
    writeList(stream, one.criteria);
}

void read(QDataStream &stream, api::Quota &one)
{
    stream >> one.code.value;
    readList(stream, one.criteria);
}

} // namespace

QByteArray toBytes(const api::Survey &survey)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << version;
    Writer io {stream};
    terms(io, survey);
    writeList(stream, survey.qualifications);
    writeList(stream, survey.quotas);
    return bytes;
}

std::optional<api::Survey> surveyFromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 found = 0;
    stream >> found;
    if (found != version)
        return std::nullopt;
    api::Survey survey;
    Reader io {stream};
    terms(io, survey);
    readList(stream, survey.qualifications);
    readList(stream, survey.quotas);
    if (stream.status() != QDataStream::Ok)
        return std::nullopt;
    return survey;
}

} // namespace models
