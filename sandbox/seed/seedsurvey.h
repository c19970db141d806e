// Makes one seeded survey from a template of resources/sandbox/surveys.json.
#pragma once

#include "sandbox/seed/reference.h"
#include "sandbox/store/survey.h"

#include <QDateTime>

namespace sandbox {

/// A template, its place in the list, and how often the list has been gone through before.
struct SeedTemplate
{
    QJsonObject object;
    int round = 0; ///< 0: as it stands, otherwise varied
};

/// Without exclusions, since those name other surveys. `number` is the survey's own.
Survey seedSurvey(const SeedTemplate &model, qint64 number, const Reference &reference,
                  quint64 seed, const QDateTime &now);

/// The project id of the seeded survey `number`.
QString seedProjectId(quint64 seed, qint64 number);

} // namespace sandbox
