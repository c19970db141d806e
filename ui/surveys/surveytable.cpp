#include "ui/surveys/surveytable.h"

#include "models/surveys/surveyexport.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/bardelegate.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/looks.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;
using models::SurveyModel;

namespace ui {

namespace {

constexpr int stateSchema = 2;
const QString stateKey = u"surveys/columns"_s;
const QString schemaKey = u"surveys/columnsSchema"_s;

constexpr int widths[] = {94, 210, 100, 126, 92, 132, 92, 108, 64, 80, 76, 96, 100, 100, 88, 202};

/// What needs a person is seen without scrolling.
constexpr SurveyModel::Column order[] = {
    SurveyModel::Code,     SurveyModel::Name,       SurveyModel::Status,     SurveyModel::Country,
    SurveyModel::Language, SurveyModel::Completes,  SurveyModel::PaceColumn, SurveyModel::Attention,
    SurveyModel::Entrants, SurveyModel::Conversion, SurveyModel::Ir,         SurveyModel::Loi,
    SurveyModel::Cpi,      SurveyModel::Spend,      SurveyModel::Start,      SurveyModel::End};

/// Names are bold; numbers keep their own alignment.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setWeight(QFont::DemiBold);
    }
};

} // namespace

SurveyTable::SurveyTable(SurveyModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setTableLook(this);
    setAccessibleName(tr("Surveys"));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setItemDelegateForColumn(SurveyModel::Name, new NameDelegate(this));
    setItemDelegateForColumn(SurveyModel::Status, new ChipDelegate(statusRole, this));
    setItemDelegateForColumn(SurveyModel::PaceColumn, new ChipDelegate(paceRole, this));
    setItemDelegateForColumn(SurveyModel::Attention, new ChipDelegate(attentionRole, this));
    setItemDelegateForColumn(SurveyModel::Completes, new BarDelegate(this));
    QHeaderView *const header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showColumnMenu(header->mapToGlobal(at)); });
    setSortingEnabled(true);
    restoreColumns();
    keepSelectionOverResets();
    connect(this, &QTableView::doubleClicked, this, &SurveyTable::openCurrent);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SurveyTable::selectionChangedByAny);
}

SurveyTable::~SurveyTable()
{
    QSettings settings;
    settings.setValue(stateKey, horizontalHeader()->saveState());
    settings.setValue(schemaKey, stateSchema);
}

void SurveyTable::restoreColumns()
{
    resetColumns();
    const QSettings settings;
    if (settings.value(schemaKey).toInt() == stateSchema)
        horizontalHeader()->restoreState(settings.value(stateKey).toByteArray());
    const int sorted = horizontalHeader()->isSortIndicatorShown()
        ? horizontalHeader()->sortIndicatorSection()
        : -1;
    m_model.sort(sorted < m_model.columnCount() ? sorted : -1,
                 horizontalHeader()->sortIndicatorOrder());
}

void SurveyTable::resetColumns()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        horizontalHeader()->setSectionHidden(column, false);
        horizontalHeader()->resizeSection(column, widths[column]);
    }
    for (int place = 0; place < m_model.columnCount(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(order[place]), place);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void SurveyTable::keepSelectionOverResets()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_selectedIds.clear();
        for (const api::Survey &survey : selected())
            m_selectedIds.append(survey.id.value);
        m_currentId = currentIndex().data(models::IdRole).toString();
    });
    connect(
        &m_model, &QAbstractItemModel::modelReset, this,
        [this] {
            QItemSelection selection;
            for (const QString &id : std::as_const(m_selectedIds)) {
                const QModelIndex index = m_model.indexOf({id});
                if (index.isValid())
                    selection.select(index, index);
            }
            const QModelIndex current = m_model.indexOf({m_currentId});
            if (current.isValid())
                selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
            selectionModel()->select(selection,
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
            Q_EMIT selectionChangedByAny();
        },
        Qt::QueuedConnection); // behind the view's own handling of the reset
}

QList<api::Survey> SurveyTable::selected() const
{
    QList<api::Survey> surveys;
    if (selectionModel()) {
        for (const QModelIndex &row : selectionModel()->selectedRows())
            surveys.append(m_model.survey(row));
    }
    return surveys;
}

QList<int> SurveyTable::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < m_model.columnCount(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void SurveyTable::copy(bool withHeaders) const
{
    if (selectionModel()->hasSelection())
        copyTable(
            models::surveyCells(m_model.rows(selectionModel()->selectedRows()), shownColumns()),
            withHeaders);
}

void SurveyTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid())
        openCurrent(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

/// Coming by the keyboard, the row of the current cell is chosen: it looks so, and the actions are
/// for what is chosen.
void SurveyTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool isByKeyboard = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::OtherFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    if (isByKeyboard && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

void SurveyTable::openCurrent(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT opened(m_model.survey(index).id);
}

void SurveyTable::showColumnMenu(const QPoint &at)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (column == SurveyModel::Name) // a row needs something to be known by
            continue;
        QAction *const action =
            menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset columns")), &QAction::triggered, this,
            &SurveyTable::resetColumns);
    menu->popup(at);
}

} // namespace ui

#include "moc_surveytable.cpp"
