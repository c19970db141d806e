#include "models/reconciliation/uidrowsmodel.h"

#include "models/files/work.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace models {

namespace {

constexpr qsizetype fewRows = 20'000; // arranged at once: a worker would only flicker

const char context[] = "models::UidRowsModel";

QList<RowsModel::Heading> titles()
{
    return {{QT_TRANSLATE_NOOP("models::UidRowsModel", "Line"), Qt::AlignRight},
            {QT_TRANSLATE_NOOP("models::UidRowsModel", "UID"), Qt::AlignLeft},
            {QT_TRANSLATE_NOOP("models::UidRowsModel", "Finding"), Qt::AlignLeft},
            {QT_TRANSLATE_NOOP("models::UidRowsModel", "Reason"), Qt::AlignLeft},
            {QT_TRANSLATE_NOOP("models::UidRowsModel", "Source"), Qt::AlignLeft}};
}

UidLook::By sortKey(int column)
{
    switch (column) {
    case UidRowsModel::Uid:
        return UidLook::By::Uid;
    case UidRowsModel::Finding:
    case UidRowsModel::Reason:
        return UidLook::By::Kind;
    default:
        return UidLook::By::Row;
    }
}

QString shortened(QByteArrayView uid)
{
    constexpr qsizetype longest = 200;
    return plain(QString::fromUtf8(uid.first(std::min(uid.size(), 4 * longest))).left(longest));
}

QCoro::Task<std::shared_ptr<UidOrder>> arrangedElsewhere(UidRows::Pointer rows, UidLook look)
{
    auto future =
        inWorker([rows, look] { return std::make_shared<UidOrder>(arrange(*rows, look)); });
    co_return co_await future;
}

} // namespace

UidRowsModel::UidRowsModel(QObject *parent)
    : RowsModel(titles(), context, parent)
{
}

int UidRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : int(m_order->size(*m_rows));
}

QVariant UidRowsModel::shown(qsizetype row, int column) const
{
    switch (column) {
    case Line:
        return countText(m_rows->line(row));
    case Uid:
        return shortened(m_rows->uid(row));
    case Finding:
        return m_rows->word(m_rows->kind(row));
    case Reason:
        return m_rows->reason(row);
    default:
        return plain(m_rows->source(row));
    }
}

QVariant UidRowsModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const qsizetype row = m_order->rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case StatusRole:
        return index.column() == Finding ? QVariant(m_rows->kind(row)) : QVariant();
    case IdRole:
        return QString::fromUtf8(m_rows->uid(row));
    default:
        return {};
    }
}

void UidRowsModel::setRows(UidRows::Pointer rows)
{
    m_next = std::move(rows);
    rearrange();
}

void UidRowsModel::look(const UidLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    rearrange();
}

void UidRowsModel::sort(int column, Qt::SortOrder order)
{
    UidLook wanted = m_look;
    wanted.by = sortKey(column);
    wanted.order = order;
    look(wanted);
}

void UidRowsModel::rearrange()
{
    const quint64 turn = ++m_turn;
    if (!m_next || m_next->size() <= fewRows)
        return show(m_next, m_next ? arrange(*m_next, m_look) : UidOrder(), m_look.kinds);
    QCoro::connect(
        arrangedElsewhere(m_next, m_look), this,
        [this, turn, rows = m_next, kinds = m_look.kinds](const std::shared_ptr<UidOrder> &order) {
            if (turn == m_turn)
                show(rows, std::move(*order), kinds);
        });
}

void UidRowsModel::show(UidRows::Pointer rows, UidOrder order, quint32 kinds)
{
    beginResetModel();
    m_shownKinds = kinds;
    m_rows = std::move(rows);
    m_order = std::make_shared<const UidOrder>(std::move(order));
    endResetModel();
    Q_EMIT arranged();
}

} // namespace models

#include "moc_uidrowsmodel.cpp"
