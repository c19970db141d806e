#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/exclusions/exclusionspage.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/prompt.h"

#include <QAction>
#include <QTableView>

namespace ui {

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
