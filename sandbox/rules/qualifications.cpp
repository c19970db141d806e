#include "sandbox/rules/qualifications.h"

#include "sandbox/rules/values.h"
#include "sandbox/server/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QJsonArray readRanges(const QJsonArray &sent, const QString &name)
{
    QJsonArray ranges;
    QList<std::pair<qint64, qint64>> sorted;
    for (const QJsonValue &range : sent) {
        const auto from = wholeOf(range[u"from"_s]);
        const auto to = wholeOf(range[u"to"_s]);
        if (!from || !to || *from < 0 || *to > 999'999)
            throw invalidParameters();
        if (*from > *to)
            throw refused(
                u"The range %1-%2 of %3 ends before it starts."_s.arg(*from).arg(*to).arg(name));
        ranges.append(QJsonObject {{u"from"_s, *from}, {u"to"_s, *to}});
        sorted.append({*from, *to});
    }
    std::sort(sorted.begin(), sorted.end());
    for (qsizetype i = 1; i < sorted.size(); ++i) {
        if (sorted[i].first <= sorted[i - 1].second)
            throw refused(u"The ranges of %1 overlap."_s.arg(name));
    }
    return ranges;
}

QJsonArray readConditions(const QJsonArray &sent, const QJsonObject &master)
{
    const QJsonArray known = master[u"conditions"_s].toArray();
    QJsonArray conditions;
    QList<qint64> seen;
    for (const QJsonValue &value : sent) {
        const auto code = wholeOf(value);
        if (!code)
            throw invalidParameters();
        const auto option = std::find_if(known.begin(), known.end(), [&](const auto &one) {
            return wholeOf(one[u"condition_code"_s]) == code;
        });
        if (option == known.end() || seen.contains(*code))
            throw refused(u"The condition code %1 is not valid for %2."_s.arg(*code).arg(
                master[u"Name"_s].toString()));
        seen.append(*code);
        conditions.append(QJsonObject {{u"condition_code"_s, *code},
                                       {u"condition_name"_s, (*option)[u"condition_name"_s]}});
    }
    return conditions;
}

QJsonArray readZips(const QJsonArray &sent, const QString &name)
{
    QStringList zips;
    for (const QJsonValue &value : sent) {
        const QString zip = textOf(value);
        if (zip.isEmpty() || zip.size() > 20 || zips.contains(zip))
            throw refused(u"The zip codes of %1 must be filled and distinct."_s.arg(name));
        zips.append(zip);
    }
    return QJsonArray::fromStringList(zips);
}

QJsonArray listIn(const QJsonObject &sent, const QString &member, const QString &name)
{
    if (!sent[member].isArray())
        throw refused(u"The targeting criteria do not fit the type of %1."_s.arg(name));
    const QJsonArray list = sent[member].toArray();
    if (list.isEmpty())
        throw refused(u"At least one option must be chosen for %1."_s.arg(name));
    return list;
}

QJsonObject readOne(const QJsonObject &sent, const QJsonObject &master)
{
    const QString name = master[u"Name"_s].toString();
    QJsonObject one {{u"code"_s, master[u"qualification_id"_s]},
                     {u"name"_s, name},
                     {u"text"_s, master[u"QuestionText"_s]}};
    if (master.contains(u"range_sets"_s)) {
        one[u"range_sets"_s] = readRanges(listIn(sent, u"range_sets"_s, name), name);
    } else if (master.contains(u"conditions"_s)) {
        one[u"conditions"_s] = readConditions(listIn(sent, u"condition_codes"_s, name), master);
    } else {
        // The vendor's text says zip_codes in one place and zipcodes in all samples.
        const bool other = sent.contains(u"zip_codes"_s);
        one[u"zipcodes"_s] =
            readZips(listIn(sent, other ? u"zip_codes"_s : u"zipcodes"_s, name), name);
    }
    return one;
}

} // namespace

QJsonArray readQualifications(const QJsonValue &sent, const Reference &reference,
                              const Survey &survey)
{
    if (!sent.isArray())
        throw invalidParameters();
    QJsonArray read;
    QStringList unknown;
    QList<qint64> seen;
    for (const QJsonValue &value : sent.toArray()) {
        const auto code = wholeOf(value[u"qualification_code"_s]);
        if (!code)
            throw invalidParameters();
        const QJsonObject master = reference.qualification(survey.country, survey.language, *code);
        if (master.isEmpty()) {
            unknown.append(QString::number(*code));
            continue;
        }
        if (seen.contains(*code))
            throw refused(u"%1 is given more than once."_s.arg(master[u"Name"_s].toString()));
        seen.append(*code);
        read.append(readOne(value.toObject(), master));
    }
    if (!unknown.isEmpty())
        throw refused(u"The following qualification code were not found in the system: "_s
                      + unknown.join(u','));
    return read;
}

qsizetype indexOf(const Survey &survey, qint64 code)
{
    for (qsizetype i = 0; i < survey.qualifications.size(); ++i) {
        if (survey.qualifications[i][u"code"_s].toInteger() == code)
            return i;
    }
    return -1;
}

QStringList optionKeys(const QJsonObject &qualification)
{
    QStringList keys;
    for (const QJsonValue &range : qualification[u"range_sets"_s].toArray())
        keys.append(u"%1-%2"_s.arg(range[u"from"_s].toInteger()).arg(range[u"to"_s].toInteger()));
    for (const QJsonValue &option : qualification[u"conditions"_s].toArray())
        keys.append(textOf(option[u"condition_code"_s]));
    for (const QJsonValue &zip : qualification[u"zipcodes"_s].toArray())
        keys.append(zip.toString());
    return keys;
}

QStringList optionNames(const QJsonObject &qualification)
{
    if (!qualification.contains(u"conditions"_s))
        return optionKeys(qualification);
    QStringList names;
    for (const QJsonValue &option : qualification[u"conditions"_s].toArray())
        names.append(option[u"condition_name"_s].toString());
    return names;
}

} // namespace sandbox
