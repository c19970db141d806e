// Two sources side by side: the survey platform's completes, and what the service accepted.
#pragma once

#include "models/reconciliation/platformexport.h"
#include "models/reconciliation/shareduids.h"

#include <QCoreApplication>

#include <optional>

namespace models {

/// What the platform's export says in numbers.
struct PlatformFigures
{
    std::array<qint64, 5> outcomes {}; ///< by Outcome, of the platform
    qint64 accepted = 0; ///< by the service
    qint64 both = 0; ///< complete there and accepted here
    qint64 onlyThere = 0; ///< complete there, not accepted here
    qint64 onlyHere = 0; ///< accepted here, no complete there
    std::optional<double> incidence; ///< completes / (completes + screened out); 0 to 1
    std::optional<double> medianLoi; ///< minutes, of the completes
    std::optional<double> dropShare; ///< dropped out / all of the platform; 0 to 1

    /// How many an option has there, and how many of those were accepted.
    struct Option
    {
        QString word;
        qint64 completes = 0;
        qint64 accepted = 0;
        bool operator==(const Option &) const = default;
    };
    QList<Option> options;
    bool operator==(const PlatformFigures &) const = default;

    qint64 completes() const { return outcomes[size_t(Outcome::Complete)]; }
};

/// All of the platform's in their order, then what only the service has.
class PlatformCheck : public UidRows
{
    Q_DECLARE_TR_FUNCTIONS(models::PlatformCheck)

public:
    enum Kind {
        Both,
        OnlyThere,
        OnlyHere,
        NoComplete,
        NotCompared, ///< complete there, and what is accepted isn't known yet
    };

    PlatformCheck() = default;
    /// `meanings` is the outcome of each of the export's status words. `accepted` is nullptr while
    /// the service hasn't said what it accepted.
    PlatformCheck(std::shared_ptr<const PlatformExport> exported, const QList<Outcome> &meanings,
                  const SharedUids &accepted);

    const PlatformFigures &figures() const { return m_figures; }
    QString word(int kind) const override;
    QString reason(qsizetype row) const override; ///< the platform's status and LOI

private:
    void compare(const api::UidList &accepted);
    void count(const QList<Outcome> &meanings);

    std::shared_ptr<const PlatformExport> m_export;
    PlatformFigures m_figures;
};

} // namespace models
