#include "sandbox/field/field.h"

#include "sandbox/field/buckets.h"
#include "sandbox/seed/chance.h"
#include "sandbox/store/store.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr double day = 86'400'000;

/// Soft quotas: what arrives before a full quota closes, 1–5 % of it.
double capOf(int target, quint64 seed, const QString &id, const QString &key)
{
    return target == 0 ? 0 : std::ceil(target * (1.01 + 0.04 * share(seed, QString(id + key))));
}

double sumOf(const QJsonObject &filled)
{
    double sum = 0;
    for (const QJsonValue &count : filled)
        sum += count.toDouble();
    return sum;
}

} // namespace

double conversionOf(const Survey &survey, quint64 seed)
{
    return std::clamp(survey.ir.toDouble() / 100 * (0.85 + 0.25 * share(seed, survey.projectId)),
                      0.005, 0.97);
}

double Field::simulated(qint64 from, qint64 to) const
{
    const qint64 started = m_settings.started.toMSecsSinceEpoch();
    const qint64 before = std::max<qint64>(0, std::min(to, started) - from);
    const qint64 since = std::max<qint64>(0, to - std::max(from, started));
    return double(before) + double(since) * m_settings.speed;
}

bool Field::play(Survey &survey, const QDateTime &now) const
{
    const qint64 until = now.toMSecsSinceEpoch();
    const qint64 opens = survey.start.startOfDay().toMSecsSinceEpoch();
    const qint64 closes = survey.end.addDays(1).startOfDay().toMSecsSinceEpoch();
    const double passed = simulated(std::max(survey.fieldTime, opens), std::min(until, closes));
    survey.fieldTime = std::max(survey.fieldTime, until);
    if (passed <= 0)
        return false;

    const quint64 seed = m_settings.seed;
    const QString &id = survey.projectId;
    const double fieldDays = double(survey.start.daysTo(survey.end)) + 0.5;
    const double pace = 0.75 + 0.6 * share(seed, QString(id + u"pace"_s));
    double left =
        std::max(0.0, capOf(survey.completes, seed, id, u"total"_s) - sumOf(survey.filled));
    for (const Bucket &bucket : bucketsOf(survey)) {
        const double had = survey.filled[bucket.key].toDouble();
        const double bias = 0.85 + 0.3 * share(seed, QString(id + bucket.key + u"bias"_s));
        const double arrive = bucket.weight * pace * bias * passed / (fieldDays * day);
        const double room = std::max(0.0, capOf(bucket.target, seed, id, bucket.key) - had);
        const double grown = std::min({arrive, room, left});
        survey.filled[bucket.key] = had + grown;
        left -= grown;
    }
    const double sum = sumOf(survey.filled);
    const int complete = std::max(survey.complete, int(std::floor(sum + 1e-6)));
    const int entrants =
        std::max({survey.entrants, complete, int(std::floor(sum / conversionOf(survey, seed)))});
    const bool grew = complete > survey.complete || entrants > survey.entrants;
    survey.complete = complete;
    survey.entrants = entrants;
    return grew;
}

void Field::advance(Store &store, const QDateTime &now)
{
    const qint64 moment = now.toMSecsSinceEpoch();
    if (moment < m_next)
        return;
    QElapsedTimer cost;
    cost.start();
    QList<Survey> grown;
    for (Survey &survey : store.activeSurveys()) {
        if (play(survey, now))
            grown.append(survey);
    }
    store.saveProgress(grown);
    // With many thousands of surveys a look costs something: then look less often.
    m_next = moment + std::max<qint64>(1000, 30 * cost.elapsed());
}

} // namespace sandbox
