#include "ui/qualifications/qualificationspage.h"

#include "models/connections/session.h"
#include "models/interlocking/gridcache.h"
#include "models/support/figures.h"
#include "models/surveys/surveystore.h"
#include "ui/qualifications/addqualifications.h"
#include "ui/qualifications/editqualification.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::AudienceModel;

namespace ui {

namespace {

constexpr int widths[] = {190, 330, 64, 80, 110};

Role crossedRole(int)
{
    return Role::Information;
}

} // namespace

QualificationsPage::QualificationsPage(models::Session &session, const api::SurveyId &survey,
                                       Prompt &prompt, QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_survey(survey)
    , m_prompt(prompt)
    , m_store(session.client(), survey)
{
    build();
    listen();
    follow();
    refresh();
}

void QualificationsPage::build()
{
    m_banner = new Banner(this);
    m_stack = new QStackedWidget(this);
    m_state = new EmptyState(m_stack);
    m_table = new QTableView(m_stack);
    m_table->setModel(&m_model);
    setTableLook(m_table);
    m_table->setAccessibleName(tr("Qualifications of the survey"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setItemDelegateForColumn(AudienceModel::Crossed,
                                      new ChipDelegate(crossedRole, m_table));
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    setFocusProxy(m_table);
    buildActions();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(toolbar());
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
}

QWidget *QualificationsPage::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_title = plainLabel(bar, LabelLook::Muted);
    m_calls = new CallIndicator(tr("Ca&ncel"), bar);
    connect(m_calls, &CallIndicator::cancelled, &m_store, &models::QualificationStore::cancel);
    row->addWidget(m_title, 1);
    row->addWidget(m_calls);
    QPushButton *const add = buttonFor(m_add, bar);
    setPrimary(add);
    QPushButton *const remove = buttonFor(m_remove, bar);
    setDanger(remove);
    row->addWidget(remove);
    row->addWidget(buttonFor(m_edit, bar));
    row->addWidget(add);
    return bar;
}

void QualificationsPage::listen()
{
    using models::QualificationStore;
    connect(&m_store, &QualificationStore::arrived, this, &QualificationsPage::showRows);
    connect(&m_store, &QualificationStore::failed, this, &QualificationsPage::showReadFailure);
    connect(&m_store, &QualificationStore::writeFailed, this,
            &QualificationsPage::showWriteFailure);
    connect(&m_store, &QualificationStore::saved, this, &QualificationsPage::showDone);
    connect(&m_store, &QualificationStore::outdated, this,
            [this](const api::Qualification &theirs) {
                if (m_editing)
                    m_editing->showOutdated(theirs);
                else
                    m_banner->show(Tone::Warning, m_failure,
                                   tr("It was changed elsewhere meanwhile: nothing was sent."));
            });
    connect(&m_store, &QualificationStore::declined, this, &QualificationsPage::showBusy);
    connect(&m_store, &QualificationStore::unchanged, this, &QualificationsPage::showUnchanged);
    connect(&m_store, &QualificationStore::keptOther, this,
            [this](const api::Qualification &theirs) {
                if (m_editing)
                    m_editing->showKeptOther(theirs);
                else
                    m_banner->show(
                        Tone::Warning, m_failure,
                        tr("The service accepted the change but returned different values."));
            });
    connect(&m_store, &QualificationStore::busyChanged, this, &QualificationsPage::showState);
    connect(m_banner, &Banner::retry, this, &QualificationsPage::refresh);
    connect(m_state, &EmptyState::stepped, m_add, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QualificationsPage::showState);
    connect(m_table, &QTableView::doubleClicked, m_edit, &QAction::trigger);
    connect(&m_session, &models::Session::reachableChanged, this, &QualificationsPage::showState);
    models::SurveyStore &surveys = m_session.surveys();
    connect(&surveys, &models::SurveyStore::changed, this, &QualificationsPage::follow);
    connect(&surveys, &models::SurveyStore::surveyChanged, this, &QualificationsPage::follow);
}

/// What the list of surveys knows is shown until the server answers; when it learns that the
/// targeting has changed, also by others, all of it is read again.
void QualificationsPage::follow()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey)
        return;
    const bool isFirst = !m_seen;
    const bool isOther = !isFirst
        && (survey->qualifications != m_seen->qualifications || survey->quotas != m_seen->quotas);
    m_seen = *survey;
    if (isFirst && !survey->qualifications.isEmpty())
        showKnown(*survey);
    if (isOther)
        refresh();
    showState();
}

void QualificationsPage::showKnown(const api::Survey &survey)
{
    const QDateTime since = m_session.surveys().updated();
    m_store.setKnown(survey.qualifications, {survey.quotas, {}, false}, since);
    m_session.grids().ask(m_survey, this, [this, survey, since](const models::KnownGrid &known) {
        if (!known.grid.combinations.isEmpty())
            m_store.setKnown(survey.qualifications, {survey.quotas, known.grid}, since);
    });
}

void QualificationsPage::refresh()
{
    m_store.load();
}

QString QualificationsPage::unsaved() const
{
    return m_store.isWriting() ? tr("A change of the qualifications is on its way.") : QString();
}

void QualificationsPage::saveUnsaved()
{
    beginSave(m_store.isBusy());
}

const api::Qualification *QualificationsPage::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model.row(rows.first()).question;
}

void QualificationsPage::showRows()
{
    if (std::exchange(m_isReadProblem, false))
        m_banner->clear();
    m_model.sync(models::audienceRows(m_store.qualifications(), m_store.built()),
                 &AudienceModel::code);
    if (m_editing)
        m_editing->setBuilt(m_store.built());
    if (std::exchange(m_isDone, false)) {
        const bool isGridGone = !m_gridBefore.isEmpty() && !m_store.built().grid;
        m_banner->show(isGridGone ? Tone::Warning : Tone::Good, m_act,
                       isGridGone ? tr("The interlocking quotas of %1 are gone with it and "
                                       "have to be set again.")
                                        .arg(m_gridBefore)
                                  : QString());
    }
    showState();
}

void QualificationsPage::showState()
{
    const QString hindrance = editHindrance(m_session, m_survey);
    const bool isBusy = m_store.isBusy();
    const int count = m_model.rowCount();
    m_calls->follow(isBusy, !m_store.isWriting());
    setPossible(m_add, m_seen && !m_store.isWriting(), hindrance);
    const QString choice = hindrance.isEmpty() && !current()
        ? tr("Choose a qualification in the table first.")
        : hindrance;
    setPossible(m_edit, !m_store.isWriting(), choice);
    setPossible(m_remove, !m_store.isWriting(), choice);
    QStringList parts {tr("%n qualification(s)", nullptr, count)};
    if (m_store.updated().isValid())
        parts.append(tr("as of %1").arg(momentText(m_store.updated())));
    if (!hindrance.isEmpty())
        parts.append(hindrance);
    m_title->setText(parts.join(u" · "_s));
    m_title->setVisible(m_store.isKnown());
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_state);
    if (!m_store.isKnown())
        m_state->show(isBusy ? tr("Loading the qualifications…") : tr("Nothing to show yet"),
                      isBusy ? QString()
                             : tr("The qualifications are shown here as soon as the service "
                                  "answers."));
    else
        m_state->show(tr("No qualifications"),
                      tr("Everyone of the survey’s country and language may take part. A "
                         "qualification says which options qualify."),
                      hindrance.isEmpty() ? tr("Add a &qualification…") : QString());
}

} // namespace ui

#include "moc_qualificationspage.cpp"
