// Says beside a draft that it could not be saved on this computer, and tries again.
#pragma once

#include "ui/widgets/banner.h"

namespace models {
class DraftStore;
}

namespace ui {

/// Shown while a draft is in memory only, because the disk refused it; goes by itself when it is
/// saved.
class UnsavedNote : public Banner
{
    Q_OBJECT

public:
    /// `draft` answers the uuid of the draft that is looked at; empty for none.
    UnsavedNote(models::DraftStore &drafts, std::function<QString()> draft, QWidget *parent);
    /// Of all drafts.
    UnsavedNote(models::DraftStore &drafts, QWidget *parent);

private:
    void update();
    QString why() const;

    models::DraftStore &m_drafts;
    std::function<QString()> m_draft;
    QString m_shown; ///< title and reason on screen
};

} // namespace ui
