// What is wrong with something that a person entered, as a rule tells it.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace models {

enum class Severity { Warning, Error };

/// One problem. Rules are pure functions that return all of them at once; wizard, editors and
/// imports show the same text. An Error keeps the thing from being sent, a Warning is only seen.
struct Issue
{
    QByteArray field; ///< where it belongs: a member of the value ("cpi", "liveLink", "quotas/43")
    Severity severity = Severity::Error;
    QString text; ///< translated, a whole sentence
    bool operator==(const Issue &) const = default;
};

} // namespace models
