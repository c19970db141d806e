#include "ui/mainwindow/places.h"

#include "ui/activity/activitypage.h"
#include "ui/drafts/draftspage.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/reconciliation/reconciliationpage.h"
#include "ui/reference/referencepage.h"

namespace ui {

namespace {

template <class Kind>
Page *make(models::Session &session, Prompt &prompt, QWidget *parent)
{
    return new Kind(session, prompt, parent);
}

constexpr Place all[] {
    {PlaceId::Surveys, QT_TRANSLATE_NOOP("ui::Places", "&Surveys"), "surveys", "Ctrl+1", nullptr},
    {PlaceId::Drafts, QT_TRANSLATE_NOOP("ui::Places", "&Drafts"), "drafts", "Ctrl+2",
     make<DraftsPage>},
    {PlaceId::Feasibility, QT_TRANSLATE_NOOP("ui::Places", "&Feasibility"), "feasibility", "Ctrl+3",
     make<FeasibilityPlace>},
    {PlaceId::Reconciliation, QT_TRANSLATE_NOOP("ui::Places", "&Reconciliation"), "reconciliation",
     "Ctrl+4", make<ReconciliationPage>},
    {PlaceId::Reference, QT_TRANSLATE_NOOP("ui::Places", "Reference &data"), "reference", "Ctrl+5",
     make<ReferencePage>},
    {PlaceId::Activity, QT_TRANSLATE_NOOP("ui::Places", "Acti&vity"), "activity", "Ctrl+6",
     make<ActivityPage>},
};

} // namespace

std::span<const Place> places()
{
    return all;
}

} // namespace ui
