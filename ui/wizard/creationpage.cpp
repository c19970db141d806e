#include "ui/wizard/creationpage.h"

#include "models/support/plain.h"
#include "models/support/roles.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/wizard/stepdelegate.h"

#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using models::SurveyCreation;

namespace ui {

CreationPage::CreationPage(SurveyCreation &creation, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_creation(creation)
    , m_prompt(prompt)
    , m_checklist(creation)
    , m_title(plainLabel(this, LabelLook::Section))
    , m_banner(new Banner(this))
    , m_list(new QListView(this))
    , m_back(button(tr("&Back to the draft")))
    , m_retry(button(tr("&Retry")))
    , m_check(button(tr("Check &again")))
    , m_adopt(button(tr("It is that &one")))
    , m_again(button(tr("&Create again anyway…")))
    , m_draft(button(tr("&Keep as draft")))
    , m_open(button(tr("&Open survey")))
    , m_close(button(tr("C&lose")))
{
    m_list->setModel(&m_checklist);
    m_list->setItemDelegate(new StepDelegate(m_list));
    m_list->setAccessibleName(tr("Steps of the creation"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    setPrimary(m_open);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(m_back);
    buttons->addStretch();
    for (QPushButton *const one : {m_check, m_adopt, m_again, m_draft, m_retry, m_close, m_open})
        buttons->addWidget(one);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(m_title);
    rows->addWidget(m_banner);
    rows->addWidget(m_list, 1);
    rows->addLayout(buttons);
    connect(&creation, &SurveyCreation::changed, this, &CreationPage::update);
    connect(m_back, &QPushButton::clicked, this, &CreationPage::backWanted);
    connect(m_retry, &QPushButton::clicked, &creation, &SurveyCreation::retry);
    connect(m_check, &QPushButton::clicked, &creation, &SurveyCreation::checkAgain);
    connect(m_adopt, &QPushButton::clicked, this, &CreationPage::adoptChosen);
    connect(m_again, &QPushButton::clicked, this, &CreationPage::createAgain);
    connect(m_draft, &QPushButton::clicked, this, &CreationPage::draftWanted);
    connect(m_open, &QPushButton::clicked, this, &CreationPage::openWanted);
    connect(m_close, &QPushButton::clicked, this, &CreationPage::closeWanted);
    update();
}

QPushButton *CreationPage::button(const QString &text)
{
    auto *const made = new QPushButton(text, this);
    made->setAutoDefault(false);
    return made;
}

void CreationPage::update()
{
    using State = SurveyCreation::State;
    const State state = m_creation.state();
    const bool isCreated = m_creation.isSurveyCreated();
    m_back->setVisible(state == State::Failed && !isCreated);
    m_retry->setVisible(state == State::Failed);
    m_check->setVisible(state == State::Unknown);
    m_adopt->setVisible(state == State::Unknown && m_creation.matches().size() == 1);
    m_again->setVisible(state == State::Unknown);
    m_draft->setVisible(state == State::Unknown);
    m_open->setVisible(isCreated && state != State::Running);
    m_close->setVisible(state != State::Running);
    focusNext();
    switch (state) {
    case State::Idle:
    case State::Running:
        m_title->setText(tr("Creating the survey…"));
        return m_banner->clear();
    case State::Finished:
        m_title->setText(tr("Survey created."));
        return m_banner->clear();
    case State::Unknown:
        m_title->setText(tr("It is not known whether the survey was created."));
        return showUnknown();
    case State::Failed:
        return showFailed();
    }
}

void CreationPage::showFailed()
{
    m_title->setText(m_creation.isSurveyCreated() ? tr("Survey created, but not complete.")
                                                  : tr("The survey was not created."));
    const QString what = tr("A step failed. What was done before it stays.");
    if (m_creation.error())
        m_banner->showError(what, *m_creation.error(), false);
    else
        m_banner->show(Tone::Error, what, m_creation.problem());
}

/// To what one most likely wants now, so that Enter does it. Once for each state.
void CreationPage::focusNext()
{
    using State = SurveyCreation::State;
    const State state = m_creation.state();
    if (std::exchange(m_shown, state) == state)
        return;
    if (state == State::Finished)
        m_open->setFocus();
    else if (state == State::Unknown)
        m_check->setFocus();
    else if (state == State::Failed)
        (m_creation.isSurveyCreated() ? m_retry : m_back)->setFocus();
    else
        m_list->setFocus();
}

void CreationPage::showUnknown()
{
    QString text = tr("The service gave no clear answer. AlignDesk keeps looking for the survey "
                      "and will not send it again without asking.");
    for (const api::Survey &match : m_creation.matches())
        text += QLatin1Char('\n')
            + tr("This may be it: %1 (%2)")
                  .arg(models::plain(match.name), models::plain(match.code));
    m_banner->show(Tone::Warning, tr("Unknown"), text);
}

void CreationPage::adoptChosen()
{
    if (!m_creation.matches().isEmpty())
        m_creation.adopt(m_creation.matches().first().id);
}

void CreationPage::createAgain()
{
    const Question question {
        tr("Create “%1” again?").arg(models::plain(m_creation.intent().draft.name)),
        tr("If the first try arrived after all, there will be two surveys, and both cost money "
           "once "
           "they are active. AlignDesk looks for the first one once more before it sends."),
        tr("Create again")};
    m_prompt.ask(this, question, this, [this](bool isConfirmed) {
        if (isConfirmed)
            m_creation.createAgain();
    });
}

} // namespace ui

#include "moc_creationpage.cpp"
