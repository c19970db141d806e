#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/quotas/quotacompletes.h"
#include "models/quotas/waitingquotas.h"
#include "models/surveys/surveystore.h"
#include "ui/quotas/quotaeditor.h"
#include "ui/quotas/quotassection.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/conflictpanel.h"
#include "ui/widgets/emptystate.h"

#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void QuotasSection::take(const QList<api::Qualification> &targeted, const QList<api::Quota> &quotas)
{
    const int completes = m_known ? m_known->completeNeeded : 0;
    models::QuotaSheet mine = m_editor->sheet();
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    const bool isFirst = mine.rows.isEmpty();
    m_isWaiting = waiting != nullptr;
    if (isFirst && waiting)
        mine = models::sheetOf(*models::waitingSheet(*waiting), targeted);
    const models::MergedSheet merged =
        models::mergeSheet(mine, models::sheetOf(targeted, quotas, completes));
    m_editor->setSheet(merged.sheet);
    showConflicts(merged.conflicts);
    if (merged.sheet.rows.isEmpty())
        m_waiting->show(tr("No targeted options"),
                        tr("Quotas are set for the options that the survey’s qualifications "
                           "target. Without quotas, anyone who qualifies counts until the target "
                           "is reached."));
    if (isFirst)
        askCompletes();
    dropWaiting();
    takeProposed();
    m_stack->setCurrentWidget(merged.sheet.rows.isEmpty() ? static_cast<QWidget *>(m_waiting)
                                                          : m_editor);
    showStanding();
}

/// With those that were there before and aren't settled: another reading settles nothing.
void QuotasSection::showConflicts(const QList<models::RowConflict> &fresh)
{
    const models::QuotaSheet &sheet = m_editor->sheet();
    QList<ConflictRow> rows;
    for (const models::RowConflict &conflict : fresh)
        rows.append({conflict.row, models::quotaName(sheet.rows[conflict.row]),
                     models::quotaText(conflict.before, sheet.completes),
                     models::quotaText(conflict.theirs, sheet.completes),
                     models::quotaText(conflict.mine, sheet.completes)});
    for (const ConflictRow &open : m_conflicts->open()) {
        if (std::ranges::find(rows, open.name, &ConflictRow::name) != rows.end())
            continue;
        for (const qsizetype row : sheet.changed()) {
            if (models::quotaName(sheet.rows[row]) == open.name)
                rows.append({row, open.name, open.before,
                             models::quotaText(sheet.rows[row].saved, sheet.completes),
                             models::quotaText(sheet.rows[row].current, sheet.completes)});
        }
    }
    m_conflicts->show(rows);
}

/// Undone, they are conflicts again.
void QuotasSection::takeTheirs(const QList<ConflictRow> &rows)
{
    QList<qsizetype> cells;
    for (const ConflictRow &row : rows)
        cells.append(row.cell);
    m_editor->takeSaved(cells, tr("take theirs"), [this, rows] {
        m_conflicts->show(m_conflicts->open() + rows);
        showConflicts({});
    });
}

/// Says so when something has to be settled first.
bool QuotasSection::isHeldBack()
{
    if (m_conflicts->open().isEmpty())
        return false;
    m_banner->show(Tone::Warning, tr("Nothing was sent."),
                   tr("Choose “Take theirs” or “Keep mine” for what was changed elsewhere first."));
    m_conflicts->focusRows();
    return true;
}

void QuotasSection::save()
{
    m_editor->finishEditing();
    if (edits() == 0 || isHeldBack())
        return;
    m_banner->clear();
    const models::QuotaSheet &sheet = m_editor->sheet();
    m_store.save(sheet.saved(), sheet.quotas(), sheet.completes);
}

/// Whether just these edits wait to be sent, so that leaving loses nothing.
bool QuotasSection::isKept() const
{
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    return waiting
        && waiting->payload == models::waitingEdit(m_survey, m_editor->sheet(), {}).payload;
}

void QuotasSection::keepUnsaved()
{
    m_editor->finishEditing();
    m_isWaiting = true;
    m_session.pending().keep(
        models::waitingEdit(m_survey, m_editor->sheet(), QDateTime::currentDateTimeUtc()));
}

