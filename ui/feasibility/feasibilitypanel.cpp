#include "ui/feasibility/feasibilitypanel.h"

#include "models/drafts/draftrules.h"
#include "models/feasibility/servicelocale.h"
#include "models/reference/referencestore.h"
#include "ui/feasibility/answerview.h"
#include "ui/feasibility/scenariotable.h"
#include "ui/feasibility/sweepview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int leastTableHeight = 140;

/// A tab whose content may be higher than the room that there is.
QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *const area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

FeasibilityPanel::FeasibilityPanel(models::FeasibilityStore &store,
                                   models::ReferenceStore &reference, Place place, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_reference(reference)
    , m_place(place)
    , m_problems(plainLabel(this, LabelLook::Problem))
    , m_banner(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_sweep(new SweepView(store, reference))
{
    m_problems->setWordWrap(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Feasibility"));
    m_tabs->addTab(scrolled(scenarios(), m_tabs), tr("Scenarios"));
    m_tabs->addTab(scrolled(m_sweep, m_tabs), tr("Price curves"));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addWidget(m_problems);
    rows->addWidget(m_banner);
    rows->addWidget(m_tabs, 1);
    rows->addLayout(acts());
    setFocusProxy(m_ask);
    connect(&store, &models::FeasibilityStore::changed, this, &FeasibilityPanel::show);
    connect(&reference, &models::ReferenceStore::changed, this, &FeasibilityPanel::show);
    connect(m_banner, &Banner::retry, this, [this] { m_store.retry(); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &FeasibilityPanel::showChosen);
    connect(m_sweep, &SweepView::chosenChanged, this, &FeasibilityPanel::showChosen);
    connect(m_sweep, &SweepView::removed, this, &FeasibilityPanel::offerUndo);
    show();
}

QWidget *FeasibilityPanel::scenarios()
{
    auto *const whole = new QWidget;
    m_answer = new AnswerView(whole);
    m_table = new ScenarioTable(tr("Scenarios"), whole);
    m_table->setMinimumHeight(leastTableHeight);
    if (m_place == Place::Wizard) { // it shows those of its own country and language
        m_table->setColumnHidden(models::ScenarioModel::Market, true);
        m_table->setColumnHidden(models::ScenarioModel::Dates, true);
    }
    auto *const rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addLayout(askRow());
    rows->addWidget(m_answer);
    m_empty = new EmptyState(whole);
    m_empty->show(tr("No scenario yet"),
                  tr("Each check becomes a row here, to be compared side by side: other terms, "
                     "other completes and prices."));
    rows->addWidget(m_table, 1);
    rows->addWidget(m_empty, 1);
    connect(m_table, &ScenarioTable::chosenChanged, this, &FeasibilityPanel::showChosen);
    return whole;
}

QLayout *FeasibilityPanel::askRow()
{
    m_ask = new QPushButton(tr("Chec&k feasibility"), this);
    m_cancel = new QPushButton(tr("Cance&l"), this);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Asking for feasibility"));
    m_ask->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    if (m_place == Place::Navigation)
        setPrimary(m_ask);
    QLabel *const text = plainLabel(this, LabelLook::Muted,
                                    tr("An estimate of completes and price, not a promise."));
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_ask);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(text, 1);
    text->setWordWrap(true);
    connect(m_ask, &QPushButton::clicked, this, &FeasibilityPanel::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_store.cancel(); });
    return row;
}

QLayout *FeasibilityPanel::acts()
{
    m_use = new QPushButton(m_place == Place::Wizard ? tr("&Use recommended price")
                                                     : tr("Ne&w survey from this"),
                            this);
    m_remove = new QPushButton(tr("Re&move scenario"), this);
    m_use->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_use);
    row->addWidget(m_remove);
    row->addStretch();
    connect(m_use, &QPushButton::clicked, this, &FeasibilityPanel::use);
    connect(m_remove, &QPushButton::clicked, this, &FeasibilityPanel::remove);
    return row;
}

void FeasibilityPanel::setDraft(const models::SurveyDraft &draft)
{
    const bool isOtherMarket =
        m_draft.country != draft.country || m_draft.language != draft.language;
    m_draft = draft;
    show();
    if (isOtherMarket || !m_table->chosen())
        chooseFitting();
}

QString FeasibilityPanel::locale() const
{
    return models::serviceLocale(m_reference.languages(), m_draft.language, m_reference.countries(),
                                 m_draft.country);
}

bool FeasibilityPanel::canAsk() const
{
    return m_ask->isEnabled();
}

void FeasibilityPanel::ask()
{
    if (!models::validateForFeasibility(m_draft, QDate::currentDate()).isEmpty())
        return Q_EMIT incomplete();
    m_awaited = m_store.ask(m_draft, locale(), {models::pointOf(m_draft)});
}

FeasibilityPanel::Chosen FeasibilityPanel::chosen() const
{
    if (m_tabs->currentIndex() == 1)
        return {m_sweep->shown(), m_sweep->chosen()};
    const models::ScenarioRow *const row = m_table->chosen();
    const models::FeasibilityRun *const run = row ? m_store.find(row->run) : nullptr;
    return {run, run ? &run->points[row->place] : nullptr};
}

void FeasibilityPanel::use()
{
    const auto [run, point] = chosen();
    if (!point || !point->answer)
        return;
    if (m_place == Place::Navigation)
        return Q_EMIT surveyWanted(models::draftAt(*run, *point));
    Q_EMIT priceWanted(point->answer->recommendedPrice);
    show();
}

void FeasibilityPanel::remove()
{
    if (const auto [run, point] = chosen(); run) {
        m_store.remove(QString(run->uuid));
        offerUndo();
    }
}

void FeasibilityPanel::offerUndo()
{
    m_banner->clear(); // of an earlier Undo
    m_banner->show(Tone::Information, tr("Removed."));
    m_banner->addAction(tr("&Undo"), this, [this] {
        m_banner->clear();
        m_store.restore();
    });
}

void FeasibilityPanel::show()
{
    showProblems();
    const bool isBusy = !m_store.running().isEmpty();
    const bool isScenario = isBusy && m_store.running() == m_awaited;
    m_progress->setVisible(isScenario);
    m_cancel->setVisible(isScenario);
    if (isBusy)
        m_banner->clear();
    else if (m_store.error())
        m_banner->showError(tr("The feasibility could not be asked for."), *m_store.error());
    showRows();
}

void FeasibilityPanel::showProblems()
{
    QStringList problems;
    for (const models::Issue &issue : models::validateForFeasibility(m_draft, QDate::currentDate()))
        problems.append(issue.text);
    const QString known = locale();
    const bool isInForm = m_place == Place::Navigation && !problems.isEmpty(); // where one asks
    if (problems.isEmpty() && known.isEmpty())
        problems.append(tr("The feasibility service doesn’t know this language and country."));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty() && !isInForm);
    m_ask->setEnabled((problems.isEmpty() || isInForm) && m_store.running().isEmpty());
    m_sweep->setDraft(m_draft, problems.isEmpty() ? known : QString());
}

