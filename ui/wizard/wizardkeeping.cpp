// What the wizard begins with, how its draft is kept meanwhile, and how it is left.
#include "models/connections/session.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/refusalfields.h"
#include "models/exclusions/exclusionmodel.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/briefs/briefnotes.h"
#include "ui/widgets/banner.h"
#include "ui/wizard/surveywizard.h"
#include "ui/wizard/wizardpage.h"

#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

void SurveyWizard::fill(const models::SurveyDraft &draft)
{
    m_draft = draft;
    m_kept = draft; // nothing of it is the person's own yet
    goToFirstProblem();
}

void SurveyWizard::fillFrom(const models::Clone &clone)
{
    fill(clone.draft);
    showClone(clone);
}

/// Stays as long as the wizard is open: what has to be looked at isn't hidden by what is done.
void SurveyWizard::showClone(const models::Clone &clone)
{
    const api::SurveyId id = clone.original.id;
    const bool isExcluded = m_draft.excluded.contains(id);
    QStringList lines = clone.notes;
    if (!clone.unknown.isEmpty())
        lines.prepend(tr("Not provided by the API; please check: %1.")
                          .arg(QLocale().createSeparatedList(clone.unknown)));
    lines.append(tr("The field starts today."));
    if (isExcluded)
        lines.append(tr("Respondents of the original are excluded."));
    m_note->clear();
    m_note->show(clone.unknown.isEmpty() && clone.notes.isEmpty() ? Tone::Information
                                                                  : Tone::Warning,
                 tr("A clone of “%1”").arg(models::plain(clone.original.name)),
                 lines.join(QLatin1Char('\n')));
    if (isExcluded || !api::isOver(clone.original))
        return;
    m_note->addAction(tr("Exclude its &respondents"), this, [this, clone, id] {
        m_draft.excluded.append(id);
        m_autosave.start();
        showClone(clone);
        go(m_step);
    });
}

void SurveyWizard::fillFrom(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes)
{
    fill(draft);
    m_kept = models::SurveyDraft(); // a brief is the person's own: what it filled is kept
    m_autosave.start();
    m_briefNotes->setNotes(notes);
}

void SurveyWizard::openDraft(const QString &uuid)
{
    const models::DraftRecord *const record = m_session.drafts().find(uuid);
    if (!record)
        return;
    m_draftId = uuid;
    m_isTemplate = record->isTemplate;
    m_draft = record->draft;
    m_kept = m_draft;
    m_session.drafts().open(uuid);
    goToFirstProblem();
}

void SurveyWizard::resume(const models::CreationIntent &intent)
{
    m_draft = intent.draft;
    m_kept = m_draft;
    if (const models::DraftRecord *const record = m_session.drafts().find(intent.draftId)) {
        m_draftId = intent.draftId;
        m_isTemplate = record->isTemplate;
    }
    setWindowTitle(tr("The creation of “%1”").arg(models::plain(m_draft.name)));
    m_whole->setCurrentIndex(1);
    m_creation.resume(intent);
}

/// Where one was, as far as that matters: what is whole needs no further look.
void SurveyWizard::goToFirstProblem()
{
    check();
    const auto hasProblem = [this](const WizardPage *page) {
        return std::ranges::any_of(m_issues, [page](const models::Issue &issue) {
            return issue.severity == models::Severity::Error && page->owns(issue.field);
        });
    };
    const auto first = std::ranges::find_if(m_pages, hasProblem);
    const int step = int(first == m_pages.end() ? m_pages.size() - 1 : first - m_pages.begin());
    for (int before = 0; before < step; ++before)
        m_left.insert(before);
    m_step = step;
    go(step);
}

void SurveyWizard::keep(bool isOpen)
{
    m_autosave.stop();
    models::DraftStore &drafts = m_session.drafts();
    const bool isKept = m_draft == m_kept;
    const bool isOver = m_creation.isSurveyCreated() && !m_isTemplate;
    if (isOver || (isKept && m_draftId.isEmpty()))
        return;
    if (isKept)
        return isOpen ? drafts.open(m_draftId) : drafts.close(m_draftId);
    if (m_draftId.isEmpty())
        m_draftId = models::DraftStore::newId();
    m_kept = m_draft;
    drafts.save(m_draftId, m_draft, m_isTemplate, isOpen);
}

void SurveyWizard::onCreated()
{
    if (!m_draftId.isEmpty() && !m_isTemplate)
        m_session.drafts().forget(std::exchange(m_draftId, {}));
}

void SurveyWizard::saveAsTemplate()
{
    m_session.drafts().save(models::DraftStore::newId(), m_draft, true, false);
    m_note->show(Tone::Good,
                 tr("“%1” is a template now; it is in Drafts.").arg(models::plain(m_draft.name)));
}

/// A refusal is kept beside the fields that it speaks of.
void SurveyWizard::followCreation()
{
    const bool isRefused = m_creation.state() == models::SurveyCreation::State::Failed
        && !m_creation.isSurveyCreated() && m_creation.error();
    if (isRefused)
        m_refused = models::refusalIssues(*m_creation.error());
}

/// From the checklist to the draft, and there to the field that the server refused.
void SurveyWizard::goBack()
{
    m_whole->setCurrentIndex(0);
    go(m_step);
    if (!m_refused.isEmpty())
        goToField(m_refused.first().field);
}

/// The person would rather decide later: it is no longer looked for, and its draft stays.
void SurveyWizard::giveUp()
{
    m_creation.dismiss();
    if (m_draftId.isEmpty())
        m_kept = {};
    accept();
}

void SurveyWizard::reject()
{
    // While a call runs it goes on, and is to be seen.
    if (m_whole->currentIndex() == 0
        || m_creation.state() != models::SurveyCreation::State::Running)
        QDialog::reject();
}

void SurveyWizard::done(int result)
{
    keep(false);
    if (!m_draftId.isEmpty() && m_whole->currentIndex() == 0)
        Q_EMIT kept(m_draftId);
    m_session.creations().load();
    QDialog::done(result);
}

} // namespace ui
