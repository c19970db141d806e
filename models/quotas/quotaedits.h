// Steps of editing quotas, each a list of cells with what they were and what they become.
#pragma once

#include "models/quotas/quotapaste.h"
#include "models/quotas/quotasheet.h"
#include "models/support/cells.h"

#include <tl/expected.hpp>

namespace models {

enum class QuotaField { Quota, Completes };

/// A row's quota or its imported completes.
struct QuotaCell
{
    qsizetype row = 0;
    QuotaField field = QuotaField::Quota;
    static QuotaCell at(qsizetype number); ///< as a model's CellRole has it
    qsizetype number() const { return row * 2 + qsizetype(field); }
    bool operator==(const QuotaCell &) const = default;
};

struct QuotaStep
{
    QuotaCell cell;
    std::optional<int> before;
    std::optional<int> after;
    bool operator==(const QuotaStep &) const = default;
};

/// One step of undo. Cells that wouldn't change are not in it; empty: nothing to do.
using QuotaEdit = QList<QuotaStep>;

std::optional<int> &valueAt(QuotaSheet &sheet, QuotaCell cell);

/// What a person typed into a cell; or the sentence that says what it has to be.
tl::expected<QuotaEdit, QString> typed(const QuotaSheet &sheet, QuotaCell cell,
                                       const QString &text);
/// The first row of `block` into the rows under it.
QuotaEdit fillDown(const QuotaSheet &sheet, const CellBlock &block);
/// Quotas get their saved value, completes are forgotten.
QuotaEdit backToSaved(const QuotaSheet &sheet, const QList<qsizetype> &cells);
/// All cells of `rows`; nothing is the default.
QuotaEdit setQuotas(const QuotaSheet &sheet, const QList<qsizetype> &rows,
                    std::optional<int> quota);
/// These quotas into their rows; `rowless`, where given, counts those that have none.
QuotaEdit toQuotas(const QuotaSheet &sheet, const QList<api::Quota> &quotas,
                   int *rowless = nullptr);
/// What pasteQuotas() found, into the column of `field`.
QuotaEdit pasted(const QuotaSheet &sheet, QuotaField field, const QList<QuotaValue> &values);

/// Shares the completes among the answers of each question that `rows` are of, by largest
/// remainder. Closed answers stay closed; a question with one open answer keeps what it has.
QuotaEdit evenly(const QuotaSheet &sheet, const QList<qsizetype> &rows);
/// The total among the answers of one question by percentages or counts, a line for each
/// (margintext.h); or the sentence that says what doesn't fit. `note` as there.
tl::expected<QuotaEdit, QString> byPercentage(const QuotaSheet &sheet, api::QualificationCode code,
                                              int total, const QString &text,
                                              QString *note = nullptr);
/// For byPercentage(): each answer with its present share of the question's quotas.
QString percentageText(const QuotaSheet &sheet, api::QualificationCode code);

} // namespace models
