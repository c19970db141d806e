#include "sandbox/rules/interlocking.h"

#include "sandbox/rules/qualifications.h"
#include "sandbox/rules/values.h"
#include "sandbox/server/refusal.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString stamp(const QDateTime &now)
{
    return now.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/// As the vendor's server makes them: a counter and 13 hex digits of the time in microseconds.
QString cellId(qsizetype index, const QDateTime &now)
{
    static qint64 last = 0;
    last = std::max(last + 1, now.toMSecsSinceEpoch() * 1000);
    return u"Aud%1%2%3"_s.arg(index)
        .arg(last / 1'000'000, 8, 16, '0'_L1)
        .arg(last % 1'000'000, 5, 16, '0'_L1);
}

QList<qsizetype> positionsOf(const Survey &survey, const QList<qint64> &codes)
{
    QList<qsizetype> positions;
    QStringList unknown;
    for (const qint64 code : codes) {
        positions.append(indexOf(survey, code));
        if (positions.last() < 0)
            unknown.append(QString::number(code));
    }
    if (!unknown.isEmpty())
        throw Refusal {422,
                       u"The following qualification code were not found in the system: "_s
                           + unknown.join(u',')};
    return positions;
}

/// All combinations, the last qualification's options changing fastest.
QStringList combine(const QList<QStringList> &options)
{
    QStringList rows {QString()};
    for (const QStringList &names : options) {
        QStringList longer;
        for (const QString &row : rows) {
            for (const QString &name : names)
                longer.append(row.isEmpty() ? name : row + u',' + name);
        }
        rows = longer;
    }
    return rows;
}

QJsonArray cellsFor(const QStringList &rows, int completes, const QDateTime &now)
{
    QJsonArray cells;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const qint64 even = completes / rows.size() + (i < completes % rows.size() ? 1 : 0);
        cells.append(
            QJsonObject {{u"id"_s, cellId(i, now)},
                         {u"option"_s, rows[i]},
                         {u"quota"_s, QString::number(std::clamp<qint64>(even, 1, maxCellQuota))}});
    }
    return cells;
}

} // namespace

QJsonObject newGrid(const Survey &survey, const QList<qint64> &codes, const QDateTime &now)
{
    if (codes.isEmpty() || codes.size() > 4)
        throw Refusal {422, u"qualification_code must less than or eqaul to 4 in survey."_s};
    if (QSet<qint64>(codes.begin(), codes.end()).size() != codes.size())
        throw Refusal {422, u"qualification_code must not name a qualification twice."_s};
    QList<QStringList> options;
    QJsonArray qualifications;
    qint64 size = 1;
    for (const qsizetype position : positionsOf(survey, codes)) {
        const QJsonObject one = survey.qualifications[position].toObject();
        options.append(optionNames(one));
        size *= options.last().size();
        if (size > maxCells)
            throw Refusal {422, u"The maximum allowed interlocking combinations are 200."_s};
        qualifications.append(QJsonObject {{u"id"_s, QString::number(position + 1)},
                                           {u"title"_s, one[u"name"_s]},
                                           {u"options"_s, options.last().join(u',')}});
    }
    return {{u"project_id"_s, survey.projectId},
            {u"combinations"_s, cellsFor(combine(options), survey.completes, now)},
            {u"qualifications"_s, qualifications},
            {u"created_date"_s, stamp(now)},
            {u"updated_date"_s, stamp(now)}};
}

void updateGrid(Survey &survey, const QJsonValue &combinations, const QDateTime &now)
{
    if (!combinations.isArray())
        throw invalidParameters();
    QJsonArray cells = survey.interlocking.value(u"combinations"_s).toArray();
    for (const QJsonValue &sent : combinations.toArray()) {
        const auto count = wholeOf(sent[u"required_count"_s]);
        const QString id = sent[u"id"_s].toString();
        if (!count || id.isEmpty())
            throw invalidParameters();
        if (*count < 1 || *count > maxCellQuota)
            throw Refusal {
                422, u"required_count must greater than 0 and less than or equal to 10000."_s};
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const QJsonValue &one) {
            return one[u"id"_s].toString() == id;
        });
        if (cell == cells.end())
            throw Refusal {422, u"The combination %1 was not found in this survey."_s.arg(id)};
        QJsonObject changed = cell->toObject();
        changed[u"quota"_s] = QString::number(*count);
        *cell = changed;
    }
    if (cells == survey.interlocking.value(u"combinations"_s).toArray())
        throw Refusal {422,
                       u"No changes were made. Either the quotas are already up to date or the "
                       "update failed. Please verify and try again."_s};
    survey.interlocking[u"combinations"_s] = cells;
    survey.interlocking[u"updated_date"_s] = stamp(now);
}

void dropStrayGrid(Survey &survey)
{
    // value(), since reading a member by [] would add it to the grid.
    for (const QJsonValue &one : survey.interlocking.value(u"qualifications"_s).toArray()) {
        const qsizetype position = one[u"id"_s].toString().toInt() - 1;
        const QJsonObject now = position < survey.qualifications.size()
            ? survey.qualifications[position].toObject()
            : QJsonObject();
        if (now[u"name"_s] != one[u"title"_s]
            || optionNames(now).join(u',') != one[u"options"_s].toString()) {
            survey.interlocking = {};
            return;
        }
    }
}

} // namespace sandbox
