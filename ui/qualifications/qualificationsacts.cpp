#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/qualifications/audience.h"
#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/qualifications/addqualifications.h"
#include "ui/qualifications/editqualification.h"
#include "ui/qualifications/qualificationspage.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/prompt.h"

#include <QAction>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString named(const QList<models::TargetedQualification> &targets)
{
    QStringList names;
    for (const models::TargetedQualification &target : targets)
        names.append(models::plain(target.question.title));
    return names.join(u", "_s);
}

} // namespace

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
