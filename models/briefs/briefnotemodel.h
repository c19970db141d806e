// What became of each part of a brief, as a table.
#pragma once

#include "models/briefs/briefdraft.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// The status of State is a BriefNote::Kind. What wasn't understood stands first.
class BriefNoteModel : public TableModel<BriefNote>
{
    Q_DECLARE_TR_FUNCTIONS(BriefNoteModel)

public:
    enum ColumnNumber { State, Field, Note };

    explicit BriefNoteModel(QObject *parent = nullptr);
    void setNotes(QList<BriefNote> notes);

    static QString kindName(BriefNote::Kind kind);
};

} // namespace models
