#include "ui/feasibility/sweepview.h"

#include "models/feasibility/sweepcurves.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "ui/feasibility/scenariotable.h"
#include "ui/feasibility/sweepchart.h"
#include "ui/feasibility/sweepfields.h"
#include "ui/feasibility/sweeptext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *const button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

QString marketOf(const models::ReferenceStore &reference, const models::FeasibilityRun &run)
{
    return u"%1, %2"_s.arg(reference.countryName(run.draft.country),
                           reference.languageName(run.draft.language));
}

} // namespace

SweepView::SweepView(models::FeasibilityStore &store, models::ReferenceStore &reference,
                     QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_reference(reference)
    , m_fields(new SweepFields(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(m_fields);
    rows->addLayout(keptRow());
    rows->addWidget(results(), 1);
    m_empty = new EmptyState(this);
    m_empty->show(
        tr("No price curves yet"),
        tr("AlignDesk asks for every combination of the values above and draws how completes"
           " and price depend on them."));
    rows->addWidget(m_empty, 1);
    connect(m_fields, &SweepFields::startWanted, this, &SweepView::start);
    connect(&store, &models::FeasibilityStore::changed, this, &SweepView::show);
    show();
}

QLayout *SweepView::keptRow()
{
    m_kept = new QComboBox(this);
    m_kept->setAccessibleName(tr("Kept price curves"));
    m_kept->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the price curves"));
    m_resume = plainButton(tr("Continue"), this);
    m_cancel = plainButton(tr("Stop"), this);
    m_remove = plainButton(tr("Remove price curves"), this);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_kept, 2);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_resume);
    row->addWidget(m_remove);
    connect(m_kept, &QComboBox::activated, this, [this](int at) {
        m_shown = m_kept->itemData(at).toString();
        show();
    });
    connect(m_resume, &QPushButton::clicked, this, [this] { m_store.resume(m_shown); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_store.cancel(); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_store.remove(m_shown);
        Q_EMIT removed();
    });
    return row;
}

QLayout *SweepView::viewRow()
{
    m_asCurves = plainButton(tr("&Curves"), this);
    m_asFigures = plainButton(tr("Figures"), this);
    auto *const views = new QButtonGroup(this);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    for (QPushButton *const view : {m_asCurves, m_asFigures}) {
        setChip(view);
        views->addButton(view);
        row->addWidget(view);
    }
    m_asCurves->setChecked(true);
    connect(m_asFigures, &QPushButton::toggled, this, [this](bool isFigures) {
        m_stack->setCurrentIndex(isFigures ? 1 : 0);
        draw();
        Q_EMIT chosenChanged();
    });
    QLabel *const caption = plainLabel(this, LabelLook::Muted, tr("X axis"));
    m_along = new QComboBox(this);
    m_along->setAccessibleName(tr("X axis"));
    caption->setBuddy(m_along);
    for (const auto axis :
         {models::SweepAxis::Ir, models::SweepAxis::Loi, models::SweepAxis::Completes})
        m_along->addItem(axisName(axis), int(axis));
    m_held = new QComboBox(this);
    m_held->setAccessibleName(tr("Held at"));
    row->addStretch();
    row->addWidget(caption);
    row->addWidget(m_along);
    row->addWidget(m_held);
    connect(m_along, &QComboBox::activated, this, &SweepView::draw);
    connect(m_held, &QComboBox::activated, this, &SweepView::draw);
    return row;
}

