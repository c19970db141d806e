#include "ui/interlocking/interlockingpage.h"

#include "models/drafts/surveydraft.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/interlocking/conflictpanel.h"
#include "ui/interlocking/gridchooser.h"
#include "ui/interlocking/gridtable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// "GENDER × AGE · 6 of at most 200 combinations"
QString gridTitle(const models::InterlockingGrid &grid)
{
    QStringList names;
    for (const models::GridDimension &dimension : grid.dimensions)
        names.append(models::plain(dimension.title));
    const QString count =
        InterlockingPage::tr("%1 of at most %2 combinations")
            .arg(models::countText(grid.cells.size()), models::countText(models::mostCombinations));
    return names.isEmpty() ? count : names.join(u" × "_s) + u" · "_s + count;
}

} // namespace

InterlockingPage::InterlockingPage(api::Client &client, models::SurveyStore &surveys,
                                   api::SurveyId survey, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_surveys(surveys)
    , m_survey(survey)
    , m_prompt(prompt)
    , m_store(client, survey)
{
    build();
    listen();
    refresh();
}

void InterlockingPage::build()
{
    m_banner = new Banner(this);
    m_conflicts = new ConflictPanel(this);
    m_table = new GridTable(m_model, this);
    m_chooser = new GridChooser(this);
    m_waiting = new EmptyState(this);
    m_footer = plainLabel(this, LabelLook::Muted);
    m_stack = new QStackedWidget(this);
    setFocusProxy(m_table);
    for (QWidget *const widget :
         {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_table),
          static_cast<QWidget *>(m_chooser)})
        m_stack->addWidget(widget);
    buildActions();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(toolbar());
    rows->addWidget(m_banner);
    rows->addWidget(m_conflicts);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_footer);
}

void InterlockingPage::listen()
{
    using models::InterlockingModel;
    using models::InterlockingStore;
    connect(&m_store, &InterlockingStore::arrived, this, &InterlockingPage::take);
    connect(&m_store, &InterlockingStore::absent, this, [this] {
        m_chooser->setQualifications(m_store.qualifications());
        m_stack->setCurrentWidget(m_chooser);
        showFigures();
    });
    connect(&m_store, &InterlockingStore::failed, this, &InterlockingPage::showFailure);
    connect(&m_store, &InterlockingStore::saved, this, [this](int cells) {
        m_banner->show(Tone::Good, tr("%n cell(s) saved.", nullptr, cells));
    });
    connect(&m_store, &InterlockingStore::busyChanged, this, &InterlockingPage::showStanding);
    connect(m_banner, &Banner::retry, this, &InterlockingPage::refresh);
    connect(&m_model, &InterlockingModel::editWanted, this, [this](const models::GridEdit &edit) {
        push(edit, tr("Set %n cell(s)", nullptr, int(edit.size())));
    });
    connect(&m_model, &InterlockingModel::refused, this, [this](const QString &sentence) {
        showInputProblem(tr("The cell keeps its value."), sentence);
    });
    connect(&m_model, &InterlockingModel::edited, this, &InterlockingPage::showFigures);
    connect(m_table, &GridTable::selectionChangedByAny, this, &InterlockingPage::showFigures);
    connect(m_chooser, &GridChooser::wanted, this, &InterlockingPage::create);
    connect(m_conflicts, &ConflictPanel::theirsTaken, this, [this](const QList<qsizetype> &cells) {
        push(models::backToSaved(m_model.grid(), cells), tr("Take theirs"));
    });
    connect(&m_surveys, &models::SurveyStore::changed, this, &InterlockingPage::showStanding);
    connect(&m_surveys, &models::SurveyStore::surveyChanged, this, &InterlockingPage::showStanding);
    showStanding();
}

void InterlockingPage::refresh()
{
    m_store.load();
}

qsizetype InterlockingPage::unsavedCells() const
{
    return m_model.grid().changed().size();
}

void InterlockingPage::take(const models::InterlockingGrid &fresh)
{
    const models::MergedGrid merged = models::merge(m_model.grid(), fresh);
    const bool isOther = m_model.grid().cells.size() != fresh.cells.size();
    m_model.setGrid(merged.grid);
    if (isOther)
        m_undo.clear(); // its steps are about other cells
    m_banner->clear();
    m_isSaving = false;
    m_conflicts->show(merged);
    m_stack->setCurrentWidget(m_table);
    showStanding();
}

void InterlockingPage::showFailure(const api::ApiError &error)
{
    const bool wasSaving = std::exchange(m_isSaving, false);
    if (wasSaving) {
        m_banner->showError(tr("The cells were not saved for certain. They are kept here."), error);
        return;
    }
    m_banner->showError(tr("The interlocking quotas could not be read."), error);
    if (m_stack->currentWidget() == m_waiting)
        m_waiting->show(
            tr("Nothing to show yet"),
            tr("The interlocking quotas are shown here as soon as the server answers."));
}

void InterlockingPage::showStanding()
{
    const api::Survey *const survey = m_surveys.find(m_survey);
    const bool isClosed = survey && survey->status == api::SurveyStatus::Closed;
    const bool isBusy = m_store.isBusy();
    m_model.setReadOnly(isClosed);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    m_chooser->setEnabled(!isBusy && !isClosed);
    if (isBusy && m_stack->currentWidget() == m_waiting)
        m_waiting->show(tr("Loading the interlocking quotas…"), {});
    showFigures();
}

void InterlockingPage::showFigures()
{
    const models::InterlockingGrid &grid = m_model.grid();
    const api::Survey *const survey = m_surveys.find(m_survey);
    const bool isClosed = survey && survey->status == api::SurveyStatus::Closed;
    const bool hasGrid = m_stack->currentWidget() == m_table;
    const qsizetype changed = unsavedCells();
    m_save->setEnabled(changed > 0 && !m_store.isBusy() && !isClosed);
    m_revert->setEnabled(changed > 0);
    m_footer->setVisible(hasGrid);
    m_title->setText(hasGrid ? gridTitle(grid) : QString());
    QStringList parts;
    parts.append(
        survey ? tr("Sum %1 of %2 completes")
                     .arg(models::countText(grid.sum()), models::countText(survey->completeNeeded))
               : tr("Sum %1").arg(models::countText(grid.sum())));
    if (changed > 0)
        parts.append(tr("%n cell(s) not saved", nullptr, int(changed)));
    if (isClosed)
        parts.append(tr("The survey is closed: its quotas can’t be changed."));
    const QList<qsizetype> chosen = m_table->chosenCells();
    if (chosen.size() > 1) {
        qint64 sum = 0;
        for (const qsizetype cell : chosen)
            sum += grid.cells[cell].current;
        parts.append(tr("%n selected", nullptr, int(chosen.size())) + u": "_s
                     + models::countText(sum));
    }
    m_footer->setText(parts.join(u"  ·  "_s));
}

} // namespace ui

#include "moc_interlockingpage.cpp"
