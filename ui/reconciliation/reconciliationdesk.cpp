#include "ui/reconciliation/reconciliationdesk.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/reconciliation/advice.h"
#include "models/reconciliation/evidence.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/settlement.h"
#include "models/reconciliation/uidexport.h"
#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveypast.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/comparepanel.h"
#include "ui/reconciliation/evidencepanel.h"
#include "ui/reconciliation/importpanel.h"
#include "ui/reconciliation/platformpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::SubmissionState;

namespace ui {

namespace {

enum Tab { Import, Compare, Platform, EvidenceTab };

bool isTaken(const models::SubmissionRecord &record)
{
    return record.state == SubmissionState::Submitted || record.state == SubmissionState::Processing
        || record.state == SubmissionState::Completed;
}

} // namespace

ReconciliationDesk::ReconciliationDesk(models::Session &session, Prompt &prompt, QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_prompt(prompt)
{
    build(prompt);
    listen();
    listenToStore();
    showState();
}

ReconciliationDesk::~ReconciliationDesk() = default;

void ReconciliationDesk::build(Prompt &prompt)
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    m_status = new Banner(this);
    m_banner = new Banner(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Pages of the reconciliation"));
    m_compare = new ComparePanel(prompt, *m_banner, m_tabs);
    m_platform = new PlatformPanel(prompt, *m_banner, m_tabs);
    m_evidence = new EvidencePanel(prompt, *m_banner, m_tabs);
    const QList<std::pair<QString, QWidget *>> pages {
        {tr("Import and submit"), importPage(prompt)},
        {tr("Compare"), m_compare},
        {tr("Compare with survey platform"), m_platform},
        {tr("Evidence"), m_evidence}};
    for (const auto &[title, page] : pages) {
        auto *const frame = new QWidget(m_tabs);
        auto *const inside = new QVBoxLayout(frame);
        inside->setContentsMargins(0, space::card, 0, 0);
        inside->addWidget(page);
        m_tabs->addTab(frame, title);
    }
    m_tabs->setCornerWidget(corner());
    rows->addWidget(m_status);
    rows->addWidget(m_banner);
    rows->addWidget(m_tabs, 1);
    setFocusProxy(m_tabs);
}

QWidget *ReconciliationDesk::importPage(Prompt &prompt)
{
    auto *const page = new QWidget(m_tabs);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    m_import = new ImportPanel(prompt, *m_banner, page);
    rows->addWidget(m_import, 1);
    rows->addLayout(submitRow());
    return page;
}

QWidget *ReconciliationDesk::corner()
{
    auto *const corner = new QWidget(m_tabs);
    auto *const row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 0, space::unit);
    row->setSpacing(space::control);
    m_hasDeadline = new QCheckBox(tr("Custom &deadline"), corner);
    m_deadline = new QDateEdit(corner);
    m_deadline->setCalendarPopup(true);
    m_deadline->setMinimumWidth(136); // a date of any locale
    m_deadline->setAccessibleName(tr("Deadline"));
    m_check = new QPushButton(tr("Chec&k now"), corner);
    row->addWidget(m_hasDeadline);
    row->addWidget(m_deadline);
    row->addWidget(m_check);
    connect(m_check, &QPushButton::clicked, this, &ReconciliationDesk::refresh);
    connect(m_hasDeadline, &QCheckBox::clicked, this, [this](bool isOwn) {
        m_session.plans().setDeadline(m_survey, isOwn ? m_deadline->date() : QDate());
    });
    connect(m_deadline, &QDateEdit::userDateChanged, this, [this](QDate day) {
        if (m_hasDeadline->isChecked())
            m_session.plans().setDeadline(m_survey, day);
    });
    return corner;
}

QBoxLayout *ReconciliationDesk::submitRow()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    QLabel *const label = plainLabel(this, LabelLook::Text, tr("Contact e-&mail"));
    m_email = new QLineEdit(this);
    m_email->setAccessibleName(tr("Contact e-mail"));
    m_email->setMinimumWidth(240);
    m_email->setText(QSettings().value(emailKey()).toString());
    label->setBuddy(m_email);
    m_emailProblem = plainLabel(this, LabelLook::Problem);
    m_submit = new QPushButton(tr("&Submit…"), this);
    setPrimary(m_submit);
    row->addWidget(label);
    row->addWidget(m_email);
    row->addWidget(m_emailProblem, 1);
    row->addWidget(m_submit);
    connect(m_email, &QLineEdit::textChanged, this, &ReconciliationDesk::showState);
    connect(m_submit, &QPushButton::clicked, this, &ReconciliationDesk::submit);
    return row;
}

void ReconciliationDesk::listen()
{
    connect(m_import, &ImportPanel::changed, this, &ReconciliationDesk::showState);
    connect(m_import, &ImportPanel::startOverRequested, this, &ReconciliationDesk::startOver);
    connect(m_import, &ImportPanel::failed, this, &ReconciliationDesk::showProblem);
    connect(m_import, &ImportPanel::readingChosen, this, [this](const models::UidChoice &reading) {
        m_session.plans().setReading(m_survey, reading);
    });
    connect(m_platform, &PlatformPanel::failed, this, &ReconciliationDesk::showProblem);
    connect(&m_session.surveys(), &models::SurveyStore::changed, this,
            &ReconciliationDesk::showSurvey);
    connect(&m_session.surveys(), &models::SurveyStore::surveyChanged, this,
            &ReconciliationDesk::showSurvey);
    connect(&m_session.past(), &models::SurveyPast::changed, this, &ReconciliationDesk::showSurvey);
    connect(&m_session.currencies(), &models::Currencies::changed, this,
            &ReconciliationDesk::showSurvey);
    connect(&m_session.plans(), &models::ReconciliationPlans::changed, this, [this] {
        m_import->setReading(m_session.plans().plan(m_survey).reading);
        showDeadline();
    });
    // Looks, never sends: what was submitted goes out again only by Submit….
    connect(m_banner, &Banner::retry, this, &ReconciliationDesk::refresh);
}