void FeasibilityPanel::setCurrency(const QString &currency)
{
    if (m_currency == currency)
        return;
    m_currency = currency;
    m_sweep->setCurrency(currency);
    showRows();
}

void FeasibilityPanel::showRows()
{
    QList<models::ScenarioRow> rows;
    for (const models::FeasibilityRun &run : m_store.runs()) {
        const bool isOfMarket =
            run.draft.country == m_draft.country && run.draft.language == m_draft.language;
        if (run.isSweep() || (m_place == Place::Wizard && !isOfMarket))
            continue;
        rows += models::scenarioRows(run,
                                     u"%1, %2"_s.arg(m_reference.countryName(run.draft.country),
                                                     m_reference.languageName(run.draft.language)),
                                     m_currency);
    }
    m_table->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    const models::FeasibilityRun *const awaited = m_store.find(m_awaited);
    if (awaited && !awaited->isSweep() && models::askedCount(*awaited) > 0) {
        m_table->choose(m_awaited, 0);
        m_awaited.clear();
    }
    showChosen();
}

/// What was asked before about these very terms is shown at once.
void FeasibilityPanel::chooseFitting()
{
    for (const models::FeasibilityRun &run : m_store.runs()) {
        if (!run.isSweep() && run.points[0].asked.isValid()
            && models::answersFor(run, run.points[0], m_draft, locale()))
            return m_table->choose(run.uuid, 0);
    }
    m_table->setCurrentIndex({});
}

void FeasibilityPanel::showChosen()
{
    const auto [run, point] = chosen();
    const bool isAnswered = point && point->answer;
    m_use->setEnabled(isAnswered
                      && (m_place == Place::Navigation
                          || (point->answer->recommendedPrice != m_draft.cpi
                              && point->answer->recommendedPrice.hundredths > 0)));
    const bool isScenarios = m_tabs->currentIndex() == 0;
    m_remove->setVisible(isScenarios);
    m_remove->setEnabled(point);
    if (!isScenarios)
        return;
    if (point)
        m_answer->show(*point, models::answersFor(*run, *point, m_draft, locale()), m_currency);
    else
        m_answer->clear();
}

} // namespace ui

#include "moc_feasibilitypanel.cpp"
