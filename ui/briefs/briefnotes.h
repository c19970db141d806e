// What of a brief wasn't understood, in sight while the wizard that it filled is gone through.
#pragma once

#include "models/briefs/briefnotemodel.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace ui {

/// Hidden while there is nothing to say, and once a person has put it away.
class BriefNotes : public QFrame
{
    Q_OBJECT

public:
    explicit BriefNotes(QWidget *parent = nullptr);

    /// Shows those that were not understood or taken for something else.
    void setNotes(QList<models::BriefNote> notes);

private:
    models::BriefNoteModel m_notes;
    QLabel *m_title;
    QTableView *m_table;
};

} // namespace ui
