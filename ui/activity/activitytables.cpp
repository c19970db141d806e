#include "ui/activity/activitytables.h"

#include "models/activity/activityfilter.h"
#include "models/activity/callmodel.h"
#include "models/activity/changemodel.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"

#include <QCoreApplication>
#include <QTableView>

namespace ui {

namespace {

Role resultRole(int status)
{
    if (status == 0)
        return Role::Good;
    return api::ErrorKind(status - 1) == api::ErrorKind::Cancelled ? Role::Neutral : Role::Error;
}

Role originRole(int)
{
    return Role::Neutral;
}

QTableView *table(models::ActivityFilter &filter, const QString &name, const QList<int> &widths,
                  QWidget *parent)
{
    auto *const view = new QTableView(parent);
    setTableLook(view);
    view->setModel(&filter);
    view->setAccessibleName(name);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setSortingEnabled(true);
    view->sortByColumn(0, Qt::DescendingOrder);
    for (int column = 0; column < int(widths.size()); ++column)
        view->setColumnWidth(column, widths[column]);
    return view;
}

} // namespace

QTableView *callTable(models::ActivityFilter &calls, bool isOfAll, QWidget *parent)
{
    QTableView *const view = table(calls, QCoreApplication::translate("ui::ActivityView", "Calls"),
                                   {150, 220, 240, 130, 60, 90, 60, 90}, parent);
    view->setItemDelegateForColumn(models::CallModel::Result, new ChipDelegate(resultRole, view));
    view->setColumnHidden(models::CallModel::Survey, !isOfAll);
    return view;
}

QTableView *changeTable(models::ActivityFilter &changes, bool isOfAll, QWidget *parent)
{
    QTableView *const view =
        table(changes, QCoreApplication::translate("ui::ActivityView", "Changes"),
              {150, 240, 180, 160, 160}, parent);
    view->setItemDelegateForColumn(models::ChangeModel::Where, new ChipDelegate(originRole, view));
    view->setColumnHidden(models::ChangeModel::Survey, !isOfAll);
    return view;
}

} // namespace ui