void ReconciliationDesk::setSurvey(const api::SurveyId &survey)
{
    if (survey.isEmpty() || survey == m_survey)
        return;
    m_survey = survey;
    m_isFresh = true;
    m_tellsFailure = false;
    m_banner->clear();
    m_import->startOver();
    m_import->setReading(m_session.plans().plan(survey).reading);
    m_compare->clear();
    m_platform->clear();
    m_tabs->setCurrentIndex(Import);
    showSurvey();
    m_session.reconciliations().load(survey);
    m_session.reconciliations().check(survey);
}

void ReconciliationDesk::refresh()
{
    m_banner->clear();
    m_tellsFailure = false;
    readAgain();
}

/// What a submission's failure means is read before it goes.
void ReconciliationDesk::readAgain()
{
    if (!m_survey.isEmpty())
        m_session.reconciliations().check(m_survey);
}

/// A list that was sent is kept with its submission.
QString ReconciliationDesk::unsaved() const
{
    const models::SharedUids uids = m_import->chosen();
    const auto record = m_session.reconciliations().latest(m_survey);
    const bool isSent =
        record && record->uids == uids && record->state != SubmissionState::Rejected;
    if (uids->isEmpty() || isSent)
        return {};
    return tr("%Ln imported UID(s) haven’t been submitted and can’t be saved.", "",
              int(uids->size()));
}

void ReconciliationDesk::showResult()
{
    if (unsaved().isEmpty()) // who prepares the next list isn’t taken away from it
        m_tabs->setCurrentIndex(Compare);
}

/// One that isn’t in the list has no figures: its price isn’t 0.00.
api::Survey ReconciliationDesk::known() const
{
    if (const api::Survey *const survey = m_session.surveys().find(m_survey))
        return *survey;
    api::Survey none;
    none.id = m_survey;
    none.unknown = api::SurveyFigure::Cpi | api::SurveyFigure::Complete;
    return none;
}

void ReconciliationDesk::showSurvey()
{
    const api::Survey survey = known();
    m_import->setCompletes(models::completesOf(survey), m_session.past().prices(survey),
                           m_session.currencies().name(survey.currency));
    showDeadline();
    showState();
}

void ReconciliationDesk::showDeadline()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const bool isOwn = m_session.plans().plan(m_survey).deadline.isValid();
    const QDate day = survey ? m_session.plans().deadline(*survey) : QDate();
    const QSignalBlocker quiet(m_deadline);
    m_hasDeadline->setChecked(isOwn);
    m_hasDeadline->setToolTip(tr("Otherwise it follows the rule: %Ln day(s) after the end of the "
                                 "field",
                                 "", m_session.plans().rule().daysAfterEnd));
    m_deadline->setEnabled(isOwn);
    m_deadline->setDate(day.isValid() ? day : m_session.plans().today());
}

void ReconciliationDesk::showState()
{
    const auto record = m_session.reconciliations().latest(m_survey);
    const bool isSubmitting = m_session.reconciliations().isSubmitting(m_survey);
    const QString email = m_email->text().trimmed();
    const bool isGood = models::looksLikeEmail(email);
    // What was taken isn't offered a second time.
    const bool isDone = record && isTaken(*record) && record->uids == m_import->chosen();
    m_emailProblem->setText(email.isEmpty() || isGood ? QString()
                                                      : tr("This isn’t an e-mail address."));
    setWrong(m_email, !email.isEmpty() && !isGood);
    m_submit->setEnabled(!m_survey.isEmpty() && isGood && !isSubmitting && !m_import->isBusy()
                         && !m_import->chosen()->isEmpty() && !isDone);
    m_check->setEnabled(!m_survey.isEmpty() && !isSubmitting);
    if (m_tellsFailure && record && record->state != SubmissionState::Unknown) {
        m_tellsFailure = false; // it has been answered since
        m_banner->clear();
    }
    if (isSubmitting)
        m_status->show(Tone::Information, tr("Submitting…"));
    else if (record)
        showStatus(*record);
    else
        showNotYet();
    showLists(record);
}

void ReconciliationDesk::showLists(const std::optional<models::SubmissionRecord> &record)
{
    const api::Survey survey = known();
    const bool isCompleted = record && record->state == SubmissionState::Completed;
    const QList<models::SubmissionRecord> records = m_session.reconciliations().records(m_survey);
    const models::Prices prices = m_session.past().prices(survey);
    const QString currency = m_session.currencies().name(survey.currency);
    m_evidence->show(survey, records, prices, currency);
    m_platform->setService(isCompleted ? record->accepted : nullptr, models::completesOf(survey));
    m_compare->setFileName(models::exportName({survey.code, survey.name}, tr("reconciliation"),
                                              m_session.plans().today()));
    if (!isCompleted)
        return m_compare->clear();
    m_compare->show(models::submittedLists(records), record->accepted, prices, currency);
    // Who comes back to a settled survey wants to see what came of it.
    if (std::exchange(m_isFresh, false) && m_import->chosen()->isEmpty())
        m_tabs->setCurrentIndex(Compare);
}

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

#include "moc_reconciliationdesk.cpp"
