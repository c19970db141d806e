#include "ui/wizard/surveywizard.h"

#include "models/connections/session.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/refusalfields.h"
#include "models/exclusions/exclusionmodel.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/briefs/briefnotes.h"
#include "ui/drafts/unsavednote.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/audiencepage.h"
#include "ui/wizard/basicspage.h"
#include "ui/wizard/creationpage.h"
#include "ui/wizard/feasibilitypage.h"
#include "ui/wizard/fieldpage.h"
#include "ui/wizard/interlockingstep.h"
#include "ui/wizard/linkspage.h"
#include "ui/wizard/quotaspage.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardpage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int stepsWidth = 210;
constexpr int stepHeight = 36;
constexpr int usualFieldDays = 14;
constexpr int autosavePause = 1000; ///< ms after the last change

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
    , m_kept(m_draft)
    , m_currency(session.usualCurrency())
    , m_suffix(QRandomGenerator::global()->generate())
    , m_whole(new QStackedWidget(this))
{
    setWindowTitle(tr("New survey"));
    resize(960, 660);
    buildPages();
    m_whole->addWidget(steps());
    addChecklist();
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_whole);
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosavePause);
    connect(&m_autosave, &QTimer::timeout, this, [this] { keep(true); });
    connect(&session.surveys(), &models::SurveyStore::changed, this, [this] { m_taken.reset(); });
    session.creations().follow(m_creation);
    connect(&m_creation, &models::SurveyCreation::surveyCreated, this, &SurveyWizard::onCreated);
    go(0);
}

SurveyWizard::~SurveyWizard()
{
    if (m_autosave.isActive())
        keep(true); // the program ends, or the connection is another: it is offered again
}

void SurveyWizard::addChecklist()
{
    auto *const checklist = new CreationPage(m_creation, m_prompt, this);
    m_whole->addWidget(checklist);
    connect(checklist, &CreationPage::backWanted, this, &SurveyWizard::goBack);
    connect(&m_creation, &models::SurveyCreation::changed, this, &SurveyWizard::followCreation);
    connect(checklist, &CreationPage::closeWanted, this, &QDialog::accept);
    connect(checklist, &CreationPage::draftWanted, this, &SurveyWizard::giveUp);
    connect(checklist, &CreationPage::openWanted, this, [this] {
        const api::SurveyId survey = m_creation.intent().survey;
        accept();
        Q_EMIT openWanted(survey);
    });
}

void SurveyWizard::buildPages()
{
    models::ReferenceStore &reference = m_session.reference();
    auto *const review = new ReviewPage(reference, m_session.surveys(), m_currency, this);
    connect(review, &ReviewPage::fieldWanted, this, &SurveyWizard::goToField);
    m_basics = new BasicsPage(reference, this);
    m_pages = {m_basics,
               new FieldPage(m_session.surveys(), m_currency, this),
               new LinksPage(this),
               new AudiencePage(reference, m_prompt, this),
               new QuotasPage(this),
               new InterlockingStep(this),
               new FeasibilityPage(m_session.feasibility(), reference, m_currency, this),
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
        m_stack->addWidget(new FittingArea(page, m_stack));
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &SurveyWizard::go);
    auto *const right = new QVBoxLayout;
    right->setContentsMargins(space::page, space::padding, space::page, space::padding);
    right->setSpacing(space::card);
    m_note = new Banner(body);
    right->addWidget(m_title);
    right->addWidget(m_note);
    right->addWidget(new UnsavedNote(
        m_session.drafts(), [this] { return m_draftId; }, body));
    m_briefNotes = new BriefNotes(body);
    right->addWidget(m_briefNotes);
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

void SurveyWizard::go(int step)
{
    if (step < 0 || step >= m_pages.size())
        return;
    if (step != m_step)
        m_left.insert(m_step);
    if (QWidget *const popup = QApplication::activePopupWidget())
        popup->close(); // a list of completions would go on taking the keys
    m_step = step;
    WizardPage *const page = m_pages[step];
    page->load(m_draft);
    m_stack->setCurrentIndex(step);
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
    m_template->setVisible(isLast);
    check();
    if (m_list->hasFocus())
        return;
    if (isLast && m_issues.isEmpty())
        m_create->setFocus(); // there is nothing else to do
    else
        page->setFocus();
}

void SurveyWizard::goToField(const QByteArray &field)
{
    const auto page =
        std::ranges::find_if(m_pages, [&field](const WizardPage *one) { return one->owns(field); });
    if (page == m_pages.end())
        return;
    go(int(page - m_pages.begin()));
    (*page)->focusField(field);
}

void SurveyWizard::take(WizardPage *page)
{
    page->store(m_draft);
    models::dropUntargeted(m_draft);
    m_refused.removeIf([page](const models::Issue &issue) { return page->owns(issue.field); });
    m_autosave.start();
    check();
}

void SurveyWizard::check()
{
    const QDateTime now = QDateTime::currentDateTime();
    const std::chrono::seconds skew = m_session.client().clockSkew();
    const QDate earliest = models::earliestToday(now, skew);
    const QList<api::Survey> &surveys = m_session.surveys().surveys();
    if (!m_taken)
        m_taken.emplace(surveys);
    const QList<models::Issue> taken = m_taken->issues(m_draft.name);
    m_basics->offerName(taken.isEmpty() ? QString() : m_taken->freeName(m_draft.name, m_suffix));
    m_issues = m_refused + models::validate(m_draft, earliest)
        + models::zoneIssues(m_draft, now.date(), earliest) + models::clockIssues(now, skew) + taken
        + models::exclusionIssues(m_draft, surveys);
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
        else if (m_left.contains(i) && m_pages[i]->emptyText(m_draft).isEmpty())
            text = tr("✓ %1").arg(title);
        else if (m_left.contains(i))
            text = m_pages[i]->emptyText(m_draft);
        m_list->item(i)->setText(text);
    }
}