QWidget *SweepView::results()
{
    m_results = new QWidget(this);
    m_stack = new QStackedWidget(m_results);
    auto *const curves = new QWidget(m_stack);
    m_completes = new SweepChart(SweepChart::Of::Completes, curves);
    m_prices = new SweepChart(SweepChart::Of::Price, curves);
    m_note = plainLabel(curves, LabelLook::Muted);
    m_note->setWordWrap(true);
    auto *const charts = new QHBoxLayout;
    charts->setSpacing(space::card);
    charts->addWidget(m_completes, 1);
    charts->addWidget(m_prices, 1);
    auto *const drawn = new QVBoxLayout(curves);
    drawn->setContentsMargins({});
    drawn->setSpacing(space::control);
    drawn->addLayout(charts, 1);
    drawn->addWidget(m_note);
    m_table = new ScenarioTable(tr("Figures of the price curves"), m_stack);
    for (const int column : {models::ScenarioModel::Market, models::ScenarioModel::Audience,
                             models::ScenarioModel::Dates, models::ScenarioModel::Asked})
        m_table->setColumnHidden(column, true);
    m_table->sortByColumn(models::ScenarioModel::Ir, Qt::AscendingOrder);
    connect(m_table, &ScenarioTable::chosenChanged, this, &SweepView::chosenChanged);
    m_stack->addWidget(curves);
    m_stack->addWidget(m_table);
    auto *const rows = new QVBoxLayout(m_results);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addLayout(viewRow());
    rows->addWidget(m_stack, 1);
    return m_results;
}

void SweepView::setDraft(const models::SurveyDraft &draft, const QString &locale)
{
    m_draft = draft;
    m_locale = locale;
    m_fields->setDraft(draft);
    m_fields->setCanStart(!locale.isEmpty());
}

const models::FeasibilityRun *SweepView::shown() const
{
    return m_store.find(m_shown);
}

const models::FeasibilityPoint *SweepView::chosen() const
{
    const models::ScenarioRow *const row = m_table->chosen();
    const models::FeasibilityRun *const run = shown();
    return row && run && m_asFigures->isChecked() && row->run == m_shown
            && row->place < run->points.size()
        ? &run->points[row->place]
        : nullptr;
}

void SweepView::start()
{
    m_shown = m_store.ask(m_draft, m_locale, m_fields->points());
    show();
}

void SweepView::setCurrency(const QString &currency)
{
    m_currency = currency;
    m_prices->setUnit(currency);
    show();
}

void SweepView::show()
{
    fillKept();
    const models::FeasibilityRun *const run = shown();
    const bool isRunning = run && m_store.running() == run->uuid;
    m_results->setVisible(run);
    m_empty->setVisible(!run);
    m_kept->setVisible(run);
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_remove->setVisible(run && !isRunning);
    const int asked = run ? models::askedCount(*run) : 0;
    m_resume->setVisible(run && !isRunning && asked < run->points.size());
    if (run) {
        m_progress->setRange(0, int(run->points.size()));
        m_progress->setValue(asked);
    }
    m_table->setRows(run ? models::scenarioRows(*run, {}, m_currency)
                         : QList<models::ScenarioRow>());
    draw();
    Q_EMIT chosenChanged();
}

void SweepView::fillKept()
{
    const QSignalBlocker quiet(m_kept);
    m_kept->clear();
    for (const models::FeasibilityRun &run : m_store.runs()) {
        if (run.isSweep())
            m_kept->addItem(sweepTitle(run, marketOf(m_reference, run)), run.uuid);
    }
    if (m_kept->findData(m_shown) < 0)
        m_shown = m_kept->itemData(0).toString();
    m_kept->setCurrentIndex(m_kept->findData(m_shown));
}

void SweepView::draw()
{
    m_along->setEnabled(m_asCurves->isChecked());
    const models::FeasibilityRun *const run = shown();
    if (!run)
        return;
    const models::SweepCurves drawing = models::sweepCurves(
        *run, models::SweepAxis(m_along->currentData().toInt()), m_held->currentData().toInt());
    const QSignalBlocker quiet(m_held);
    m_held->clear();
    for (const int value : models::valuesAlong(*run, drawing.held))
        m_held->addItem(axisValueText(drawing.held, value), value);
    m_held->setCurrentIndex(m_held->findData(drawing.heldValue));
    m_held->setVisible(m_asCurves->isChecked() && m_held->count() > 1);
    m_completes->show(drawing);
    m_prices->show(drawing);
    m_note->setText(curvesNote(drawing));
}

} // namespace ui

#include "moc_sweepview.cpp"
