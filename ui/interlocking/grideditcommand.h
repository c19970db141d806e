// One undoable step of editing a grid.
#pragma once

#include "models/interlocking/interlockingmodel.h"

#include <QUndoCommand>

namespace ui {

/// Holds what the cells were and what they become. `model` outlives the stack.
class GridEditCommand : public QUndoCommand
{
public:
    GridEditCommand(models::InterlockingModel &model, models::GridEdit edit, const QString &name)
        : QUndoCommand(name)
        , m_model(model)
        , m_edit(std::move(edit))
    {
    }

    void redo() override { m_model.apply(m_edit, true); }
    void undo() override { m_model.apply(m_edit, false); }

private:
    models::InterlockingModel &m_model;
    models::GridEdit m_edit;
};

} // namespace ui