void SurveyWizard::showBudget()
{
    const bool isKnown = m_draft.completes > 0 && m_draft.cpi > api::Money();
    const QString budget = isKnown
        ? tr("Budget %1 = %2 × %3")
              .arg(models::moneyText(models::budget(m_draft), m_currency),
                   models::countText(m_draft.completes), models::moneyText(m_draft.cpi))
        : tr("Budget: enter completes and CPI");
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
    keep(true);
    m_refused.clear();
    m_whole->setCurrentIndex(1);
    m_creation.start(m_draft, activates, m_draftId);
}

QLayout *SurveyWizard::buttons()
{
    m_budget = plainLabel(this);
    const auto add = [this](const QString &text) {
        auto *const button = new QPushButton(text, this);
        button->setAutoDefault(false); // Enter in a cell or a field presses nothing
        return button;
    };
    m_next = add(tr("Ne&xt")); // the first that Tab comes to behind the fields
    m_create = add(tr("C&reate"));
    m_activate = add(tr("Create an&d activate"));
    m_back = add(tr("&Back"));
    m_template = add(tr("Save as &template"));
    auto *const cancel = add(tr("Cancel"));
    setPrimary(m_next);
    setPrimary(m_create);
    setTabOrder(cancel, m_list);
    addKeys();
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_step + 1); });
    m_next->setToolTip(tr("Ctrl+Enter or Ctrl+Page Down"));
    m_back->setToolTip(tr("Ctrl+Page Up"));
    m_create->setToolTip(tr("Ctrl+Enter"));
    connect(m_activate, &QPushButton::clicked, this, [this] { create(true); });
    connect(m_create, &QPushButton::clicked, this, [this] { create(false); });
    connect(m_template, &QPushButton::clicked, this, &SurveyWizard::saveAsTemplate);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addStretch();
    for (QPushButton *const button : {m_template, cancel, m_back, m_next, m_activate, m_create})
        row->addWidget(button);
    m_budget->setWordWrap(true);
    auto *const rows = new QVBoxLayout; // side by side they are wider than a small screen
    rows->setContentsMargins(space::page, space::control, space::page, space::card);
    rows->setSpacing(space::unit);
    rows->addWidget(m_budget);
    rows->addLayout(row);
    return rows;
}

void SurveyWizard::addKeys()
{
    const auto key = [this](QKeySequence keys, auto run) {
        auto *const shortcut = new QShortcut(keys, m_list->parentWidget());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut); // not on the checklist
        shortcut->setAutoRepeat(false); // a key held down creates nothing
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), &SurveyWizard::goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), &SurveyWizard::goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { go(m_step + 1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { go(m_step - 1); });
}

void SurveyWizard::goOn()
{
    if (m_step + 1 < m_pages.size())
        go(m_step + 1);
    else
        create(false);
}

/// Enter presses the button that has the focus, and no other.
void SurveyWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter =
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat();
    auto *const button = qobject_cast<QPushButton *>(focusWidget());
    if (isEnter && !event->modifiers().testFlag(Qt::ControlModifier) && button)
        return button->click();
    QDialog::keyPressEvent(event);
}

void SurveyWizard::fill(const models::SurveyDraft &draft)
{
    m_draft = draft;
    m_kept = draft; // nothing of it is the person's own yet
    goToFirstProblem();
}

void SurveyWizard::fillFrom(const models::Clone &clone)
{
    fill(clone.draft);
    showClone(clone);
}

