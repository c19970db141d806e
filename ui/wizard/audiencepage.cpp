#include "ui/wizard/audiencepage.h"

#include "ui/qualifications/qualificationpicker.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/issuetext.h"

#include <QVBoxLayout>

namespace ui {

AudiencePage::AudiencePage(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent)
    : WizardPage(parent)
    , m_picker(new QualificationPicker(reference, prompt, this))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    m_problems->setWordWrap(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_picker, 1);
    rows->addWidget(m_problems);
    setFocusProxy(m_picker);
    connect(m_picker, &QualificationPicker::edited, this, &AudiencePage::edited);
}

bool AudiencePage::owns(const QByteArray &field) const
{
    return field.startsWith("qualifications");
}

void AudiencePage::load(const models::SurveyDraft &draft)
{
    m_picker->setTargets(draft.qualifications);
    m_picker->setPlace(draft.country, draft.language);
}

void AudiencePage::store(models::SurveyDraft &draft) const
{
    draft.qualifications = m_picker->targets();
}

void AudiencePage::focusField(const QByteArray &field)
{
    if (const auto code = questionOf(field))
        m_picker->focusQuestion(*code);
    else
        setFocus();
}

void AudiencePage::showIssues(const QList<models::Issue> &issues, bool)
{
    showIssueText(m_problems, issues, [this](const QByteArray &field) { return owns(field); });
}

} // namespace ui

#include "moc_audiencepage.cpp"
