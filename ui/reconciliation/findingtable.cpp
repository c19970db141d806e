#include "ui/reconciliation/findingtable.h"

#include "models/reconciliation/findingmodel.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {

namespace {

Role faultRole(int fault)
{
    switch (models::UidFault(fault)) {
    case models::UidFault::OddLength:
    case models::UidFault::OddLetters:
        return Role::Warning;
    case models::UidFault::Damaged:
        return Role::Error;
    case models::UidFault::Blank:
    case models::UidFault::Duplicate:
        break;
    }
    return Role::Neutral;
}

/// Signs that look alike are to be told apart.
class IdDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
};

} // namespace

QTableView *findingTable(models::FindingModel &findings, QWidget *parent)
{
    auto *const table = new QTableView(parent);
    setTableLook(table);
    table->setModel(&findings);
    table->setAccessibleName(QCoreApplication::translate("ui::FindingTable", "Findings by line"));
    table->setItemDelegateForColumn(models::FindingModel::Uid, new IdDelegate(table));
    table->setItemDelegateForColumn(models::FindingModel::Finding,
                                    new ChipDelegate(faultRole, table));
    table->setColumnWidth(models::FindingModel::Uid, 240);
    table->setColumnWidth(models::FindingModel::Finding, 120);
    return table;
}

} // namespace ui
