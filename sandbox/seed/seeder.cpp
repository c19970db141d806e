#include "sandbox/seed/seeder.h"

#include "sandbox/field/uids.h"
#include "sandbox/seed/seedsurvey.h"
#include "sandbox/store/store.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QJsonArray templates()
{
    QFile file(u":/sandbox/surveys.json"_s);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QJsonDocument::fromJson(file.readAll()).array();
}

/// What the quality checks leave of all completes, submitted and settled long ago.
Reconciliation settled(const Survey &survey, const SeedPlan &plan)
{
    Reconciliation done {survey.projectId,
                         u"field@research.example.com"_s,
                         plan.now.addDays(-1).toMSecsSinceEpoch(),
                         {}};
    for (const QString &uid : uidsOf(survey, plan.seed)) {
        if (passesQualityChecks(uid, plan.seed))
            done.accepted.append(uid);
    }
    return done;
}

} // namespace

void seed(Store &store, const Reference &reference, const SeedPlan &plan)
{
    const QJsonArray models = templates();
    store.transaction([&] {
        store.clear();
        // The list is read newest first, so the template at its top is stored last.
        QHash<QString, QString> idByName;
        for (int i = plan.surveys - 1; i >= 0; --i) {
            const QJsonObject model = models[i % models.size()].toObject();
            const int round = i / int(models.size());
            Survey survey =
                seedSurvey({model, round}, plan.surveys - i, reference, plan.seed, plan.now);
            if (round == 0)
                idByName.insert(survey.name, survey.projectId);
            for (const QJsonValue &name : model[u"exclude"_s].toArray()) {
                if (idByName.contains(name.toString()))
                    survey.exclusions.append(idByName.value(name.toString()));
            }
            store.add(survey);
            if (model[u"reconciled"_s].toBool())
                store.add(settled(survey, plan));
        }
        store.markFilled(plan.seed);
    });
}

} // namespace sandbox
