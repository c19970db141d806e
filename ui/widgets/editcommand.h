// One undoable step of editing the cells of a model.
#pragma once

#include <QUndoStack>

#include <functional>

namespace ui {

/// Holds what the cells were and what they become. `Model` takes a step by
/// apply(edit, isForward) and outlives the stack. `undone` is called after each undo.
template <class Model, class Edit>
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Model &model, Edit edit, const QString &name, std::function<void()> undone = {})
        : QUndoCommand(name)
        , m_model(model)
        , m_edit(std::move(edit))
        , m_undone(std::move(undone))
    {
    }

    void redo() override { m_model.apply(m_edit, true); }
    void undo() override
    {
        m_model.apply(m_edit, false);
        if (m_undone)
            m_undone();
    }

    /// Where others changed what was saved, the steps that begin or end there go to what is saved
    /// now: undoing an edit must not set back theirs. `moved(cell, value)` is that value.
    void rebase(const auto &moved)
    {
        for (auto &step : m_edit) {
            step.before = moved(step.cell, step.before);
            step.after = moved(step.cell, step.after);
        }
    }

private:
    Model &m_model;
    Edit m_edit;
    std::function<void()> m_undone;
};

/// EditCommand::rebase() of all steps; the stack holds no other commands.
template <class Command>
void rebaseSteps(QUndoStack &stack, const auto &moved)
{
    for (int i = 0; i < stack.count(); ++i)
        static_cast<Command *>(const_cast<QUndoCommand *>(stack.command(i)))->rebase(moved);
}

} // namespace ui
