#include "models/support/rowsmodel.h"

#include <QCoreApplication>

namespace models {

RowsModel::RowsModel(QList<Heading> headings, const char *context, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headings(std::move(headings))
    , m_context(context)
{
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

QVariant RowsModel::alignment(int column) const
{
    return QVariant::fromValue(m_headings[column].alignment | Qt::AlignVCenter);
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate(m_context, m_headings[section].title);
    return role == Qt::TextAlignmentRole ? alignment(section) : QVariant();
}

void RowsModel::perform(const QList<RowStep> &steps,
                        const std::function<void(const RowStep &)> &carryOut)
{
    for (const RowStep &step : steps) {
        const int first = int(step.row);
        const int last = int(step.row + step.count - 1);
        switch (step.kind) {
        case RowStep::Remove:
            beginRemoveRows({}, first, last);
            carryOut(step);
            endRemoveRows();
            break;
        case RowStep::Insert:
            beginInsertRows({}, first, last);
            carryOut(step);
            endInsertRows();
            break;
        case RowStep::Move:
            // Qt counts the row it goes in front of with the moved one still in its place.
            beginMoveRows({}, int(step.from), int(step.from), {},
                          first > int(step.from) ? first + 1 : first);
            carryOut(step);
            endMoveRows();
            break;
        case RowStep::Order:
            performOrder(step, carryOut);
            break;
        }
    }
}

void RowsModel::performOrder(const RowStep &step,
                             const std::function<void(const RowStep &)> &carryOut)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    QList<int> now(step.order.size());
    for (qsizetype k = 0; k < step.order.size(); ++k)
        now[step.order[k]] = int(k);
    carryOut(step);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &old : from)
        to.append(index(now[old.row()], old.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RowsModel::tell(const QList<Change> &changes, qsizetype firstRow)
{
    qsizetype since = 0;
    for (qsizetype i = 1; i <= changes.size(); ++i) {
        if (i < changes.size() && changes[i] == changes[since])
            continue;
        const Change &change = changes[since];
        if (change.first >= 0)
            Q_EMIT dataChanged(index(int(firstRow + since), change.first),
                               index(int(firstRow + i - 1), change.last), change.roles);
        since = i;
    }
}

} // namespace models

#include "moc_rowsmodel.cpp"