void QuotasSection::saveUnsaved()
{
    save();
    beginSave(m_store.isBusy());
}

void QuotasSection::propose(const QList<api::Quota> &quotas)
{
    m_proposed = quotas;
    if (!m_editor->sheet().rows.isEmpty())
        takeProposed();
}

void QuotasSection::takeProposed()
{
    if (m_proposed.isEmpty() || m_editor->sheet().rows.isEmpty())
        return;
    int rowless = 0;
    const QList<api::Quota> proposed = std::exchange(m_proposed, {});
    const models::QuotaEdit edit = models::toQuotas(m_editor->sheet(), proposed, &rowless);
    m_editor->push(edit, tr("quotas from the grid’s totals"));
    QStringList texts {edit.isEmpty() ? tr("The quotas agree with the grid already.")
                                      : tr("Nothing is sent before you save.")};
    if (rowless > 0)
        texts.append(tr("%n option(s) of the grid are not targeted any more and were left out.",
                        nullptr, rowless));
    m_banner->show(rowless > 0 ? Tone::Warning : Tone::Good,
                   tr("%n quota(s) set from the grid’s margins.", nullptr, int(edit.size())),
                   texts.join(u' '));
    showStanding();
}

/// The edits that were kept for later are sent, or dropped, with those here.
void QuotasSection::dropWaiting()
{
    m_isWaiting = m_isWaiting && edits() > 0;
    if (edits() == 0)
        m_session.pending().settle(m_survey, models::WaitingQuotas::kind);
}

/// What waited was sent or discarded elsewhere: then the server's quotas count, here too.
void QuotasSection::followWaiting()
{
    const bool waits = m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    if (!std::exchange(m_isWaiting, waits) || waits)
        return;
    m_editor->takeSaved(m_editor->sheet().changed(), tr("Discard"));
    refresh();
}

void QuotasSection::askCompletes()
{
    m_session.quotaCompletes().ask(m_survey, this,
                                   [this](const models::ImportedCompletes &imported) {
                                       m_completes = imported.counts;
                                       models::QuotaSheet sheet = m_editor->sheet();
                                       sheet.setImportedCompletes(imported.counts);
                                       m_editor->setSheet(sheet);
                                       m_editor->setCompletesAge(imported.at);
                                   });
}

void QuotasSection::keepCompletes()
{
    const QList<api::Quota> completes = m_editor->sheet().importedCompletes();
    if (completes == m_completes || m_editor->sheet().rows.isEmpty())
        return;
    m_completes = completes;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_session.quotaCompletes().keep(m_survey, {completes, now});
    m_editor->setCompletesAge(completes.isEmpty() ? QDateTime() : now);
}

void QuotasSection::takeWritten(const QList<models::QuotaWrite> &writes, bool areThere)
{
    models::recordWrites(m_session.changes(), m_survey, m_editor->sheet(), writes);
    if (!areThere)
        return m_banner->show(Tone::Warning,
                              tr("The service accepted the quotas but returned different values."),
                              tr("What you set is kept here. Compare it with what the service has "
                                 "now, and save again if you still want it."));
    m_editor->setSheet(models::written(m_editor->sheet(), writes));
    dropWaiting();
    m_banner->show(Tone::Good, tr("%n quota(s) saved.", nullptr, int(writes.size())));
}

void QuotasSection::showFailure(const api::ApiError &error, bool wasSaving)
{
    if (wasSaving && models::mayWait(error)) {
        keepUnsaved();
        return m_banner->show(Tone::Warning, tr("The service can’t be reached."),
                              tr("Your edits wait, also over a restart, until you send or discard "
                                 "them."));
    }
    if (wasSaving)
        return m_banner->showError(
            error.delivery == api::Delivery::Ambiguous
                ? tr("The quotas may not have been saved. Your edits are kept here.")
                : tr("The quotas were not saved. Your edits are kept here."),
            error);
    if (!m_session.isToldAbove(error))
        m_banner->showError(tr("The quotas could not be read."), error);
    if (m_stack->currentWidget() != m_editor)
        m_waiting->show(tr("Nothing to show yet"),
                        tr("The quotas are shown here as soon as the service answers."));
}

} // namespace ui
