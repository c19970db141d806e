#include "models/drafts/surveyclone.h"

#include "models/database/database.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftreuse.h"
#include "models/reference/referencestore.h"

#include <QCoreApplication>

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

} // namespace

Clone cloneOf(const api::flows::WholeSurvey &whole, const std::optional<CreationIntent> &local,
              const QList<api::Qualification> &master, const QString &name, QDate today)
{
    Clone clone;
    clone.original = whole.survey;
    SurveyDraft &draft = clone.draft;
    draft.name = name;
    draft.country = whole.survey.country;
    draft.language = whole.survey.language;
    draft.ir = int(std::lround(whole.survey.ir));
    draft.loi = int(std::lround(whole.survey.loi));
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
    dropUntargeted(draft);
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
    connect(&reference, &ReferenceStore::qualificationsChanged, this, [this] { finish(); });
    // The questions then stay as the survey itself words them.
    connect(&reference, &ReferenceStore::failed, this, [this] { finish(); });
}

void SurveyCloner::start(const api::SurveyId &original, const QStringList &existing, QDate today)
{
    if (std::exchange(m_isBusy, true))
        return;
    m_existing = existing;
    m_today = today;
    m_whole = {};
    QCoro::connect(api::flows::wholeSurvey(m_client, original), this,
                   [this](const api::Result<api::flows::WholeSurvey> &answer) {
                       if (answer)
                           return askLocal(*answer);
                       m_isBusy = false;
                       Q_EMIT failed(answer.error());
                   });
}

void SurveyCloner::askLocal(const api::flows::WholeSurvey &whole)
{
    m_database.ask([account = m_account, id = whole.survey.id](
                       QSqlDatabase &connection) { return intents::find(connection, account, id); },
                   this,
                   [this, whole](const std::optional<CreationIntent> &local) {
                       m_local = local;
                       m_whole = whole;
                       askMaster();
                   });
}

void SurveyCloner::askMaster()
{
    const api::Survey &survey = m_whole.survey;
    if (m_whole.qualifications.isEmpty()
        || !m_reference.qualifications(survey.country, survey.language).isEmpty())
        return finish();
    m_reference.loadQualifications(survey.country, survey.language);
}

void SurveyCloner::finish()
{
    if (!m_isBusy || m_whole.survey.id.isEmpty())
        return; // it was not this that arrived
    m_isBusy = false;
    const api::Survey &survey = m_whole.survey;
    Q_EMIT ready(cloneOf(m_whole, m_local,
                         m_reference.qualifications(survey.country, survey.language),
                         nextWaveName(survey.name, m_existing), m_today));
}

} // namespace models

#include "moc_surveyclone.cpp"
