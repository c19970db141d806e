#include "models/drafts/takennames.h"

#include "models/drafts/draftrules.h"

#include <QCoreApplication>

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::DraftRules)
};

} // namespace

TakenNames::TakenNames(const QList<api::Survey> &surveys)
{
    m_names.reserve(surveys.size());
    for (const api::Survey &survey : surveys)
        m_names.insert(normalisedName(survey.name));
}

TakenNames::TakenNames(const QStringList &names)
{
    for (const QString &name : names)
        m_names.insert(normalisedName(name));
}

bool TakenNames::contains(const QString &name) const
{
    const QString wanted = normalisedName(name);
    return !wanted.isEmpty() && m_names.contains(wanted);
}

QList<Issue> TakenNames::issues(const QString &name) const
{
    if (!contains(name))
        return {};
    return {{"name", Severity::Warning, Words::tr("A survey of this name is there already.")}};
}

QString TakenNames::freeName(const QString &name, quint32 random) const
{
    static constexpr QLatin1StringView letters {"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"}; // none alike
    for (;; ++random) {
        QString suffix;
        for (quint32 i = 0; i < 4; ++i)
            suffix.append(letters[int((random >> (5 * i)) & 31U)]);
        const QString proposed = (name.trimmed() + u' ' + suffix).trimmed();
        if (!contains(proposed))
            return proposed;
    }
}

} // namespace models
