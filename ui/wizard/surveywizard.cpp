#include "ui/wizard/surveywizard.h"

#include "models/connections/session.h"
#include "models/drafts/draftrules.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/wizard/audiencepage.h"
#include "ui/wizard/basicspage.h"
#include "ui/wizard/creationpage.h"
#include "ui/wizard/feasibilitypage.h"
#include "ui/wizard/fieldpage.h"
#include "ui/wizard/interlockingstep.h"
#include "ui/wizard/linkspage.h"
#include "ui/wizard/quotaspage.h"
#include "ui/wizard/reviewpage.h"

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int stepsWidth = 210;
constexpr int stepHeight = 36;
constexpr int usualFieldDays = 14;

models::SurveyDraft emptyDraft()
{
    models::SurveyDraft draft;
    draft.start = QDate::currentDate();
    draft.end = draft.start.addDays(usualFieldDays);
    return draft;
}

} // namespace

SurveyWizard::SurveyWizard(models::Session &session, Prompt &prompt, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_calls(models::creationCalls(session.client()))
    , m_creation(*m_calls, session.database(), session.account())
    , m_draft(emptyDraft())
    , m_untouched(m_draft)
    , m_whole(new QStackedWidget(this))
{
    setWindowTitle(tr("New survey"));
    resize(960, 660);
    buildPages();
    m_whole->addWidget(steps());
    auto *const checklist = new CreationPage(m_creation, prompt, this);
    m_whole->addWidget(checklist);
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_whole);
    connect(checklist, &CreationPage::backWanted, this, [this] { m_whole->setCurrentIndex(0); });
    connect(checklist, &CreationPage::closeWanted, this, &QDialog::accept);
    connect(checklist, &CreationPage::openWanted, this, [this] {
        accept();
        Q_EMIT openWanted(m_creation.intent().survey);
    });
    connect(&m_creation, &models::SurveyCreation::surveyCreated, &session.surveys(),
            &models::SurveyStore::adopt);
    go(0);
}

SurveyWizard::~SurveyWizard() = default;

void SurveyWizard::buildPages()
{
    models::ReferenceStore &reference = m_session.reference();
    auto *const review = new ReviewPage(reference, this);
    connect(review, &ReviewPage::fieldWanted, this, &SurveyWizard::goToField);
    m_pages = {new BasicsPage(reference, this),
               new FieldPage(this),
               new LinksPage(this),
               new AudiencePage(reference, this),
               new QuotasPage(this),
               new InterlockingStep(this),
               new FeasibilityPage(m_session.client(), reference, this),
               review};
    for (WizardPage *const page : std::as_const(m_pages))
        connect(page, &WizardPage::edited, this, [this, page] { take(page); });
}

QWidget *SurveyWizard::steps()
{
    auto *const body = new QWidget(this);
    m_list = new QListWidget(body);
    m_list->setProperty("isSide", true);
    m_list->setFixedWidth(stepsWidth);
    m_list->setAccessibleName(tr("Steps"));
    m_stack = new QStackedWidget(body);
    m_title = plainLabel(body, LabelLook::PageTitle);
    for (WizardPage *const page : std::as_const(m_pages)) {
        (new QListWidgetItem(page->title(), m_list))->setSizeHint({0, stepHeight});
        m_stack->addWidget(page);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &SurveyWizard::go);
    auto *const right = new QVBoxLayout;
    right->setContentsMargins(space::page, space::padding, space::page, space::padding);
    right->setSpacing(space::card);
    right->addWidget(m_title);
    right->addWidget(m_stack, 1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    auto *const line = new QFrame(body);
    line->setProperty("isLine", true);
    line->setFixedHeight(1);
    auto *const rows = new QVBoxLayout(body);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(line);
    rows->addLayout(buttons());
    return body;
}

QLayout *SurveyWizard::buttons()
{
    m_budget = plainLabel(this);
    const auto add = [this](const QString &text) {
        auto *const button = new QPushButton(text, this);
        button->setAutoDefault(false); // Enter in a cell or a field presses nothing
        return button;
    };
    m_back = add(tr("&Back"));
    m_next = add(tr("Ne&xt"));
    m_activate = add(tr("Create an&d activate"));
    m_create = add(tr("C&reate"));
    auto *const cancel = add(tr("Cancel"));
    setPrimary(m_next);
    setPrimary(m_create);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_step + 1); });
    connect(m_activate, &QPushButton::clicked, this, [this] { create(true); });
    connect(m_create, &QPushButton::clicked, this, [this] { create(false); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *const row = new QHBoxLayout;
    row->setContentsMargins(space::page, space::card, space::page, space::card);
    row->setSpacing(space::control);
    row->addWidget(m_budget, 1);
    for (QPushButton *const button : {cancel, m_back, m_next, m_activate, m_create})
        row->addWidget(button);
    return row;
}

void SurveyWizard::go(int step)
{
    if (step < 0 || step >= m_pages.size())
        return;
    if (step != m_step)
        m_left.insert(m_step);
    m_step = step;
    WizardPage *const page = m_pages[step];
    page->load(m_draft);
    m_stack->setCurrentWidget(page);
    m_title->setText(page->title());
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(step);
    }
    const bool isLast = step + 1 == m_pages.size();
    m_back->setEnabled(step > 0);
    m_next->setVisible(!isLast);
    m_create->setVisible(isLast);
    m_activate->setVisible(isLast);
    check();
    if (!m_list->hasFocus())
        page->setFocus();
}

