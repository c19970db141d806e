#include "ui/qualifications/qualificationspage.h"

#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/interlocking/gridcache.h"
#include "models/qualifications/audience.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/qualifications/addqualifications.h"
#include "ui/qualifications/editqualification.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/prompt.h"

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

QString named(const QList<models::TargetedQualification> &targets)
{
    QStringList names;
    for (const models::TargetedQualification &target : targets)
        names.append(models::plain(target.question.title));
    return names.join(u", "_s);
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

void QualificationsPage::buildActions()
{
    const auto make = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *const action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        m_actions.append(action);
        return action;
    };
    m_add = make(tr("A&dd…"), QKeySequence(Qt::Key_Insert), &QualificationsPage::add);
    m_edit = make(tr("Edit…"), QKeySequence(Qt::Key_F2), &QualificationsPage::edit);
    m_remove = make(tr("Re&move…"), QKeySequence(Qt::Key_Delete), &QualificationsPage::remove);
    m_refreshOne = make(tr("&Refresh this qualification"), QKeySequence(u"Shift+F5"_s),
                        &QualificationsPage::refreshOne);
    make(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(*m_table, false); });
    addActions(m_actions);
    m_table->addActions(m_actions);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&m_store, &models::QualificationStore::written, this,
            [this](const QString &title, const QString &before, const QString &after) {
                m_session.changes().add(m_survey, tr("Qualification: %1").arg(title), before,
                                        after);
            });
}

void QualificationsPage::add()
{
    if (m_adding || !m_seen)
        return;
    QSet<api::QualificationCode> asked;
    for (const api::Qualification &question : m_store.qualifications())
        asked.insert(question.code);
    m_adding = new AddQualifications(m_session.reference(), m_prompt, *m_seen, asked, this);
    connect(m_adding, &AddQualifications::wanted, this,
            [this](const QList<models::TargetedQualification> &targets) {
                m_act = tr("%1 added.").arg(named(targets));
                m_failure = tr("%1 could not be added.").arg(named(targets));
                m_gridBefore.clear();
                m_store.add(targets);
            });
    m_adding->open();
}

void QualificationsPage::edit()
{
    const api::Qualification *const question = current();
    if (m_editing || !question || !m_seen)
        return;
    models::ReferenceStore &reference = m_session.reference();
    m_editing = new EditQualification(m_prompt, *question, m_store.built(), this);
    const auto offer = [this, dialog = m_editing.data(), &reference] {
        dialog->setMaster(reference.qualifications(m_seen->country, m_seen->language));
    };
    connect(&reference, &models::ReferenceStore::qualificationsChanged, m_editing, offer);
    connect(m_editing, &EditQualification::wanted, this,
            [this](const models::TargetedQualification &before,
                   const models::TargetedQualification &after, bool overwrites) {
                m_act = tr("“%1” is saved.").arg(models::plain(after.question.title));
                m_failure = tr("“%1” could not be saved.").arg(models::plain(after.question.title));
                m_gridBefore = models::gridTitle(m_store.built());
                m_store.update(before, after, overwrites);
            });
    offer();
    reference.loadQualifications(m_seen->country, m_seen->language);
    m_editing->open();
}

void QualificationsPage::remove()
{
    const api::Qualification *const found = current();
    if (!found)
        return;
    const api::Qualification question = *found;
    const QString title = models::plain(question.title);
    const models::TargetingEffect effect =
        models::effectOf(models::asTargeted(question), {question, {}, {}, {}}, m_store.built());
    QStringList text {tr("Whoever takes the survey then qualifies whatever the answer to “%1” is.")
                          .arg(models::plain(question.text)),
                      models::effectText(effect)};
    text.removeAll(QString());
    const Question asked {tr("Remove the qualification “%1”?").arg(title), text.join(u"\n\n"_s),
                          tr("Remove qualification")};
    m_prompt.ask(this, asked, this, [this, question, title](bool isConfirmed) {
        if (!isConfirmed)
            return;
        m_act = tr("“%1” is removed.").arg(title);
        m_failure = tr("“%1” could not be removed.").arg(title);
        m_gridBefore = models::gridTitle(m_store.built());
        m_banner->clear();
        m_store.remove(question);
    });
}

/// The survey is being read again: what that finds goes into the sentence.
void QualificationsPage::showDone()
{
    m_isDone = true;
    m_isReadProblem = false;
    if (m_adding)
        m_adding->accept();
    if (m_editing)
        m_editing->accept();
    m_adding = nullptr;
    m_editing = nullptr;
    m_session.surveys().refreshOne(m_survey); // quotas and targeting as the other pages show them
}

/// Another change was being sent when the person confirmed this one.
void QualificationsPage::showBusy()
{
    if (m_adding)
        return m_adding->showDeclined();
    if (m_editing)
        return m_editing->showDeclined();
    showDeclined(*m_banner);
}

void QualificationsPage::showUnchanged()
{
    if (m_adding)
        m_adding->accept();
    m_adding = nullptr;
    m_isReadProblem = false;
    m_banner->show(Tone::Information, tr("The survey has these qualifications already."),
                   tr("The service made no change."));
}

void QualificationsPage::refreshOne()
{
    if (const api::Qualification *const question = current())
        m_store.refreshOne(question->code);
}

void QualificationsPage::showWriteFailure(const api::ApiError &error)
{
    if (m_adding)
        return m_adding->showFailure(error);
    if (m_editing)
        return m_editing->showFailure(error);
    m_isReadProblem = false;
    m_banner->showError(m_failure, error, false);
}

void QualificationsPage::showReadFailure(const api::ApiError &error)
{
    showState();
    if (std::exchange(m_isDone, false))
        m_banner->show(Tone::Good, m_act, tr("The list could not be read again since."));
    else if (error.kind != api::ErrorKind::Cancelled && !m_session.isToldAbove(error)) {
        m_isReadProblem = true;
        m_banner->showError(tr("The qualifications could not be read."), error);
    }
}

} // namespace ui

#include "moc_qualificationspage.cpp"
