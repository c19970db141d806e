#include "ui/interlocking/gridviews.h"

#include "ui/interlocking/nestedheader.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QSettings>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString matrixKey = u"interlocking/matrix"_s;
constexpr int nameWidth = 200;
constexpr int quotaWidth = 120;
constexpr int cellWidth = 84;
constexpr int widestCell = 180;
constexpr int chipWidth = 180;

Role chipRole(int status)
{
    switch (models::InterlockingModel::Agreement(status)) {
    case models::InterlockingModel::Agrees:
        return Role::Good;
    case models::InterlockingModel::Short:
    case models::InterlockingModel::Over:
        return Role::Warning;
    case models::InterlockingModel::Unknown:
        break;
    }
    return Role::Neutral;
}

/// The totals are bold on the window's surface.
class TotalDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(true);
        option->backgroundBrush = Theme::current().window;
    }
};

} // namespace

GridList::GridList(models::InterlockingModel &model, QWidget *parent)
    : CellTable(model, parent)
    , m_model(model)
{
    setAccessibleName(tr("Interlocking quotas"));
    connect(&model, &QAbstractItemModel::modelReset, this, &GridList::arrange);
}

void GridList::arrange()
{
    const int quota = m_model.quotaColumn();
    for (int column = 0; column < quota; ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::clamp(columnWidth(column) + space::page, nameWidth, 500));
    }
    setColumnWidth(quota, quotaWidth);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, quota));
}

GridMatrix::GridMatrix(models::MatrixModel &model, QWidget *parent)
    : CellTable(model, parent)
    , m_model(model)
{
    setAccessibleName(tr("Interlocking matrix"));
    setHorizontalHeader(new NestedHeader(Qt::Horizontal, this));
    setVerticalHeader(new NestedHeader(Qt::Vertical, this));
    setCornerButtonEnabled(false);
    connect(&model, &QAbstractItemModel::modelReset, this, &GridMatrix::arrange);
    arrange();
}

void GridMatrix::arrange()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        setItemDelegateForColumn(column, nullptr);
        const QString name =
            m_model.headerData(column, Qt::Horizontal, models::InterlockingModel::LevelsRole)
                .toStringList()
                .last();
        setColumnWidth(column,
                       std::clamp(fontMetrics().horizontalAdvance(name) + 2 * space::page,
                                  cellWidth, widestCell));
    }
    if (m_model.rowCount() == 0)
        return;
    if (!m_totals)
        m_totals = new TotalDelegate(this);
    if (!m_chips)
        m_chips = new ChipDelegate(chipRole, this);
    for (int row = 0; row < m_model.rowCount(); ++row)
        setItemDelegateForRow(row, row == m_model.totalRow() ? m_totals : nullptr);
    setItemDelegateForColumn(m_model.totalColumn(), m_totals);
    setItemDelegateForColumn(m_model.marginColumn(), m_chips);
    setColumnWidth(m_model.marginColumn(), chipWidth);
    setCurrentIndex(m_model.index(0, 0));
}

bool prefersMatrix()
{
    return QSettings().value(matrixKey).toBool();
}

void keepMatrix(bool isMatrix)
{
    QSettings().setValue(matrixKey, isMatrix);
}

} // namespace ui

#include "moc_gridviews.cpp"
