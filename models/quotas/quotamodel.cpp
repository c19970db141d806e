#include "models/quotas/quotamodel.h"

#include "models/qualifications/ranges.h"
#include "models/quotas/distribution.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

void QuotaModel::setDraft(const SurveyDraft &draft)
{
    beginResetModel();
    m_rows.clear();
    m_completes = draft.completes;
    for (const TargetedQualification &qualification : draft.qualifications)
        append(draft, qualification);
    endResetModel();
}

void QuotaModel::append(const SurveyDraft &draft, const TargetedQualification &qualification)
{
    const api::Qualification &question = qualification.question;
    const auto add = [&](const QString &answer, const api::QuotaTarget &target) {
        const api::QuotaCriterion *set = findQuota(draft, question.code, target);
        m_rows.append({question.code, question.title, answer, target,
                       set ? std::optional(set->requiredCount) : std::nullopt});
    };
    switch (question.kind) {
    case api::QualificationKind::Options:
        for (const api::Condition &condition : question.conditions)
            if (qualification.options.contains(condition.code))
                add(condition.name, condition.code);
        break;
    case api::QualificationKind::Ranges:
        for (const api::Range &range : qualification.ranges)
            add(rangeText(range), range);
        break;
    case api::QualificationKind::ZipCodes:
        if (!qualification.zipCodes.isEmpty())
            add(tr("%n zip code(s)", "", int(qualification.zipCodes.size())),
                qualification.zipCodes);
        break;
    }
}

QList<api::Quota> QuotaModel::quotas() const
{
    QList<api::Quota> all;
    for (const Row &row : m_rows) {
        if (!row.quota)
            continue;
        if (all.isEmpty() || all.last().code != row.code)
            all.append({row.code, {}});
        all.last().criteria.append({*row.quota, row.target});
    }
    return all;
}

void QuotaModel::distributeEvenly()
{
    if (m_rows.isEmpty())
        return;
    for (qsizetype begin = 0; begin < m_rows.size();) {
        const auto end =
            std::ranges::find_if(m_rows.begin() + begin, m_rows.end(),
                                 [&](const Row &row) { return row.code != m_rows[begin].code; });
        const qsizetype count = end - (m_rows.begin() + begin);
        const QList<int> shares = models::distributeEvenly(m_completes, int(count));
        for (qsizetype i = 0; i < count; ++i)
            m_rows[begin + i].quota = count > 1 ? std::optional(shares[i]) : std::nullopt;
        begin += count;
    }
    Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, Share));
    Q_EMIT quotasChanged();
}

void QuotaModel::clearAll()
{
    if (m_rows.isEmpty())
        return;
    for (Row &row : m_rows)
        row.quota.reset();
    Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, Share));
    Q_EMIT quotasChanged();
}

int QuotaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QuotaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 4;
}

QString QuotaModel::display(const Row &row, int column) const
{
    switch (column) {
    case Question:
        return plain(row.question);
    case AnswerName:
        return plain(row.answer);
    case Count:
        if (!row.quota)
            return tr("default (%1)", "quota").arg(countText(m_completes));
        return *row.quota == 0 ? tr("0 (closed)", "quota") : countText(*row.quota);
    default:
        break;
    }
    if (m_completes < 1)
        return {};
    const double share = 100.0 * row.quota.value_or(m_completes) / m_completes;
    return tr("%1 %", "share").arg(QLocale().toString(share, 'f', 1));
}

QVariant QuotaModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        if (index.column() == Count)
            return row.quota ? plainCountText(*row.quota) : QString();
        return display(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() >= Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IsDefaultRole:
        return !row.quota.has_value();
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(plain(row.question), plain(row.answer),
                                   display(row, index.column()));
    default:
        return {};
    }
}

bool QuotaModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != Count)
        return false;
    const QString text = value.toString().trimmed();
    const std::optional<int> quota = text.isEmpty() ? std::nullopt : countFromText(text);
    if (!text.isEmpty() && (!quota || *quota < 0))
        return false;
    Row &row = m_rows[index.row()];
    if (row.quota == quota)
        return true;
    row.quota = quota;
    Q_EMIT dataChanged(index, index.siblingAtColumn(Share), {Qt::DisplayRole, Qt::EditRole});
    Q_EMIT quotasChanged();
    return true;
}

QVariant QuotaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static constexpr std::array titles {QT_TR_NOOP("Question"), QT_TR_NOOP("Answer"),
                                        QT_TR_NOOP("Quota"), QT_TR_NOOP("Share")};
    return tr(titles[size_t(section)]);
}

Qt::ItemFlags QuotaModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags all = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == Count ? all | Qt::ItemIsEditable : all;
}

} // namespace models
