#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/reconciliation/advice.h"
#include "models/reconciliation/evidence.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/settlement.h"
#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveypast.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/importpanel.h"
#include "ui/reconciliation/reconciliationdesk.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/prompt.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using models::SubmissionState;

namespace ui {

void ReconciliationDesk::listenToStore()
{
    models::ReconciliationStore &store = m_session.reconciliations();
    using Store = models::ReconciliationStore;
    using models::DeskCall;
    connect(&store, &Store::changed, this, [this](const api::SurveyId &survey) {
        if (survey == m_survey)
            showState();
    });
    connect(&store, &Store::completed, this, [this](const api::SurveyId &survey) {
        if (survey == m_survey)
            showResult();
    });
    connect(&store, &Store::notKept, this, [this](const api::SurveyId &survey) {
        if (survey == m_survey)
            showProblem(
                tr("The submission couldn’t be saved on this computer, so it wasn’t sent."));
    });
    connect(&store, &Store::submitFailed, this,
            [this](const api::SurveyId &survey, const api::ApiError &error) {
                if (survey == m_survey)
                    showSubmitFailure(error);
            });
    connect(&store, &Store::checkFailed, this,
            [this](const api::SurveyId &survey, const api::ApiError &error) {
                const bool isTold = m_session.isToldAbove(error); // by the bar of the window
                if (survey == m_survey && !m_tellsFailure && !isTold)
                    showRefusal(tr("The reconciliation couldn’t be read."), error, DeskCall::Look);
            });
}

void ReconciliationDesk::showSubmitFailure(const api::ApiError &error)
{
    const auto latest = m_session.reconciliations().latest(m_survey);
    const bool isOpen = latest && latest->state == SubmissionState::Unknown;
    showRefusal(isOpen ? tr("No clear answer came to the submission.")
                       : tr("The UIDs were not submitted."),
                error, models::DeskCall::Submit);
    m_tellsFailure = isOpen;
    if (isOpen)
        m_banner->addAction(tr("Check a&gain"), this, [this] { refresh(); });
}

void ReconciliationDesk::showRefusal(const QString &what, const api::ApiError &error,
                                     models::DeskCall call)
{
    const auto advice = models::adviceFor(error, call);
    if (!advice) // what is to be sent again is sent by Submit… alone
        return m_banner->showError(what, error, call == models::DeskCall::Look);
    const QString said = error.serverMessage.isEmpty()
        ? QString()
        : u' ' + tr("The service says: “%1”").arg(shown(error.serverMessage));
    m_banner->show(Tone::Error, advice->title, advice->text + said);
}

void ReconciliationDesk::showProblem(const QString &sentence)
{
    m_banner->show(Tone::Error, sentence);
}

void ReconciliationDesk::showStatus(const models::SubmissionRecord &record)
{
    const QString uids = tr("%Ln UID(s)", "", int(record.uids->size()));
    const QString when = models::momentText(record.submitted);
    const QString submitted = record.submitted.isValid() && !record.uids->isEmpty()
        ? tr("Submitted on %1: %2.").arg(when, uids)
        : tr("Not submitted from this computer.");
    switch (record.state) {
    case SubmissionState::Sending:
        return m_status->show(Tone::Information, tr("Submitting…"));
    case SubmissionState::Submitted:
        return m_status->show(
            Tone::Information, models::stateText(record.state),
            QStringList {submitted, shown(record.message), tr("Checked automatically.")}.join(
                u' '));
    case SubmissionState::Processing:
        return m_status->show(Tone::Information, models::stateText(record.state, record.word),
                              submitted + u' ' + tr("Checked automatically."));
    case SubmissionState::Completed:
        return m_status->show(Tone::Good, tr("Completed"), submitted + compared());
    case SubmissionState::Rejected:
        return m_status->show(Tone::Error, tr("Refused"), models::plain(record.message));
    case SubmissionState::Unknown:
        return showUnknown(submitted);
    }
}

QString ReconciliationDesk::compared() const
{
    const qsizetype lists =
        models::submittedLists(m_session.reconciliations().records(m_survey)).size();
    return lists > 1 ? u' ' + tr("All %Ln submitted lists are compared.", "", int(lists))
                     : QString();
}

/// What keeps a survey of which nothing was submitted from being reconciled.
void ReconciliationDesk::showNotYet()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey || api::isOver(*survey))
        return m_status->clear();
    m_status->show(Tone::Information, tr("This survey is %1").arg(models::statusName(*survey)),
                   tr("A survey is reconciled once it is Completed or Closed."));
}

