// Which wizard opens when a page asks for one.
#pragma once

namespace ui {

class WizardOpener;
class Workspace;

void linkWizards(const Workspace &workspace, WizardOpener &wizards);

} // namespace ui
