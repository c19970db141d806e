#include "ui/exclusions/exclusionspage.h"

#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/survey/editacts.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/prompt.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::ExclusionModel;
using models::ExclusionStore;

namespace ui {

namespace {

constexpr int widths[] = {300, 110, 110, 110, 110, 180};

Role standingRole(int isOwed)
{
    return isOwed != 0 ? Role::Warning : Role::Good;
}

} // namespace

ExclusionsPage::ExclusionsPage(models::Session &session, const api::SurveyId &survey,
                               Prompt &prompt, QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_survey(survey)
    , m_prompt(prompt)
    , m_store(session.client(), session.database(), session.account(), survey)
{
    build();
    listen();
    refresh();
    showState();
}

void ExclusionsPage::build()
{
    m_banner = new Banner(this);
    m_owed = new Banner(this);
    m_stack = new QStackedWidget(this);
    m_state = new EmptyState(m_stack);
    m_table = new QTableView(m_stack);
    m_table->setModel(&m_model);
    setTableLook(m_table);
    m_table->setAccessibleName(tr("Excluded surveys"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setItemDelegateForColumn(ExclusionModel::Status,
                                      new ChipDelegate(statusRole, m_table));
    m_table->setItemDelegateForColumn(ExclusionModel::Standing,
                                      new ChipDelegate(standingRole, m_table));
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
    rows->addWidget(m_owed);
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
}

QWidget *ExclusionsPage::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_title = plainLabel(bar, LabelLook::Muted);
    m_calls = new CallIndicator(tr("Ca&ncel"), bar);
    connect(m_calls, &CallIndicator::cancelled, &m_store, &ExclusionStore::cancel);
    row->addWidget(m_title, 1);
    row->addStretch(); // the title may be hidden
    row->addWidget(m_calls);
    QPushButton *const removeAll = buttonFor(m_removeAll, bar);
    setDanger(removeAll);
    QPushButton *const add = buttonFor(m_add, bar);
    setPrimary(add);
    row->addWidget(removeAll);
    row->addWidget(buttonFor(m_remove, bar));
    row->addWidget(add);
    return bar;
}

void ExclusionsPage::listen()
{
    connect(&m_store, &ExclusionStore::changed, this, &ExclusionsPage::showRows);
    connect(&m_store, &ExclusionStore::failed, this, &ExclusionsPage::showReadFailure);
    connect(&m_store, &ExclusionStore::done, this, &ExclusionsPage::showDone);
    connect(&m_store, &ExclusionStore::writeFailed, this, &ExclusionsPage::showWriteFailure);
    connect(&m_store, &ExclusionStore::removalRefused, this, [this](const QString &why) {
        m_banner->show(Tone::Error,
                       tr("Nothing was removed: the list couldn’t be written down first."), why);
    });
    connect(&m_store, &ExclusionStore::declined, this, &ExclusionsPage::showBusy);
    connect(&m_store, &ExclusionStore::unchanged, this, &ExclusionsPage::showUnchanged);
    connect(&m_store, &ExclusionStore::busyChanged, this, &ExclusionsPage::showState);
    connect(&m_store, &ExclusionStore::busyChanged, this, &ExclusionsPage::followSave);
    connect(m_banner, &Banner::retry, this, &ExclusionsPage::refresh);
    connect(m_state, &EmptyState::stepped, m_add, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ExclusionsPage::showState);
    connect(&m_session, &models::Session::reachableChanged, this, &ExclusionsPage::showState);
    connect(&m_session.surveys(), &models::SurveyStore::changed, this, &ExclusionsPage::showRows);
}

void ExclusionsPage::refresh()
{
    m_store.load();
}

QString ExclusionsPage::unsaved() const
{
    if (m_store.isWriting())
        return tr("A change of the exclusions is on its way.");
    const int owed = int(m_store.owed().size());
    return owed > 0 ? tr("%n exclusion(s) are not saved.", nullptr, owed) : QString();
}

QString ExclusionsPage::unkeepable() const
{
    return m_store.isWriting() ? unsaved() : QString();
}

void ExclusionsPage::saveUnsaved()
{
    m_store.saveAgain(); // left out while a change is on its way
    beginSave(m_store.isBusy());
}

QList<api::SurveyId> ExclusionsPage::chosen() const
{
    QList<api::SurveyId> ids;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        ids.append(m_model.row(row).survey.id);
    return ids;
}

void ExclusionsPage::showRows()
{
    if (m_store.updated() != m_shownUpdate && std::exchange(m_isReadProblem, false))
        m_banner->clear();
    m_shownUpdate = m_store.updated();
    m_model.sync(models::exclusionRows(m_store.exclusions(), m_store.owed(), m_session.surveys()),
                 &ExclusionModel::id);
    showState();
}

void ExclusionsPage::showState()
{
    const bool isOwed = !m_store.owed().isEmpty();
    QString hindrance = editHindrance(m_session, m_survey);
    const int count = m_model.rowCount();
    QStringList parts {tr("%n survey(s) excluded", nullptr, count)};
    if (m_store.updated().isValid())
        parts.append(tr("as of %1").arg(momentText(m_store.updated())));
    if (!hindrance.isEmpty())
        parts.append(hindrance);
    if (isOwed && hindrance.isEmpty())
        hindrance = tr("Save the exclusions again first.");
    const bool isFree = !m_store.isWriting() && m_store.isKnown();
    m_calls->follow(m_store.isBusy(), !m_store.isWriting());
    setPossible(m_add, isFree, hindrance);
    setPossible(m_remove, isFree,
                hindrance.isEmpty() && chosen().isEmpty()
                    ? tr("Choose an excluded survey in the table first.")
                    : hindrance);
    setPossible(m_removeAll, isFree && count > 0, hindrance);
    m_title->setText(parts.join(u" · "_s));
    m_title->setVisible(m_store.isKnown() || isOwed);
    m_table->setColumnHidden(ExclusionModel::Standing, !isOwed);
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_table) : m_state);
    if (!m_store.isKnown())
        m_state->show(m_store.isBusy() ? tr("Loading the exclusions…") : tr("Nothing to show yet"),
                      m_store.isBusy() ? QString()
                                       : tr("The exclusions are shown here as soon as the service "
                                            "answers."));
    else
        m_state->show(
            tr("No survey is excluded"),
            tr("Respondents who completed an excluded survey can’t enter this one: exclude the "
               "earlier waves of a tracker."),
            hindrance.isEmpty() ? tr("Add e&xclusions…") : QString());
    showOwed();
}

void ExclusionsPage::buildActions()
{
    const auto make = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *const action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        m_actions.append(action);
        return action;
    };
    m_add = make(tr("A&dd…"), QKeySequence(Qt::Key_Insert), &ExclusionsPage::add);
    m_remove = make(tr("Re&move…"), QKeySequence(Qt::Key_Delete), &ExclusionsPage::remove);
    m_removeAll = make(tr("Rem&ove all…"), {}, &ExclusionsPage::removeAll);
    make(tr("&Copy"), QKeySequence::Copy, [this] { copyCells(*m_table, false); });
    addActions(m_actions);
    m_table->addActions(m_actions);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ExclusionsPage::add()
{
    if (m_adding)
        return;
    const QList<api::SurveyId> &there = m_store.exclusions();
    QSet<api::SurveyId> leftOut(there.cbegin(), there.cend());
    leftOut.insert(m_survey);
    m_adding = new AddExclusions(m_session.surveys(), leftOut, this);
    connect(m_adding, &AddExclusions::wanted, &m_store, &models::ExclusionStore::add);
    m_adding->open();
}

/// Of those that would have to be saved again, the one that the server would refuse.
QString ExclusionsPage::refusedAgain(const QList<api::SurveyId> &gone) const
{
    for (const api::SurveyId &id : m_store.exclusions()) {
        const api::Survey *const survey = m_session.surveys().find(id);
        if (survey && !gone.contains(id) && !api::isOver(*survey))
            return tr("“%1” is %2 now")
                .arg(models::plain(survey->name), models::statusName(*survey));
    }
    return {};
}

void ExclusionsPage::remove()
{
    const QList<api::SurveyId> gone = chosen();
    if (gone.isEmpty())
        return;
    const QString names = models::exclusionNames(gone, m_session.surveys());
    if (const QString refused = refusedAgain(gone); !refused.isEmpty()) {
        m_banner->show(Tone::Warning, tr("Nothing was removed."),
                       tr("The service can only remove all exclusions and save the others again. "
                          "%1, and only Completed and Closed surveys can be saved.")
                           .arg(refused));
        return;
    }
    const Question question {tr("Remove the exclusion of %1?").arg(names),
                             tr("Respondents who completed it may then take part in this survey. "
                                "The service can only remove all "
                                "exclusions: the others are saved again right after."),
                             tr("Remove exclusion")};
    m_prompt.ask(this, question, this, [this, gone](bool isConfirmed) {
        if (!isConfirmed)
            return;
        m_banner->clear();
        m_store.remove(gone);
    });
}

void ExclusionsPage::removeAll()
{
    const Question question {
        tr("Remove all exclusions of this survey?"),
        tr("%1: respondents who completed one of them may then take part in this survey.")
            .arg(models::exclusionNames(m_store.exclusions(), m_session.surveys())),
        tr("Remove all exclusions")};
    m_prompt.ask(this, question, this, [this](bool isConfirmed) {
        if (!isConfirmed)
            return;
        m_banner->clear();
        m_store.removeAll();
    });
}

void ExclusionsPage::dropOwed()
{
    const Question question {
        tr("Go on without these exclusions?"),
        tr("%1: the service may no longer have them, and AlignDesk then forgets them.")
            .arg(models::exclusionNames(m_store.owed(), m_session.surveys())),
        tr("Go on without")};
    m_prompt.ask(this, question, this, [this](bool isConfirmed) {
        if (isConfirmed)
            m_store.dropOwed();
    });
}

void ExclusionsPage::showOwed()
{
    const int owed = int(m_store.owed().size());
    if (owed == 0)
        return m_owed->clear();
    if (m_owed->isShown() && owed == m_shownOwed)
        return;
    m_owed->clear();
    m_shownOwed = owed;
    m_owed->show(Tone::Error, tr("%n exclusion(s) are not saved at the service.", nullptr, owed),
                 tr("Removing one was cut off between its two steps. Nothing is lost: they are "
                    "kept here."));
    m_owed->addAction(tr("Save a&gain"), &m_store, [this] { m_store.saveAgain(); });
    m_owed->addAction(tr("Go on &without…"), this, [this] { dropOwed(); });
}

void ExclusionsPage::showDone(Act act, const QList<api::SurveyId> &before,
                              const QList<api::SurveyId> &after)
{
    m_isReadProblem = false;
    if (m_adding)
        m_adding->accept();
    m_adding = nullptr;
    const models::SurveyStore &surveys = m_session.surveys();
    if (before != after)
        m_session.changes().add(m_survey, tr("Exclusions"), models::exclusionNames(before, surveys),
                                models::exclusionNames(after, surveys));
    const int moved = int(qAbs(after.size() - before.size()));
    switch (act) {
    case Act::Add:
        return m_banner->show(Tone::Good, tr("%n exclusion(s) added.", nullptr, moved));
    case Act::Remove:
        return m_banner->show(Tone::Good, tr("%n exclusion(s) removed.", nullptr, moved));
    case Act::RemoveAll:
        return m_banner->show(Tone::Good, tr("All exclusions are removed."));
    case Act::SaveAgain:
        return m_banner->show(Tone::Good, tr("The exclusions are saved again."));
    }
}

/// Another change was being sent when the person confirmed this one.
void ExclusionsPage::showBusy()
{
    if (m_adding)
        return m_adding->showDeclined();
    showDeclined(*m_banner);
}

void ExclusionsPage::showUnchanged()
{
    if (m_adding)
        m_adding->accept();
    m_adding = nullptr;
    m_isReadProblem = false;
    m_banner->show(Tone::Information, tr("The survey excludes these surveys already."),
                   tr("The service made no change."));
}

void ExclusionsPage::showWriteFailure(Act act, const api::ApiError &error)
{
    m_isReadProblem = false;
    switch (act) {
    case Act::Add:
        if (m_adding)
            return m_adding->showFailure(error);
        return m_banner->showError(tr("The exclusions could not be added."), error, false);
    case Act::Remove:
        return m_banner->showError(m_store.owed().isEmpty()
                                       ? tr("Nothing was removed: the exclusions are as before.")
                                       : tr("The exclusion could not be removed."),
                                   error, false);
    case Act::RemoveAll:
        return m_banner->showError(error.delivery == api::Delivery::Ambiguous
                                       ? tr("The exclusions may or may not be removed.")
                                       : tr("The exclusions were not removed."),
                                   error, false);
    case Act::SaveAgain:
        return m_banner->showError(tr("The exclusions could not be saved again. They are kept "
                                      "here."),
                                   error, false);
    }
}

void ExclusionsPage::showReadFailure(const api::ApiError &error)
{
    showState();
    if (error.kind == api::ErrorKind::Cancelled || m_session.isToldAbove(error))
        return; // the bar of the window says so
    if (m_banner->isShown())
        return; // what was just done, or failed, says more
    m_isReadProblem = true;
    m_banner->showError(tr("The exclusions could not be read."), error);
}

} // namespace ui

#include "moc_exclusionspage.cpp"
