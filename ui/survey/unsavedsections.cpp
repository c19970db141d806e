#include "ui/survey/unsavedsections.h"

#include <algorithm>
#include <memory>

namespace ui::unsavedsections {

namespace {

QList<SurveySection *> unsaved(const QList<SurveySection *> &sections)
{
    QList<SurveySection *> found;
    for (SurveySection *const each : sections) {
        if (each && !each->unsaved().isEmpty())
            found.append(each);
    }
    return found;
}

} // namespace

QStringList sentences(const QList<SurveySection *> &sections,
                      QString (SurveySection::*sentence)() const)
{
    QStringList all;
    for (const SurveySection *const each : sections) {
        if (const QString one = each ? (each->*sentence)() : QString(); !one.isEmpty())
            all.append(one);
    }
    return all;
}

bool canSave(const QList<SurveySection *> &sections)
{
    return std::ranges::any_of(unsaved(sections), &SurveySection::canSave);
}

void keep(const QList<SurveySection *> &sections)
{
    for (SurveySection *const each : unsaved(sections))
        each->keepUnsaved();
}

void save(const QList<SurveySection *> &sections, QObject *context, std::function<void()> ended)
{
    const QList<SurveySection *> all = unsaved(sections);
    if (all.isEmpty())
        return ended();
    const auto left = std::make_shared<qsizetype>(all.size());
    for (SurveySection *const each : all) {
        const auto count = [left, ended] {
            if (--*left == 0)
                ended();
        };
        QObject::connect(each, &SurveySection::saveEnded, context, count, Qt::SingleShotConnection);
    }
    for (SurveySection *const each : all)
        each->saveUnsaved();
}

} // namespace ui::unsavedsections
