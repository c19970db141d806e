#include "models/qualifications/optionmodel.h"

#include "models/support/collation.h"
#include "models/support/plain.h"

namespace models {

void OptionModel::setOptions(const QList<api::Condition> &options, const QList<int> &checked)
{
    beginResetModel();
    m_options = options;
    m_checked = QSet<int>(checked.begin(), checked.end());
    m_text.clear();
    for (const api::Condition &option : m_options)
        m_text.append(folded(option.name));
    refilter();
    endResetModel();
}

void OptionModel::setFilter(const QString &text)
{
    const QString wanted = folded(text).trimmed();
    if (wanted == m_filter)
        return;
    beginResetModel();
    m_filter = wanted;
    refilter();
    endResetModel();
}

void OptionModel::setAllShown(bool isChecked)
{
    if (m_rows.isEmpty())
        return;
    for (const qsizetype row : std::as_const(m_rows)) {
        if (isChecked)
            m_checked.insert(m_options[row].code);
        else
            m_checked.remove(m_options[row].code);
    }
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

QList<int> OptionModel::checked() const
{
    QList<int> codes;
    for (const api::Condition &option : m_options)
        if (m_checked.contains(option.code))
            codes.append(option.code);
    return codes;
}

int OptionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OptionModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const api::Condition &option = m_options[m_rows[index.row()]];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return plain(option.name);
    if (role == Qt::CheckStateRole)
        return m_checked.contains(option.code) ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool OptionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const int code = m_options[m_rows[index.row()]].code;
    const bool isChecked = value.value<Qt::CheckState>() == Qt::Checked;
    if (m_checked.contains(code) == isChecked)
        return true;
    if (isChecked)
        m_checked.insert(code);
    else
        m_checked.remove(code);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

Qt::ItemFlags OptionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractListModel::flags(index);
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

void OptionModel::refilter()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_options.size(); ++i)
        if (m_text[i].contains(m_filter))
            m_rows.append(i);
}

} // namespace models
