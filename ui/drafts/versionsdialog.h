// How a draft was at earlier times, to go back to one of them.
#pragma once

#include "models/drafts/draftrecord.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace models {
class DraftStore;
}

namespace ui {

/// Going back adds a version: what the draft is now isn't lost by it.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    VersionsDialog(models::DraftStore &store, const models::DraftRecord &record,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void restored(const QDateTime &moment);

private:
    void fill(const QList<models::DraftVersion> &versions);
    void restore();

    models::DraftStore &m_store;
    models::DraftRecord m_record;
    QList<models::DraftVersion> m_versions;
    QListWidget *m_list;
    QPushButton *m_restore;
};

} // namespace ui
