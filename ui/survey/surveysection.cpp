#include "ui/survey/surveysection.h"

#include <utility>

namespace ui {

void SurveySection::beginSave(bool isBusy)
{
    m_isSaving = true;
    followSave(isBusy);
}

void SurveySection::followSave(bool isBusy)
{
    if (isBusy || !std::exchange(m_isSaving, false))
        return;
    // Behind what else follows the end of the calls: then it is known what is left.
    QMetaObject::invokeMethod(this, &SurveySection::saveEnded, Qt::QueuedConnection);
}

} // namespace ui

#include "moc_surveysection.cpp"
