// What the pages of one survey's tab hold unsaved, all together.
#pragma once

#include "ui/survey/surveysection.h"

#include <functional>

namespace ui::unsavedsections {

/// Sections that were never shown are nullptr in all of these.
QStringList sentences(const QList<SurveySection *> &sections,
                      QString (SurveySection::*sentence)() const);

/// SurveySection::canSave() of any that holds something.
bool canSave(const QList<SurveySection *> &sections);

void keep(const QList<SurveySection *> &sections); ///< SurveySection::keepUnsaved() of each

/// SurveySection::saveUnsaved() of each that holds something; `ended` once all have come to their
/// end, at once when none does.
void save(const QList<SurveySection *> &sections, QObject *context, std::function<void()> ended);

} // namespace ui::unsavedsections
