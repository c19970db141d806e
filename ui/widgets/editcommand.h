// One undoable step of editing the cells of a model.
#pragma once

#include <QUndoCommand>

namespace ui {

/// Holds what the cells were and what they become. `Model` takes a step by
/// apply(edit, isForward) and outlives the stack.
template <class Model, class Edit>
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Model &model, Edit edit, const QString &name)
        : QUndoCommand(name)
        , m_model(model)
        , m_edit(std::move(edit))
    {
    }

    void redo() override { m_model.apply(m_edit, true); }
    void undo() override { m_model.apply(m_edit, false); }

private:
    Model &m_model;
    Edit m_edit;
};

} // namespace ui