void SurveyWizard::goToField(const QByteArray &field)
{
    const auto page =
        std::ranges::find_if(m_pages, [&field](const WizardPage *one) { return one->owns(field); });
    if (page != m_pages.end())
        go(int(page - m_pages.begin()));
}

void SurveyWizard::take(WizardPage *page)
{
    page->store(m_draft);
    models::dropUntargeted(m_draft);
    check();
}

void SurveyWizard::check()
{
    QStringList names;
    for (const api::Survey &survey : m_session.surveys().surveys())
        names.append(survey.name);
    m_issues =
        models::validate(m_draft, QDate::currentDate()) + models::nameIssues(m_draft.name, names);
    for (int i = 0; i < int(m_pages.size()); ++i)
        m_pages[i]->showIssues(m_issues, m_left.contains(i));
    const bool isReady = !models::hasErrors(m_issues);
    m_create->setEnabled(isReady);
    m_activate->setEnabled(isReady);
    showSteps();
    showBudget();
}

void SurveyWizard::showSteps()
{
    for (int i = 0; i < int(m_pages.size()); ++i) {
        const auto problems =
            std::ranges::count_if(m_issues, [page = m_pages[i]](const models::Issue &issue) {
                return issue.severity == models::Severity::Error && page->owns(issue.field);
            });
        const QString title = m_pages[i]->title();
        QString text = title;
        if (m_left.contains(i) && problems > 0)
            text = tr("%1: %n problem(s)", nullptr, int(problems)).arg(title);
        else if (m_left.contains(i))
            text = tr("✓ %1").arg(title);
        m_list->item(i)->setText(text);
    }
}

void SurveyWizard::showBudget()
{
    const QString budget =
        tr("Budget %1 = %2 × %3")
            .arg(models::moneyText(models::budget(m_draft)), models::countText(m_draft.completes),
                 models::moneyText(m_draft.cpi));
    const int entrants = models::expectedEntrants(m_draft);
    m_budget->setText(
        entrants == 0
            ? budget
            : tr("%1 · about %2 entrants expected").arg(budget, models::countText(entrants)));
}

void SurveyWizard::create(bool activates)
{
    using State = models::SurveyCreation::State;
    const bool canStart = m_creation.state() == State::Idle || m_creation.state() == State::Failed;
    if (models::hasErrors(m_issues) || !canStart || m_whole->currentIndex() != 0)
        return;
    m_whole->setCurrentIndex(1);
    m_creation.start(m_draft, activates);
}

void SurveyWizard::reject()
{
    using State = models::SurveyCreation::State;
    if (m_whole->currentIndex() == 1) {
        if (m_creation.state() != State::Running) // it goes on, and is to be seen
            QDialog::accept();
        return;
    }
    if (m_draft == m_untouched)
        return QDialog::reject();
    const Question question {tr("Leave the new survey?"),
                             tr("What was entered is lost. Nothing was created."),
                             tr("Leave without creating")};
    m_prompt.ask(this, question, this, [this](bool isConfirmed) {
        if (isConfirmed)
            QDialog::reject();
    });
}

} // namespace ui

#include "moc_surveywizard.cpp"
