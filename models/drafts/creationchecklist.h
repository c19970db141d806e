// The steps of a creation as a list: what is done, what runs, what failed, in words.
#pragma once

#include "models/drafts/surveycreation.h"

#include <QAbstractListModel>

namespace models {

/// StatusRole is a StepState. A change of the creation is one reset when its steps differ in
/// number, otherwise the changed rows.
class CreationChecklist : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole + 200, StateTextRole };

    explicit CreationChecklist(const SurveyCreation &creation, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    static QString title(CreationStep step); ///< "Set cell quotas"

private:
    void update();
    QString stateText(StepState state) const;

    const SurveyCreation &m_creation;
    QList<SurveyCreation::Step> m_steps;
};

} // namespace models
