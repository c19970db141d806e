#include "models/connections/session.h"
#include "models/reconciliation/advice.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/settlement.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
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
    connect(&store, &Store::notKept, this, [this](const api::SurveyId &survey) {
        if (survey == m_survey)
            showProblem(tr("The submission could not be written down here, so it was not sent."));
    });
    const auto tell = [this](const QString &what, DeskCall call) {
        return [this, what, call](const api::SurveyId &survey, const api::ApiError &error) {
            if (survey == m_survey)
                showRefusal(what, error, call);
        };
    };
    connect(&store, &Store::submitFailed, this,
            tell(tr("The UIDs were not taken for certain."), DeskCall::Submit));
    connect(&store, &Store::checkFailed, this,
            tell(tr("The reconciliation can't be looked at."), DeskCall::Look));
}

void ReconciliationDesk::showRefusal(const QString &what, const api::ApiError &error,
                                     models::DeskCall call)
{
    const auto advice = models::adviceFor(error, call);
    if (!advice)
        return m_banner->showError(what, error);
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
    const QString when = QLocale().toString(record.submitted.toLocalTime(), QLocale::ShortFormat);
    const QString submitted = record.submitted.isValid() && !record.uids->isEmpty()
        ? tr("Submitted on %1: %2.").arg(when, uids)
        : tr("Not submitted from this computer.");
    switch (record.state) {
    case SubmissionState::Sending:
        return m_status->show(Tone::Information, tr("Submitting…"));
    case SubmissionState::Submitted:
    case SubmissionState::Processing:
        return m_status->show(Tone::Information, tr("Processing"),
                              tr("%1 Looked at again by itself.").arg(submitted));
    case SubmissionState::Completed:
        return m_status->show(Tone::Good, tr("Completed"), submitted);
    case SubmissionState::Rejected:
        return m_status->show(Tone::Error, tr("Refused"), models::plain(record.message));
    case SubmissionState::Unknown:
        return m_status->show(
            Tone::Warning, tr("Unknown"),
            tr("%1 No clear answer came. It is not sent again by itself.").arg(submitted));
    }
}

/// Remembered per account, whose name in the settings tells nothing of its credentials.
QString ReconciliationDesk::emailKey() const
{
    return u"reconciliation/email-%1"_s.arg(m_session.account());
}

void ReconciliationDesk::submit()
{
    m_submit->setEnabled(false);
    const auto work = [uids = m_import->chosen()] { return models::fingerprint(*uids); };
    whenFinished(models::inWorker(work), this,
                 [this, survey = m_survey](const QByteArray &fingerprint) {
                     if (survey == m_survey)
                         confirm(m_session.reconciliations().submittedBefore(survey, fingerprint));
                 });
}

QString ReconciliationDesk::consequence(qint64 submitted) const
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey)
        return {};
    const models::Settlement all =
        models::settle(submitted, survey->progress.complete, survey->cpi);
    const QString pay = tr("If all are accepted, %1 is to pay.").arg(models::moneyText(all.toPay));
    if (all.surplus > 0)
        return pay + u' '
            + tr("The service counts fewer completes: %Ln UID(s) can't be among them.", "",
                 int(all.surplus));
    return pay + u' '
        + tr("%Ln complete(s) would be left out: %1 %, %2.", "", int(all.leftOut))
              .arg(QLocale().toString(all.leftOutShare * 100, 'f', 1),
                   models::moneyText(all.notPaid));
}

QString ReconciliationDesk::earlier(const QDateTime &sameSet) const
{
    const auto when = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    };
    if (sameSet.isValid())
        return tr("The same UIDs were submitted before, on %1.").arg(when(sameSet));
    const auto latest = m_session.reconciliations().latest(m_survey);
    if (!latest || latest->state == SubmissionState::Rejected || !latest->submitted.isValid())
        return {};
    return tr("Another list was submitted before, on %1; the service may take only one.")
        .arg(when(latest->submitted));
}

void ReconciliationDesk::confirm(const QDateTime &sameSet)
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const QString name = models::plain(survey ? survey->name : m_survey.value);
    const QString email = m_email->text().trimmed();
    const models::SharedUids uids = m_import->chosen();
    const QString text = tr("%Ln UID(s) are sent for “%1”, with %2 as contact. Those that are "
                            "absent are not paid for. This can't be undone.",
                            "", int(uids->size()))
                             .arg(name, email);
    QStringList paragraphs {text, consequence(uids->size()), earlier(sameSet)};
    paragraphs.removeAll({});
    const Question question {tr("Submit the reconciliation of “%1”?").arg(name),
                             paragraphs.join(u"\n\n"_s), tr("Submit UIDs")};
    m_prompt.ask(this, question, this, [this, id = m_survey, email, uids](bool isSure) {
        if (isSure) {
            m_banner->clear();
            QSettings().setValue(emailKey(), email);
            m_session.reconciliations().submit(id, email, uids);
        }
        showState();
    });
}

} // namespace ui
