// The qualifications that feasibility is asked for, chosen as in the wizard.
#pragma once

#include "models/drafts/surveydraft.h"

#include <QDialog>

namespace models {
class ReferenceStore;
}

namespace ui {

class AudiencePage;
class Prompt;

/// Shown with open(); `accepted` when the person keeps what was chosen.
class AudienceDialog : public QDialog
{
    Q_OBJECT

public:
    /// `draft` names country and language, whose standard questions are offered.
    AudienceDialog(models::ReferenceStore &reference, Prompt &prompt,
                   const models::SurveyDraft &draft, QWidget *parent = nullptr);

    QList<models::TargetedQualification> qualifications() const;

private:
    AudiencePage *m_page;
};

} // namespace ui
