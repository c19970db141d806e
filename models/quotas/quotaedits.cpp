#include "models/quotas/quotaedits.h"

#include "models/quotas/distribution.h"
#include "models/quotas/margintext.h"
#include "models/quotas/quotamerge.h"
#include "models/support/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct QuotaEditsText
{
    Q_DECLARE_TR_FUNCTIONS(models::QuotaEdits)
};

std::optional<int> valueOf(const QuotaSheet &sheet, QuotaCell cell)
{
    const QuotaRow &row = sheet.rows[cell.row];
    return cell.field == QuotaField::Quota ? row.current : row.completes;
}

void add(QuotaEdit &edit, const QuotaSheet &sheet, QuotaCell cell, std::optional<int> after)
{
    const std::optional<int> before = valueOf(sheet, cell);
    if (before != after)
        edit.append({cell, before, after});
}

QList<qsizetype> rowsOf(const QuotaSheet &sheet, api::QualificationCode code)
{
    QList<qsizetype> rows;
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        if (sheet.rows[row].code == code)
            rows.append(row);
    }
    return rows;
}

/// As a spreadsheet and a person write it: ranges with a plain hyphen.
QString writtenName(const QuotaRow &row)
{
    QString name = row.answer;
    return name.replace(u'–', u'-');
}

QString decimals(double value)
{
    QString text = QLocale().toString(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.back().isDigit() ? text : text.chopped(1);
}

} // namespace

QuotaCell QuotaCell::at(qsizetype number)
{
    return {number / 2, QuotaField(number % 2)};
}

std::optional<int> &valueAt(QuotaSheet &sheet, QuotaCell cell)
{
    QuotaRow &row = sheet.rows[cell.row];
    return cell.field == QuotaField::Quota ? row.current : row.completes;
}

tl::expected<QuotaEdit, QString> typed(const QuotaSheet &sheet, QuotaCell cell, const QString &text)
{
    const auto value = readQuota(text);
    if (!value)
        return tl::make_unexpected(
            cell.field == QuotaField::Quota
                ? QuotaEditsText::tr(
                    "A quota is a whole number: 0 closes the option, an empty cell is "
                    "the default, all completes.")
                : QuotaEditsText::tr(
                    "Completes are a whole number; leave the cell empty if unknown."));
    QuotaEdit edit;
    add(edit, sheet, cell, *value);
    return edit;
}

QuotaEdit fillDown(const QuotaSheet &sheet, const CellBlock &block)
{
    QuotaEdit edit;
    for (qsizetype row = 1; row < block.size(); ++row) {
        for (qsizetype column = 0; column < block[row].size(); ++column) {
            const qsizetype from = block.first().value(column, -1);
            if (from >= 0 && block[row][column] >= 0)
                add(edit, sheet, QuotaCell::at(block[row][column]),
                    valueOf(sheet, QuotaCell::at(from)));
        }
    }
    return edit;
}

QuotaEdit backToSaved(const QuotaSheet &sheet, const QList<qsizetype> &cells)
{
    QuotaEdit edit;
    for (const qsizetype number : cells) {
        const QuotaCell cell = QuotaCell::at(number);
        const bool isQuota = cell.field == QuotaField::Quota;
        add(edit, sheet, cell, isQuota ? sheet.rows[cell.row].saved : std::nullopt);
    }
    return edit;
}

QuotaEdit setQuotas(const QuotaSheet &sheet, const QList<qsizetype> &rows, std::optional<int> quota)
{
    QuotaEdit edit;
    for (const qsizetype row : rows)
        add(edit, sheet, {row, QuotaField::Quota}, quota);
    return edit;
}

QuotaEdit toQuotas(const QuotaSheet &sheet, const QList<api::Quota> &quotas, int *rowless)
{
    QuotaEdit edit;
    for (const api::Quota &quota : quotas) {
        for (const api::QuotaCriterion &criterion : quota.criteria) {
            if (const auto row = rowOf(sheet, quota.code, criterion.target))
                add(edit, sheet, {*row, QuotaField::Quota}, criterion.requiredCount);
            else if (rowless)
                ++*rowless;
        }
    }
    return edit;
}

QuotaEdit pasted(const QuotaSheet &sheet, QuotaField field, const QList<QuotaValue> &values)
{
    QuotaEdit edit;
    for (const QuotaValue &value : values)
        add(edit, sheet, {value.row, field}, value.quota);
    return edit;
}

QuotaEdit evenly(const QuotaSheet &sheet, const QList<qsizetype> &rows)
{
    QuotaEdit edit;
    if (sheet.completes < 1) // unknown, or not entered yet: shares of nothing would close all
        return edit;
    QList<api::QualificationCode> codes;
    for (const qsizetype row : rows) {
        const api::QualificationCode code = sheet.rows[row].code;
        if (codes.contains(code))
            continue;
        codes.append(code);
        QList<qsizetype> open = rowsOf(sheet, code);
        open.removeIf([&sheet](qsizetype each) { return sheet.rows[each].current == 0; });
        const QList<int> shares = distributeEvenly(sheet.completes, int(open.size()));
        for (qsizetype i = 0; i < open.size() && open.size() > 1; ++i)
            add(edit, sheet, {open[i], QuotaField::Quota}, shares[i]);
    }
    return edit;
}

tl::expected<QuotaEdit, QString> byPercentage(const QuotaSheet &sheet, api::QualificationCode code,
                                              int total, const QString &text, QString *note)
{
    const QList<qsizetype> rows = rowsOf(sheet, code);
    QStringList names;
    for (const qsizetype row : rows)
        names.append(writtenName(sheet.rows[row]));
    QString lines = text;
    const auto margin = marginFromText(lines.replace(u'–', u'-'), names, total, note);
    if (!margin)
        return tl::make_unexpected(margin.error());
    QuotaEdit edit;
    for (qsizetype i = 0; i < rows.size(); ++i)
        add(edit, sheet, {rows[i], QuotaField::Quota}, int((*margin)[i]));
    return edit;
}

QString percentageText(const QuotaSheet &sheet, api::QualificationCode code)
{
    const QList<qsizetype> rows = rowsOf(sheet, code);
    QList<qint64> weights;
    for (const qsizetype row : rows)
        weights.append(sheet.rows[row].current.value_or(sheet.completes));
    // In hundredths of a per cent, so that they sum to 100 whatever the weights are.
    const QList<int> shares = distribute(10'000, weights);
    QStringList lines;
    for (qsizetype i = 0; i < rows.size(); ++i)
        lines.append(writtenName(sheet.rows[rows[i]]) + u'\t' + decimals(shares[i] / 100.0)
                     + u" %"_s);
    return lines.join(u'\n');
}

} // namespace models
