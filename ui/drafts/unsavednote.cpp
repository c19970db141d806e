#include "ui/drafts/unsavednote.h"

#include "models/drafts/draftstore.h"

namespace ui {

UnsavedNote::UnsavedNote(models::DraftStore &drafts, std::function<QString()> draft,
                         QWidget *parent)
    : Banner(parent)
    , m_drafts(drafts)
    , m_draft(std::move(draft))
{
    connect(&drafts, &models::DraftStore::changed, this, &UnsavedNote::update);
    update();
}

UnsavedNote::UnsavedNote(models::DraftStore &drafts, QWidget *parent)
    : UnsavedNote(drafts, {}, parent)
{
}

QString UnsavedNote::why() const
{
    if (m_draft)
        return m_drafts.problem(m_draft());
    for (const models::DraftRecord &record : m_drafts.records()) {
        const QString problem = m_drafts.problem(record.uuid);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

void UnsavedNote::update()
{
    const QString reason = why();
    const int count = m_drafts.unsaved();
    const QString title =
        m_draft ? tr("The draft is not saved.") : tr("%Ln draft(s) not saved.", nullptr, count);
    if (isShown() && !reason.isEmpty() && m_shown == title + reason)
        return;
    clear();
    if (reason.isEmpty())
        return;
    m_shown = title + reason;
    show(Tone::Error, title,
         reason + u' '
             + tr("It is kept until AlignDesk is closed, and saved as soon as that is possible."));
    addAction(tr("&Retry"), &m_drafts, [this] { m_drafts.saveUnsaved(); });
}

} // namespace ui

#include "moc_unsavednote.cpp"
