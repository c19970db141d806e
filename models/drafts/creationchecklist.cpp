#include "models/drafts/creationchecklist.h"

#include "models/support/plain.h"
#include "models/support/roles.h"

using namespace Qt::StringLiterals;

namespace models {

CreationChecklist::CreationChecklist(const SurveyCreation &creation, QObject *parent)
    : QAbstractListModel(parent)
    , m_creation(creation)
    , m_steps(creation.steps())
{
    connect(&creation, &SurveyCreation::changed, this, &CreationChecklist::update);
}

void CreationChecklist::update()
{
    const QList<SurveyCreation::Step> fresh = m_creation.steps();
    if (fresh.size() != m_steps.size()) {
        beginResetModel();
        m_steps = fresh;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(fresh.size()); ++row) {
        if (fresh[row] == m_steps[row])
            continue;
        m_steps[row] = fresh[row];
        Q_EMIT dataChanged(index(row), index(row));
    }
}

int CreationChecklist::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QVariant CreationChecklist::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const SurveyCreation::Step &one = m_steps[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return title(one.step);
    case Qt::AccessibleTextRole:
        return one.note.isEmpty()
            ? u"%1: %2"_s.arg(title(one.step), stateText(one.state))
            : u"%1: %2. %3"_s.arg(title(one.step), stateText(one.state), plain(one.note));
    case NoteRole:
        return plain(one.note);
    case StateTextRole:
        return stateText(one.state);
    case StatusRole:
        return int(one.state);
    default:
        return {};
    }
}

QString CreationChecklist::title(CreationStep step)
{
    switch (step) {
    case CreationStep::Survey:
        return tr("Create the survey");
    case CreationStep::Interlocking:
        return tr("Create interlocking grid");
    case CreationStep::Cells:
        return tr("Set cell quotas");
    case CreationStep::Exclusions:
        return tr("Exclude surveys");
    case CreationStep::Status:
        break;
    }
    return tr("Activate");
}

QString CreationChecklist::stateText(StepState state) const
{
    switch (state) {
    case StepState::Waiting:
        return tr("Waiting", "a step");
    case StepState::Running:
        return tr("Running", "a step");
    case StepState::Done:
        return tr("Done", "a step");
    case StepState::Failed:
        return tr("Failed", "a step");
    case StepState::Unknown:
        return tr("Unknown", "a step");
    case StepState::Left:
        break;
    }
    return tr("Left as it is", "a step");
}

} // namespace models
