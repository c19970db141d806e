#include "models/connections/session.h"
#include "models/interlocking/waitingcells.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/conflictpanel.h"

namespace ui {

/// What was edited here, or before a restart.
models::InterlockingGrid InterlockingPage::edited() const
{
    if (!m_model.grid().cells.isEmpty())
        return m_model.grid();
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingCells::kind);
    return waiting ? models::waitingCells(*waiting).value_or(models::InterlockingGrid())
                   : models::InterlockingGrid();
}

/// Edits that wait to be sent just as they are don't get lost.
QString InterlockingPage::unsaved() const
{
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingCells::kind);
    const bool isKept =
        waiting && waiting->payload == models::waitingEdit(m_survey, m_model.grid(), {}).payload;
    const qsizetype cells = isKept ? 0 : unsavedCells();
    return cells > 0 ? tr("%n cell(s) of the grid are not saved.", nullptr, int(cells)) : QString();
}

void InterlockingPage::keepUnsaved()
{
    m_waits = true;
    m_session.pending().keep(
        models::waitingEdit(m_survey, m_model.grid(), QDateTime::currentDateTimeUtc()));
}

void InterlockingPage::saveUnsaved()
{
    connect(&m_store, &models::InterlockingStore::busyChanged, this, &InterlockingPage::followSave,
            Qt::UniqueConnection);
    save();
    beginSave(m_store.isBusy());
}

/// What was changed elsewhere is settled first.
void InterlockingPage::save()
{
    if (m_conflicts->open().isEmpty())
        return m_store.save(m_model.grid());
    m_banner->show(Tone::Warning, tr("Nothing was sent."),
                   tr("Choose “Take theirs” or “Keep mine” for what was changed elsewhere first."));
    m_conflicts->focusRows();
}

/// The edits that were kept for later are sent, or reverted, with those here. Those of another
/// grid go on waiting: only the person drops them.
void InterlockingPage::dropWaiting()
{
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingCells::kind);
    m_waits = waiting != nullptr;
    if (!waiting || unsavedCells() > 0)
        return;
    const auto cells = models::waitingCells(*waiting);
    if (!cells || models::belongTo(m_model.grid(), *cells))
        return m_session.pending().settle(m_survey, models::WaitingCells::kind);
    m_banner->show(Tone::Warning, tr("Cells of another grid wait."),
                   tr("The grid was created again since they were edited, so they no longer fit. "
                      "Discard them in the list of what waits."));
}

/// What waited was sent or discarded elsewhere: then the server's quotas count, here too.
void InterlockingPage::followWaiting()
{
    const bool waits = m_session.pending().find(m_survey, models::WaitingCells::kind);
    if (!std::exchange(m_waits, waits) || waits)
        return;
    push(models::backToSaved(m_model.grid(), m_model.grid().changed()), tr("Discard"));
    refresh();
}

} // namespace ui
