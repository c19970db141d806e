#include "ui/reconciliation/reconciliationpage.h"

#include "models/connections/session.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/finished.h"
#include "ui/reconciliation/importpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/searchcombo.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::SubmissionState;

namespace ui {

ReconciliationPage::ReconciliationPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_prompt(prompt)
{
    build();
    listen();
    fillPicker();
    showState();
}

ReconciliationPage::~ReconciliationPage() = default;

void ReconciliationPage::build()
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::padding, space::page, space::card);
    column->setSpacing(space::card);
    m_banner = new Banner(this);
    m_status = new Banner(this);
    m_import = new ImportPanel(m_prompt, this);
    m_work = new QWidget(this);
    auto *const work = new QVBoxLayout(m_work);
    work->setContentsMargins({});
    work->setSpacing(space::card);
    work->addWidget(results());
    work->addWidget(m_import, 1);
    work->addLayout(submitRow());
    m_empty = new EmptyState(this);
    m_empty->show(tr("No survey chosen"),
                  tr("Choose the survey whose respondents are to be settled: its UIDs are "
                     "imported, submitted, and compared with what was accepted."));
    column->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Reconciliation")));
    column->addLayout(header());
    column->addWidget(m_banner);
    column->addWidget(m_status);
    column->addWidget(m_work, 1);
    column->addWidget(m_empty, 1);
    setFocusProxy(m_picker);
}

QBoxLayout *ReconciliationPage::header()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    QLabel *const label = plainLabel(this, LabelLook::Text, tr("Sur&vey"));
    m_picker = new QComboBox(this);
    m_picker->setAccessibleName(tr("Survey"));
    m_picker->setMinimumWidth(400);
    makeSearchable(m_picker);
    label->setBuddy(m_picker);
    m_check = new QPushButton(tr("Chec&k now"), this);
    row->addWidget(label);
    row->addWidget(m_picker);
    row->addStretch();
    row->addWidget(m_check);
    connect(m_picker, &QComboBox::currentIndexChanged, this,
            [this](int at) { choose({m_picker->itemData(at).toString()}); });
    connect(m_check, &QPushButton::clicked, this, &ReconciliationPage::refresh);
    return row;
}

QWidget *ReconciliationPage::results()
{
    m_results = new QWidget(this);
    auto *const row = new QHBoxLayout(m_results);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    m_list = new QComboBox(this);
    m_list->setAccessibleName(tr("List to export"));
    for (const QString &name :
         {tr("Accepted"), tr("Submitted but not accepted"), tr("Accepted but never submitted")}) {
        m_cards.append(new FigureCard(name, this));
        m_list->addItem(name);
        row->addWidget(m_cards.last(), 1);
    }
    m_export = new QPushButton(tr("&Export…"), this);
    auto *const ways = new QVBoxLayout;
    ways->setSpacing(space::control);
    ways->addWidget(m_list);
    ways->addWidget(m_export);
    row->addLayout(ways);
    connect(m_export, &QPushButton::clicked, this, &ReconciliationPage::save);
    return m_results;
}

QBoxLayout *ReconciliationPage::submitRow()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    QLabel *const label = plainLabel(this, LabelLook::Text, tr("Contact e-&mail"));
    m_email = new QLineEdit(this);
    m_email->setAccessibleName(tr("Contact e-mail"));
    m_email->setMinimumWidth(240);
    label->setBuddy(m_email);
    m_emailProblem = plainLabel(this, LabelLook::Problem);
    m_submit = new QPushButton(tr("&Submit…"), this);
    setPrimary(m_submit);
    row->addWidget(label);
    row->addWidget(m_email);
    row->addWidget(m_emailProblem, 1);
    row->addWidget(m_submit);
    connect(m_email, &QLineEdit::textChanged, this, &ReconciliationPage::showState);
    connect(m_submit, &QPushButton::clicked, this, &ReconciliationPage::submit);
    return row;
}

void ReconciliationPage::listen()
{
    models::ReconciliationStore &store = m_session.reconciliations();
    using Store = models::ReconciliationStore;
    connect(&m_session.surveys(), &models::SurveyStore::changed, this,
            &ReconciliationPage::fillPicker);
    connect(m_import, &ImportPanel::changed, this, &ReconciliationPage::showState);
    connect(m_import, &ImportPanel::failed, this, &ReconciliationPage::showProblem);
    connect(&store, &Store::changed, this, [this](const api::SurveyId &survey) {
        if (survey == m_survey)
            showState();
    });
    connect(&store, &Store::notKept, this, [this] {
        showProblem(tr("The submission could not be written down here, so it was not sent."));
    });
    const auto tell = [this](const QString &what) {
        return [this, what](const api::SurveyId &survey, const api::ApiError &error) {
            if (survey == m_survey)
                m_banner->showError(what, error);
        };
    };
    connect(&store, &Store::submitFailed, this, tell(tr("The UIDs were not taken for certain.")));
    connect(&store, &Store::checkFailed, this, tell(tr("The reconciliation can't be looked at.")));
    // Looks, never sends: what was submitted goes out again only by Submit….
    connect(m_banner, &Banner::retry, this, &ReconciliationPage::refresh);
}

