// Quotas as rows that are edited: one for each targeted answer, what is saved and what it is to be.
#pragma once

#include "models/drafts/surveydraft.h"

#include <optional>

namespace models {

/// No quota is the default, all completes; 0 closes the answer (contract.md, Rules).
struct QuotaRow
{
    api::QualificationCode code;
    QString question;
    QString answer; ///< "Male", "18–24", "3 zip codes"
    api::QuotaTarget target;
    std::optional<int> saved; ///< what the server has
    std::optional<int> current; ///< what it is to be
    std::optional<int> completes {}; ///< as imported; kept on this computer only
    bool isChanged() const { return saved != current; }
    bool operator==(const QuotaRow &) const = default;
};

/// The rows of a question stand beside one another.
struct QuotaSheet
{
    QList<QuotaRow> rows;
    int completes = 0; ///< that the whole survey needs; 0: unknown

    QList<api::Quota> quotas() const; ///< those that are to be
    QList<api::Quota> saved() const;
    QList<qsizetype> changed() const;
    bool hasSameRows(const QuotaSheet &other) const; ///< answers, whatever their quotas
    QList<api::Quota> importedCompletes() const; ///< each count the completes
    void setImportedCompletes(const QList<api::Quota> &counts);
    bool operator==(const QuotaSheet &) const = default;
};

/// Quotas that count something else than one targeted answer (some of the zip codes, an answer that
/// is targeted no longer) have rows too: nothing that was set is hidden or lost.
QuotaSheet sheetOf(const QList<api::Qualification> &targeted, const QList<api::Quota> &quotas,
                   int completes);
QuotaSheet sheetOf(const SurveyDraft &draft);

/// "120", "0 (closed)", "default (400)"; "default" where the completes are unknown.
QString quotaText(std::optional<int> quota, int completes);
/// As a person writes it or as quotaText() says it; empty is the default. The outer nothing: it is
/// no quota.
std::optional<std::optional<int>> readQuota(const QString &text);
/// "GENDER, Male"
QString quotaName(const QuotaRow &row);

/// How one question's quotas stand to the completes.
struct QuotaSum
{
    api::QualificationCode code;
    QString question;
    int answers = 0;
    int defaults = 0; ///< answers that are open to all completes
    qint64 sum = 0; ///< of the others
    /// Over (positive) or short; 0 as well where a default answer takes whatever is left.
    qint64 difference(int completes) const { return defaults > 0 ? 0 : sum - completes; }
    bool operator==(const QuotaSum &) const = default;
};

QList<QuotaSum> quotaSums(const QuotaSheet &sheet);

} // namespace models
