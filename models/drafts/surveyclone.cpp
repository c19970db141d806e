#include "models/drafts/surveyclone.h"

#include "api/calls/exclusions.h"
#include "models/database/database.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftreuse.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

struct SurveyCloneText
{
    Q_DECLARE_TR_FUNCTIONS(SurveyClone)
};

TargetedQualification targeted(const api::Qualification &theirs,
                               const QList<api::Qualification> &master)
{
    TargetedQualification made;
    const auto known = std::ranges::find(master, theirs.code, &api::Qualification::code);
    made.question = known == master.end() ? theirs : *known;
    made.question.kind = theirs.kind;
    for (const api::Condition &condition : theirs.conditions) {
        made.options.append(condition.code);
        // An answer that the master list has no longer stays one of this survey's.
        if (std::ranges::find(made.question.conditions, condition.code, &api::Condition::code)
            == made.question.conditions.end())
            made.question.conditions.append(condition);
    }
    made.ranges = theirs.ranges;
    made.zipCodes = theirs.zipCodes;
    return made;
}

void addGrid(SurveyDraft &draft, const api::Interlocking &grid, QStringList &unknown)
{
    if (grid.combinations.isEmpty())
        return;
    draft.interlocked = crossedBy(draft, grid);
    const std::optional<QList<DraftCell>> cells = cellsOf(draft, grid);
    if (cells)
        draft.cells = *cells;
    else
        unknown.append(SurveyCloneText::tr("the cells of the interlocking grid"));
}

void takeLocal(SurveyDraft &draft, const std::optional<CreationIntent> &local, QStringList &unknown)
{
    if (!local) {
        unknown = {SurveyCloneText::tr("links"), SurveyCloneText::tr("audience type"),
                   SurveyCloneText::tr("personal data"), SurveyCloneText::tr("study category"),
                   SurveyCloneText::tr("vertical")};
        return;
    }
    draft.audience = local->draft.audience;
    draft.collectsPii = local->draft.collectsPii;
    draft.category = local->draft.category;
    draft.vertical = local->draft.vertical;
    draft.liveLink = local->draft.liveLink;
    draft.testLink = local->draft.testLink;
}

/// Drafts have whole numbers: what is lost by that is said.
int rounded(double value, const QString &caption, QStringList &notes)
{
    const int whole = int(std::lround(value));
    if (std::abs(value - whole) > 1e-9)
        notes.append(SurveyCloneText::tr("%1 is %2 here; the original has %3.")
                         .arg(caption, countText(whole), QLocale().toString(value)));
    return whole;
}

} // namespace

Clone cloneOf(const api::flows::WholeSurvey &whole, const std::optional<CreationIntent> &local,
              const std::optional<QList<api::SurveyId>> &excluded,
              const QList<api::Qualification> &master, const QString &name, QDate today)
{
    Clone clone;
    clone.original = whole.survey;
    SurveyDraft &draft = clone.draft;
    draft.name = name;
    draft.country = whole.survey.country;
    draft.language = whole.survey.language;
    draft.ir = rounded(whole.survey.ir, SurveyCloneText::tr("IR"), clone.notes);
    draft.loi = rounded(whole.survey.loi, SurveyCloneText::tr("LOI"), clone.notes);
    draft.cpi = whole.survey.cpi;
    draft.completes = whole.survey.completeNeeded;
    draft.start = whole.survey.start;
    draft.end = whole.survey.end;
    draft = movedTo(draft, today);
    takeLocal(draft, local, clone.unknown);
    for (const api::Qualification &qualification : whole.qualifications)
        draft.qualifications.append(targeted(qualification, master));
    draft.quotas = whole.quotas;
    addGrid(draft, whole.grid, clone.unknown);
    const SurveyDraft before = draft;
    dropUntargeted(draft);
    if (before.quotas != draft.quotas)
        clone.notes.append(
            SurveyCloneText::tr("Quotas of options that are not targeted were left out."));
    if (excluded)
        draft.excluded = *excluded;
    else
        clone.unknown.append(SurveyCloneText::tr("excluded surveys"));
    return clone;
}

SurveyCloner::SurveyCloner(api::Client &client, Database &database, QString account,
                           ReferenceStore &reference, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_database(database)
    , m_account(std::move(account))
    , m_reference(reference)
{
    // Only its own list, read or failed: others come and go meanwhile.
    const auto isOurs = [this](const api::CountryId &country, const api::LanguageId &language) {
        return m_isMasterAsked && m_whole.survey.country == country
            && m_whole.survey.language == language;
    };
    connect(&reference, &ReferenceStore::qualificationsChanged, this,
            [this, isOurs](const api::CountryId &country, const api::LanguageId &language) {
                if (isOurs(country, language))
                    finish(true);
            });
    // The questions then stay as the survey itself words them.
    connect(&reference, &ReferenceStore::qualificationsFailed, this,
            [this, isOurs](const api::CountryId &country, const api::LanguageId &language) {
                if (isOurs(country, language))
                    finish(false);
            });
}

void SurveyCloner::start(const api::SurveyId &original, const TakenNames &taken, QDate today)
{
    if (std::exchange(m_isBusy, true))
        return;
    m_taken = taken;
    m_today = today;
    m_whole = {};
    m_excluded = {};
    m_isMasterAsked = false;
    QCoro::connect(api::flows::wholeSurvey(m_client, original), this,
                   [this](const api::Result<api::flows::WholeSurvey> &answer) {
                       if (answer) {
                           m_whole = *answer;
                           return askExclusions();
                       }
                       m_isBusy = false;
                       Q_EMIT failed(answer.error());
                   });
}

/// A service that doesn't tell them keeps nobody from cloning: then they are to be looked at.
void SurveyCloner::askExclusions()
{
    QCoro::connect(m_client.send(api::calls::exclusions(m_whole.survey.id)), this,
                   [this](const api::Result<QList<api::SurveyId>> &answer) {
                       if (answer)
                           m_excluded = *answer;
                       askLocal();
                   });
}

void SurveyCloner::askLocal()
{
    m_database.ask([account = m_account, id = m_whole.survey.id](
                       QSqlDatabase &connection) { return intents::find(connection, account, id); },
                   this,
                   [this](const std::optional<CreationIntent> &local) {
                       m_local = local;
                       askMaster();
                   });
}

void SurveyCloner::askMaster()
{
    const api::Survey &survey = m_whole.survey;
    if (m_whole.qualifications.isEmpty()
        || !m_reference.qualifications(survey.country, survey.language).isEmpty())
        return finish(true);
    m_isMasterAsked = true;
    m_reference.loadQualifications(survey.country, survey.language);
}

void SurveyCloner::finish(bool isMasterRead)
{
    m_isMasterAsked = false;
    m_isBusy = false;
    const api::Survey &survey = m_whole.survey;
    Clone clone = cloneOf(m_whole, m_local, m_excluded,
                          m_reference.qualifications(survey.country, survey.language),
                          nextWaveName(survey.name, m_taken), m_today);
    if (!isMasterRead)
        clone.notes.append(SurveyCloneText::tr(
            "The standard qualifications could not be read: only the options that the original "
            "targets are offered."));
    Q_EMIT ready(clone);
}

} // namespace models

#include "moc_surveyclone.cpp"
