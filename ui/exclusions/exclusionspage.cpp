#include "ui/exclusions/exclusionspage.h"

#include "models/connections/session.h"
#include "models/surveys/surveystore.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/survey/editacts.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"

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

} // namespace ui

#include "moc_exclusionspage.cpp"
