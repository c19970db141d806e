#include "ui/wizard/wizardopener.h"

#include "models/connections/session.h"
#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/takennames.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/wizard/surveywizard.h"

namespace ui {

WizardOpener::WizardOpener(Prompt &prompt, QWidget *window)
    : QObject(window)
    , m_prompt(prompt)
    , m_window(window)
{
}

WizardOpener::~WizardOpener() = default;

void WizardOpener::setSession(models::Session *session)
{
    m_waiting.reset();
    delete m_wizard;
    m_cloner.reset();
    m_session = session;
    if (!session)
        return;
    m_cloner = std::make_unique<models::SurveyCloner>(session->client(), session->database(),
                                                      session->account(), session->reference());
    connect(m_cloner.get(), &models::SurveyCloner::ready, this,
            [this](const models::Clone &clone) { openClone(clone); });
    connect(m_cloner.get(), &models::SurveyCloner::failed, this,
            [this](const api::ApiError &error) {
                Q_EMIT told({});
                Q_EMIT failed(tr("The survey could not be read, so it can’t be cloned."), error,
                              m_original);
            });
}

void WizardOpener::open(const std::function<void(SurveyWizard &)> &start)
{
    if (!m_session || m_wizard)
        return;
    m_wizard = new SurveyWizard(*m_session, m_prompt, m_window);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_wizard, &SurveyWizard::openWanted, this, &WizardOpener::surveyWanted);
    connect(m_wizard, &SurveyWizard::kept, this, &WizardOpener::tellKept);
    connect(m_wizard, &QObject::destroyed, this, &WizardOpener::openWaiting, Qt::QueuedConnection);
    start(*m_wizard);
    m_wizard->open();
}

/// What was read isn't dropped because of another wizard.
void WizardOpener::openClone(const models::Clone &clone)
{
    if (m_wizard) {
        m_waiting = clone;
        return Q_EMIT told(tr("The clone of “%1” is ready. It opens when this wizard is closed.")
                               .arg(models::plain(clone.original.name)));
    }
    Q_EMIT told({});
    open([&clone](SurveyWizard &wizard) { wizard.fillFrom(clone); });
}

void WizardOpener::openWaiting()
{
    if (const auto clone = std::exchange(m_waiting, std::nullopt))
        openClone(*clone);
}

void WizardOpener::openEmpty()
{
    open([](SurveyWizard &) {});
}

void WizardOpener::openDraft(const QString &uuid)
{
    open([&uuid](SurveyWizard &wizard) { wizard.openDraft(uuid); });
}

void WizardOpener::begin(const models::SurveyDraft &draft)
{
    open([&draft](SurveyWizard &wizard) { wizard.fill(draft); });
}

void WizardOpener::beginFromBrief(const models::SurveyDraft &draft,
                                  const QList<models::BriefNote> &notes)
{
    open([&](SurveyWizard &wizard) { wizard.fillFrom(draft, notes); });
}

void WizardOpener::resume(const models::CreationIntent &intent)
{
    if (m_session && m_session->creations().isAtHand(intent.uuid))
        return Q_EMIT told(
            tr("“%1” is being created already.").arg(models::plain(intent.draft.name)));
    open([&intent](SurveyWizard &wizard) { wizard.resume(intent); });
}

void WizardOpener::clone(const api::SurveyId &original)
{
    if (!m_session || m_wizard)
        return;
    if (m_cloner->isBusy() || m_waiting)
        return Q_EMIT told(tr("Another survey is still being read to be cloned."));
    const api::Survey *const survey = m_session->surveys().find(original);
    Q_EMIT told(tr("Reading “%1”…").arg(models::plain(survey ? survey->name : original.value)));
    m_original = original;
    m_cloner->start(original, models::TakenNames(m_session->surveys().surveys()),
                    QDate::currentDate());
}

void WizardOpener::tellKept(const QString &uuid)
{
    const models::DraftRecord *const record = m_session->drafts().find(uuid);
    if (!record)
        return;
    const QString what = m_session->drafts().problem(uuid).isEmpty()
        ? tr("“%1” is kept in Drafts.")
        : tr("“%1” is kept until AlignDesk is closed: it could not be saved.");
    Q_EMIT told(what.arg(models::DraftListModel::nameOf(*record)));
}

} // namespace ui

#include "moc_wizardopener.cpp"