/// Stays as long as the wizard is open: what has to be looked at isn't hidden by what is done.
void SurveyWizard::showClone(const models::Clone &clone)
{
    const api::SurveyId id = clone.original.id;
    const bool isExcluded = m_draft.excluded.contains(id);
    QStringList lines = clone.notes;
    if (!clone.unknown.isEmpty())
        lines.prepend(tr("Not provided by the API; please check: %1.")
                          .arg(QLocale().createSeparatedList(clone.unknown)));
    lines.append(tr("The field starts today."));
    if (isExcluded)
        lines.append(tr("Respondents of the original are excluded."));
    m_note->clear();
    m_note->show(clone.unknown.isEmpty() && clone.notes.isEmpty() ? Tone::Information
                                                                  : Tone::Warning,
                 tr("A clone of “%1”").arg(models::plain(clone.original.name)),
                 lines.join(QLatin1Char('\n')));
    if (isExcluded || !api::isOver(clone.original))
        return;
    m_note->addAction(tr("Exclude its &respondents"), this, [this, clone, id] {
        m_draft.excluded.append(id);
        m_autosave.start();
        showClone(clone);
        go(m_step);
    });
}

void SurveyWizard::fillFrom(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes)
{
    fill(draft);
    m_kept = models::SurveyDraft(); // a brief is the person's own: what it filled is kept
    m_autosave.start();
    m_briefNotes->setNotes(notes);
}

void SurveyWizard::openDraft(const QString &uuid)
{
    const models::DraftRecord *const record = m_session.drafts().find(uuid);
    if (!record)
        return;
    m_draftId = uuid;
    m_isTemplate = record->isTemplate;
    m_draft = record->draft;
    m_kept = m_draft;
    m_session.drafts().open(uuid);
    goToFirstProblem();
}

void SurveyWizard::resume(const models::CreationIntent &intent)
{
    m_draft = intent.draft;
    m_kept = m_draft;
    if (const models::DraftRecord *const record = m_session.drafts().find(intent.draftId)) {
        m_draftId = intent.draftId;
        m_isTemplate = record->isTemplate;
    }
    setWindowTitle(tr("The creation of “%1”").arg(models::plain(m_draft.name)));
    m_whole->setCurrentIndex(1);
    m_creation.resume(intent);
}

/// Where one was, as far as that matters: what is whole needs no further look.
void SurveyWizard::goToFirstProblem()
{
    check();
    const auto hasProblem = [this](const WizardPage *page) {
        return std::ranges::any_of(m_issues, [page](const models::Issue &issue) {
            return issue.severity == models::Severity::Error && page->owns(issue.field);
        });
    };
    const auto first = std::ranges::find_if(m_pages, hasProblem);
    const int step = int(first == m_pages.end() ? m_pages.size() - 1 : first - m_pages.begin());
    for (int before = 0; before < step; ++before)
        m_left.insert(before);
    m_step = step;
    go(step);
}

void SurveyWizard::keep(bool isOpen)
{
    m_autosave.stop();
    models::DraftStore &drafts = m_session.drafts();
    const bool isKept = m_draft == m_kept;
    const bool isOver = m_creation.isSurveyCreated() && !m_isTemplate;
    if (isOver || (isKept && m_draftId.isEmpty()))
        return;
    if (isKept)
        return isOpen ? drafts.open(m_draftId) : drafts.close(m_draftId);
    if (m_draftId.isEmpty())
        m_draftId = models::DraftStore::newId();
    m_kept = m_draft;
    drafts.save(m_draftId, m_draft, m_isTemplate, isOpen);
}

void SurveyWizard::onCreated()
{
    if (!m_draftId.isEmpty() && !m_isTemplate)
        m_session.drafts().forget(std::exchange(m_draftId, {}));
}

void SurveyWizard::saveAsTemplate()
{
    m_session.drafts().save(models::DraftStore::newId(), m_draft, true, false);
    m_note->show(Tone::Good,
                 tr("“%1” is a template now; it is in Drafts.").arg(models::plain(m_draft.name)));
}

/// A refusal is kept beside the fields that it speaks of.
void SurveyWizard::followCreation()
{
    const bool isRefused = m_creation.state() == models::SurveyCreation::State::Failed
        && !m_creation.isSurveyCreated() && m_creation.error();
    if (isRefused)
        m_refused = models::refusalIssues(*m_creation.error());
}

/// From the checklist to the draft, and there to the field that the server refused.
void SurveyWizard::goBack()
{
    m_whole->setCurrentIndex(0);
    go(m_step);
    if (!m_refused.isEmpty())
        goToField(m_refused.first().field);
}

/// The person would rather decide later: it is no longer looked for, and its draft stays.
void SurveyWizard::giveUp()
{
    m_creation.dismiss();
    if (m_draftId.isEmpty())
        m_kept = {};
    accept();
}

void SurveyWizard::reject()
{
    // While a call runs it goes on, and is to be seen.
    if (m_whole->currentIndex() == 0
        || m_creation.state() != models::SurveyCreation::State::Running)
        QDialog::reject();
}

void SurveyWizard::done(int result)
{
    keep(false);
    if (!m_draftId.isEmpty() && m_whole->currentIndex() == 0)
        Q_EMIT kept(m_draftId);
    m_session.creations().load();
    QDialog::done(result);
}

} // namespace ui

#include "moc_surveywizard.cpp"