void ReconciliationDesk::showUnknown(const QString &submitted)
{
    const QDateTime checked = m_session.reconciliations().checked(m_survey);
    const QString found = checked.isValid()
        ? tr("Checked on %1: nothing there shows that the list arrived.")
              .arg(models::momentText(checked))
        : QString();
    const QString text =
        submitted + u' ' + tr("No clear answer came, and nothing is sent again automatically.");
    m_status->show(Tone::Warning, models::stateText(SubmissionState::Unknown),
                   found.isEmpty() ? text : text + u' ' + found);
}

/// Remembered per account, whose name in the settings tells nothing of its credentials.
QString ReconciliationDesk::emailKey() const
{
    return u"reconciliation/email-%1"_s.arg(m_session.account());
}

void ReconciliationDesk::submit()
{
    m_tabs->setFocus(); // not to the deadline, which the next press of Space would change
    m_submit->setEnabled(false);
    const models::SharedUids uids = m_import->chosen();
    const auto work = [uids] { return models::fingerprint(*uids); };
    whenFinished(models::inWorker(work), this,
                 [this, uids, survey = m_survey](const QByteArray &fingerprint) {
                     if (survey == m_survey && uids == m_import->chosen())
                         confirm(m_session.reconciliations().submittedBefore(survey, fingerprint));
                     else
                         showState();
                 });
}

/// What was submitted is kept with its submission, and needs no question.
void ReconciliationDesk::startOver()
{
    if (unsaved().isEmpty())
        return m_import->startOver();
    const Question question {tr("Start over?"), unsaved(), tr("Drop the list")};
    m_prompt.ask(this, question, this, [this](bool isSure) {
        if (isSure)
            m_import->startOver();
    });
}

QString ReconciliationDesk::consequence(qint64 submitted) const
{
    const api::Survey survey = known();
    const QString currency = m_session.currencies().name(survey.currency);
    const models::Settlement all =
        models::settle(submitted, models::completesOf(survey), m_session.past().prices(survey));
    const QString pay = all.toPay.isKnown
        ? tr("If all are accepted you pay %1.").arg(models::costText(all.toPay, currency))
        : tr("What you pay isn’t known: the survey’s CPI isn’t known.");
    if (!all.knowsCompletes)
        return pay + u' ' + tr("The service’s own count of completes can’t be read.");
    if (all.surplus > 0)
        return pay + u' '
            + tr("That is %Ln UID(s) more than the service counted.", "", int(all.surplus));
    return pay + u' '
        + tr("%Ln complete(s) would be left out: %1 %, %2.", "", int(all.leftOut))
              .arg(QLocale().toString(all.leftOutShare * 100, 'f', 1),
                   models::costText(all.notPaid, currency));
}

QString ReconciliationDesk::earlier(const QDateTime &sameSet) const
{
    if (sameSet.isValid())
        return tr("The same UIDs were submitted before, on %1.").arg(models::momentText(sameSet));
    const auto latest = m_session.reconciliations().latest(m_survey);
    if (!latest || latest->state == SubmissionState::Rejected || !latest->submitted.isValid())
        return {};
    if (latest->state == SubmissionState::Unknown)
        return tr("A list was submitted on %1, and no clear answer came: if it did arrive, the "
                  "service gets a second one. Ask Audience-Align first.")
            .arg(models::momentText(latest->submitted));
    return tr("Another list was submitted before, on %1; the service may take only one.")
        .arg(models::momentText(latest->submitted));
}

void ReconciliationDesk::confirm(const QDateTime &sameSet)
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const QString name = models::plain(survey ? survey->name : m_survey.value);
    const QString email = m_email->text().trimmed();
    const models::SharedUids uids = m_import->chosen();
    const QString text =
        tr("%Ln UID(s) will be sent for “%1”, with %2 as contact. UIDs that aren’t in "
           "the list will not be paid. This can’t be undone.",
           "", int(uids->size()))
            .arg(name, email);
    QStringList paragraphs {text, m_import->chosenText(), consequence(uids->size()),
                            earlier(sameSet)};
    if (survey && !api::isOver(*survey))
        paragraphs.append(tr("This survey is %1: the service may refuse the list until it is "
                             "Completed or Closed.")
                              .arg(models::statusName(*survey)));
    paragraphs.removeAll({});
    const Question question {tr("Submit the reconciliation of “%1”?").arg(name),
                             paragraphs.join(u"\n\n"_s), tr("Submit UIDs")};
    m_prompt.ask(this, question, this, [this, id = m_survey, email, uids](bool isSure) {
        if (isSure) {
            m_banner->clear();
            QSettings().setValue(emailKey(), email);
            m_tabs->setFocus(); // the button that had it is disabled now
            m_session.reconciliations().submit(id, email, uids);
        }
        showState();
    });
}

} // namespace ui
