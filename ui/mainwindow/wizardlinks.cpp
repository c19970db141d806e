#include "ui/mainwindow/wizardlinks.h"

#include "ui/mainwindow/workspace.h"
#include "ui/wizard/wizardopener.h"

namespace ui {

void linkWizards(const Workspace &workspace, WizardOpener &wizards)
{
    const auto link = [&](auto signal, auto slot) {
        QObject::connect(&workspace, signal, &wizards, slot);
    };
    link(&Workspace::newSurveyWanted, &WizardOpener::openEmpty);
    link(&Workspace::resumeWanted, &WizardOpener::resume);
    link(&Workspace::draftWanted, &WizardOpener::openDraft);
    link(&Workspace::beginningWanted, &WizardOpener::begin);
    link(&Workspace::briefWanted, &WizardOpener::beginFromBrief);
    link(&Workspace::cloneWanted, &WizardOpener::clone);
}

} // namespace ui
