#include "models/feasibility/feasibilitystore.h"

#include "api/calls/feasibility.h"
#include "models/database/database.h"
#include "models/drafts/draftconversion.h"
#include "models/feasibility/feasibilitytable.h"

#include <QUuid>

#include <algorithm>

namespace models {

namespace {

/// The server has looked at the question and knows no figure for it; others it may well answer.
bool isVerdict(const api::ApiError &error)
{
    return error.kind == api::ErrorKind::NotFound || error.kind == api::ErrorKind::Rejected;
}

} // namespace

FeasibilityStore::FeasibilityStore(api::Client &client, Database &database, QString account,
                                   QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_database(database)
    , m_account(std::move(account))
{
}

FeasibilityStore::~FeasibilityStore()
{
    m_cancellation.cancel();
}

void FeasibilityStore::load()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &connection) {
            return feasibilitytable::read(connection, account);
        },
        this,
        [this](const QList<FeasibilityRun> &runs) {
            // What was asked before the file answered stays in front.
            for (const FeasibilityRun &run : runs) {
                if (!find(run.uuid))
                    m_runs.append(run);
            }
            Q_EMIT changed();
        });
}

const FeasibilityRun *FeasibilityStore::find(const QString &uuid) const
{
    const auto found = std::ranges::find(m_runs, uuid, &FeasibilityRun::uuid);
    return found == m_runs.end() ? nullptr : &*found;
}

FeasibilityRun *FeasibilityStore::current()
{
    const auto found = std::ranges::find(m_runs, m_running, &FeasibilityRun::uuid);
    return found == m_runs.end() ? nullptr : &*found;
}

QString FeasibilityStore::ask(const SurveyDraft &draft, const QString &locale,
                              const QList<FeasibilityPoint> &points)
{
    cancel();
    // One that failed before its first answer waited only to be tried again.
    m_runs.removeIf([](const FeasibilityRun &run) { return askedCount(run) == 0; });
    m_runs.prepend({.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces),
                    .made = QDateTime::currentDateTimeUtc(),
                    .locale = locale,
                    .draft = askedPart(draft),
                    .points = points});
    const QString uuid = m_runs.first().uuid;
    resume(uuid);
    return uuid;
}

void FeasibilityStore::resume(const QString &uuid)
{
    if (m_running == uuid)
        return;
    cancel();
    m_error.reset();
    m_running = uuid;
    m_cancellation = api::Cancellation();
    askNext();
}

void FeasibilityStore::retry()
{
    resume(QString(m_stopped));
}

void FeasibilityStore::askNext()
{
    const FeasibilityRun *const run = current();
    const auto next = run
        ? std::ranges::find_if(run->points,
                               [](const FeasibilityPoint &point) { return !point.asked.isValid(); })
        : QList<FeasibilityPoint>::const_iterator();
    if (!run || next == run->points.end()) {
        m_running.clear();
        Q_EMIT changed();
        return;
    }
    m_place = int(next - run->points.begin());
    const api::FeasibilityQuery query = toFeasibilityQuery(draftAt(*run, *next), run->locale);
    const int call = ++m_call;
    QCoro::connect(m_client.send(api::calls::feasibility(query), m_cancellation), this,
                   [this, call](const api::Result<api::Feasibility> &answer) {
                       if (call == m_call)
                           take(answer);
                   });
    Q_EMIT changed();
}

void FeasibilityStore::take(const api::Result<api::Feasibility> &answer)
{
    FeasibilityRun *const run = current();
    if (!run)
        return;
    FeasibilityPoint &point = run->points[m_place];
    if (answer) {
        point.answer = *answer;
    } else if (isVerdict(answer.error()) && (run->isSweep() && askedCount(*run) > 0)) {
        point.problem = answer.error().serverMessage;
    } else {
        // A sweep whose first question is refused would most likely be refused to its end.
        m_error = answer.error();
        m_stopped = std::exchange(m_running, {});
        Q_EMIT changed();
        return;
    }
    point.asked = QDateTime::currentDateTimeUtc();
    keep(m_place);
    askNext();
}

/// A run is written down with its first answer: one that nobody answered is no scenario.
void FeasibilityStore::keep(int place)
{
    const FeasibilityRun run = *current();
    const bool isFirst = askedCount(run) == 1;
    m_database.run([account = m_account, run, place, isFirst](QSqlDatabase &connection) {
        if (isFirst)
            feasibilitytable::add(connection, account, run);
        else
            feasibilitytable::update(connection, run.uuid, place, run.points[place]);
    });
}

void FeasibilityStore::cancel()
{
    if (m_running.isEmpty())
        return;
    ++m_call;
    const QString uuid = std::exchange(m_running, {});
    m_cancellation.cancel();
    const FeasibilityRun *const run = find(uuid);
    if (run && askedCount(*run) == 0)
        m_runs.removeIf([&uuid](const FeasibilityRun &one) { return one.uuid == uuid; });
    Q_EMIT changed();
}

void FeasibilityStore::remove(const QString &uuid)
{
    if (m_running == uuid)
        cancel();
    const FeasibilityRun *const there = find(uuid);
    if (!there)
        return;
    m_removed = *there;
    m_runs.removeIf([&uuid](const FeasibilityRun &one) { return one.uuid == uuid; });
    m_database.run(
        [uuid](QSqlDatabase &connection) { feasibilitytable::remove(connection, uuid); });
    Q_EMIT changed();
}

void FeasibilityStore::restore()
{
    if (m_removed.uuid.isEmpty())
        return;
    m_database.run([account = m_account, run = m_removed](QSqlDatabase &connection) {
        feasibilitytable::add(connection, account, run);
    });
    m_runs.prepend(std::exchange(m_removed, {}));
    std::ranges::stable_sort(m_runs, std::ranges::greater(), &FeasibilityRun::made);
    Q_EMIT changed();
}

} // namespace models

#include "moc_feasibilitystore.cpp"
