// The names of the surveys that are there, for telling whether a new one has a name of its own.
#pragma once

#include "api/types/survey.h"
#include "models/support/issue.h"

#include <QSet>

namespace models {

/// Names differ when they differ by more than blanks, case and how accents are written
/// (normalisedName). Built once for many questions.
class TakenNames
{
public:
    TakenNames() = default;
    explicit TakenNames(const QList<api::Survey> &surveys);
    explicit TakenNames(const QStringList &names);

    bool contains(const QString &name) const; ///< an empty name is free
    /// A warning when a survey of that name is there already.
    QList<Issue> issues(const QString &name) const;
    /// `name` with four letters or digits behind it that no survey has; `random` picks them.
    QString freeName(const QString &name, quint32 random) const;

private:
    QSet<QString> m_names; ///< normalised
};

} // namespace models
