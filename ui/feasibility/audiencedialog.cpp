#include "ui/feasibility/audiencedialog.h"

#include "ui/widgets/looks.h"
#include "ui/wizard/audiencepage.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize usualSize {840, 560};

} // namespace

AudienceDialog::AudienceDialog(models::ReferenceStore &reference, Prompt &prompt,
                               const models::SurveyDraft &draft, QWidget *parent)
    : QDialog(parent)
    , m_page(new AudiencePage(reference, prompt, this))
{
    setWindowTitle(tr("Audience"));
    resize(usualSize);
    m_page->load(draft);
    auto *const keep = new QPushButton(tr("&Keep"), this);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *const button : {keep, cancel})
        button->setAutoDefault(false); // Enter in a search presses nothing
    setPrimary(keep);
    connect(keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(m_page, 1);
    rows->addLayout(buttons);
}

QList<models::TargetedQualification> AudienceDialog::qualifications() const
{
    models::SurveyDraft draft;
    m_page->store(draft);
    return draft.qualifications;
}

} // namespace ui

#include "moc_audiencedialog.cpp"