void ReconciliationPage::fillPicker()
{
    const QSignalBlocker quiet(m_picker);
    const QString typed = m_picker->currentText();
    m_picker->clear();
    for (const api::Survey &survey : m_session.surveys().surveys())
        m_picker->addItem(models::plain(u"%1 · %2"_s.arg(survey.name, survey.code)),
                          survey.id.value);
    m_picker->setCurrentIndex(m_picker->findData(m_survey.value));
    if (m_survey.isEmpty() || m_picker->lineEdit()->hasFocus())
        m_picker->setEditText(typed); // it is just being typed
    m_picker->lineEdit()->setPlaceholderText(tr("Choose a survey"));
    showState();
}

void ReconciliationPage::choose(const api::SurveyId &survey)
{
    if (survey.isEmpty() || survey == m_survey)
        return;
    m_survey = survey;
    m_compared.reset();
    m_comparison = {};
    m_banner->clear();
    const QSignalBlocker quiet(m_picker);
    m_picker->setCurrentIndex(m_picker->findData(survey.value));
    m_session.reconciliations().load(survey);
    m_session.reconciliations().check(survey);
}

void ReconciliationPage::refresh()
{
    m_banner->clear();
    if (!m_survey.isEmpty())
        m_session.reconciliations().check(m_survey);
}

void ReconciliationPage::showState()
{
    const auto record = m_session.reconciliations().latest(m_survey);
    const bool isSubmitting = m_session.reconciliations().isSubmitting(m_survey);
    const QString email = m_email->text().trimmed();
    const bool isGood = models::looksLikeEmail(email);
    m_emailProblem->setText(email.isEmpty() || isGood ? QString()
                                                      : tr("This is no e-mail address."));
    setWrong(m_email, !email.isEmpty() && !isGood);
    m_submit->setEnabled(!m_survey.isEmpty() && isGood && !isSubmitting && !m_import->isBusy()
                         && !m_import->chosen()->isEmpty());
    m_check->setEnabled(!m_survey.isEmpty() && !isSubmitting);
    const bool isCompleted = record && record->state == SubmissionState::Completed;
    m_results->setVisible(isCompleted);
    m_export->setEnabled(isCompleted && m_compared);
    m_work->setVisible(!m_survey.isEmpty());
    m_empty->setVisible(m_survey.isEmpty());
    if (isSubmitting)
        m_status->show(Tone::Information, tr("Submitting…"));
    else if (record)
        showStatus(*record);
    else
        m_status->clear();
    showComparison();
}

void ReconciliationPage::showStatus(const models::SubmissionRecord &record)
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

void ReconciliationPage::showComparison()
{
    const auto record = m_session.reconciliations().latest(m_survey);
    if (!record || record->state != SubmissionState::Completed || m_compared == record->accepted)
        return;
    const auto work = [submitted = record->uids, accepted = record->accepted] {
        return models::compare(*submitted, *accepted);
    };
    whenFinished(models::inWorker(work), this,
                 [this, survey = m_survey, of = record->accepted](models::Comparison result) {
                     if (survey != m_survey)
                         return;
                     m_compared = of;
                     m_comparison = std::move(result);
                     const api::Survey *const found = m_session.surveys().find(survey);
                     const qint64 paid = m_comparison.accepted.size();
                     const QString spend = found
                         ? tr("%1 to pay").arg(models::moneyText(found->cpi * paid))
                         : QString();
                     m_cards[0]->setFigure(models::countText(paid), spend);
                     m_cards[1]->setFigure(models::countText(m_comparison.notAccepted.size()),
                                           tr("not paid for"));
                     m_cards[2]->setFigure(models::countText(m_comparison.neverSubmitted.size()),
                                           tr("paid for all the same"));
                     m_export->setEnabled(true);
                 });
}

void ReconciliationPage::showProblem(const QString &sentence)
{
    m_banner->show(Tone::Error, sentence);
}

} // namespace ui

#include "moc_reconciliationpage.cpp"
