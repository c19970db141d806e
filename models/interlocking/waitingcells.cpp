#include "models/interlocking/waitingcells.h"

#include "models/activity/changelog.h"
#include "models/interlocking/interlockingstore.h"
#include "models/support/figures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostTold = 3;

QString told(const QStringList &texts)
{
    return texts.mid(0, mostTold).join(u"; "_s) + (texts.size() > mostTold ? u"; …"_s : QString());
}

} // namespace

const QString WaitingCells::kind = u"cells"_s;

PendingEdit waitingEdit(const api::SurveyId &survey, const InterlockingGrid &grid,
                        const QDateTime &now)
{
    QStringList names;
    QStringList before;
    QStringList after;
    QJsonArray cells;
    for (const qsizetype at : grid.changed()) {
        const GridCellState &cell = grid.cells[at];
        names.append(cell.combination);
        before.append(countText(cell.saved));
        after.append(countText(cell.current));
        cells.append(QJsonObject {{u"id"_s, cell.id.value},
                                  {u"combination"_s, cell.combination},
                                  {u"saved"_s, cell.saved},
                                  {u"current"_s, cell.current}});
    }
    return {survey,
            WaitingCells::kind,
            now,
            WaitingCells::tr("Interlocking: %1").arg(told(names)),
            told(before),
            told(after),
            QJsonDocument(cells).toJson(QJsonDocument::Compact)};
}

std::optional<InterlockingGrid> waitingCells(const PendingEdit &edit)
{
    if (edit.kind != WaitingCells::kind)
        return {};
    InterlockingGrid grid;
    for (const QJsonValue &cell : QJsonDocument::fromJson(edit.payload).array())
        grid.cells.append({{cell[u"id"].toString()},
                           cell[u"combination"].toString(),
                           cell[u"saved"].toInt(),
                           cell[u"current"].toInt()});
    return grid;
}

bool belongTo(const InterlockingGrid &grid, const InterlockingGrid &cells)
{
    return std::ranges::all_of(cells.cells, [&grid](const GridCellState &cell) {
        return std::ranges::find(grid.cells, cell.id, &GridCellState::id) != grid.cells.end();
    });
}

WaitingCells::WaitingCells(api::Client &client, GridCache &cache, PendingEdits &pending,
                           ChangeLog &log, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_cache(cache)
    , m_pending(pending)
    , m_log(log)
{
    pending.setSender(kind, [this](const PendingEdit &edit) { send(edit); });
}

void WaitingCells::send(const PendingEdit &edit)
{
    const auto waiting = waitingCells(edit);
    if (!waiting)
        return;
    const InterlockingGrid mine = *waiting;
    const api::SurveyId survey = edit.survey;
    auto *const store = new InterlockingStore(m_client, m_cache, survey, this);
    const auto end = [this, edit, mine, store](const InterlockingGrid &fresh) {
        take(edit, mine, fresh);
        store->deleteLater();
    };
    connect(store, &InterlockingStore::arrived, this, end);
    connect(store, &InterlockingStore::absent, this, [end] { end({}); });
    connect(store, &InterlockingStore::cellWritten, this,
            [this, survey](const QString &cell, int before, int after) {
                m_log.add(survey, tr("Interlocking: %1").arg(cell), countText(before),
                          countText(after));
            });
    connect(
        store, &InterlockingStore::failed, this, [this, survey, store](const api::ApiError &error) {
            if (!mayWait(error))
                m_pending.explain(survey, kind,
                                  error.serverMessage.isEmpty() ? tr("The cells could not be sent.")
                                                                : error.serverMessage);
            store->deleteLater();
        });
    store->save(mine);
}

void WaitingCells::take(const PendingEdit &sent, const InterlockingGrid &mine,
                        const InterlockingGrid &fresh)
{
    const api::SurveyId survey = sent.survey;
    if (!belongTo(fresh, mine))
        m_pending.explain(survey, kind,
                          tr("The grid was created again meanwhile, so nothing was sent. Open the "
                             "survey’s Interlocking to see it."));
    else if (!merge(mine, fresh).conflicts.isEmpty())
        m_pending.explain(survey, kind,
                          tr("The service changed the same cells meanwhile, so nothing was sent. "
                             "Open the survey’s Interlocking to compare."));
    else if (!merge(mine, fresh).grid.changed().isEmpty())
        m_pending.explain(survey, kind,
                          tr("The service accepted the cells but returned different values. Open "
                             "the survey’s Interlocking to compare."));
    else
        m_pending.settleSent(sent);
}

} // namespace models

#include "moc_waitingcells.cpp"
