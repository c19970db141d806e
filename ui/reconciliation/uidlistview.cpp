#include "ui/reconciliation/uidlistview.h"

#include "models/support/figures.h"
#include "ui/reconciliation/uidexporter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::UidRowsModel;

namespace ui {

namespace {

constexpr int chipRowHeight = 36; // a chip, and room for its focus

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

UidListView::UidListView(UidListStyle style, Prompt &prompt, Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_style(std::move(style))
    , m_banner(banner)
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addLayout(head());
    makeTable();
    rows->addWidget(m_table, 1);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(space::control);
    m_count = plainLabel(this, LabelLook::Muted);
    m_exporter = new UidExporter(
        prompt, banner, [this](models::UidFormat format) { return sheet(format); }, this);
    m_exporter->setFileName(m_style.fileName);
    foot->addWidget(m_count);
    foot->addWidget(m_exporter, 1);
    rows->addLayout(foot);
    setFocusProxy(m_search);
    connect(&m_model, &UidRowsModel::arranged, this, &UidListView::count);
    count();
}

UidListView::~UidListView()
{
    m_model.disconnect(this); // it goes before the table, which tells that its rows have gone
}

QBoxLayout *UidListView::head()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    // Many chips in a narrow window are scrolled, so that they never widen the page.
    auto *const chips = new QScrollArea(this);
    auto *const inside = new QWidget(chips);
    m_chipRow = new QHBoxLayout(inside);
    m_chipRow->setContentsMargins({});
    m_chipRow->setSpacing(space::control);
    m_chipRow->setSizeConstraint(QLayout::SetMinAndMaxSize);
    chips->setFrameShape(QFrame::NoFrame);
    chips->setWidget(inside);
    chips->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    chips->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chips->setFocusPolicy(Qt::NoFocus);
    chips->setFixedHeight(chipRowHeight);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search UIDs"));
    m_search->setAccessibleName(tr("Search UIDs"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(240);
    row->addWidget(chips, 1);
    row->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &UidListView::filter);
    return row;
}

void UidListView::makeTable()
{
    m_table = new QTableView(this);
    setTableLook(m_table);
    m_table->setAccessibleName(m_style.name);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(UidRowsModel::Line, Qt::AscendingOrder);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(UidRowsModel::Uid, new IdDelegate(m_table));
    m_table->setItemDelegateForColumn(UidRowsModel::Finding,
                                      new ChipDelegate(m_style.roleOf, m_table));
    const QList<int> widths {90, 260, 140, 300};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[column]);
    for (const int column : {UidRowsModel::Line, UidRowsModel::Reason})
        m_table->setColumnHidden(column, !m_style.hasLines);
    m_table->setColumnHidden(UidRowsModel::Source, !m_style.hasSources);
    auto *const copying = new QAction(icon(u"copy"_s), tr("&Copy UIDs"), m_table);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    connect(copying, &QAction::triggered, this, &UidListView::copy);
    m_table->addAction(copying);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void UidListView::setGroups(const QList<UidGroup> &groups)
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_groups = groups;
    for (const UidGroup &group : groups) {
        auto *const chip = new QPushButton(this);
        setChip(chip, group.role);
        chip->setAccessibleName(tr("Show only: %1").arg(group.name));
        connect(chip, &QPushButton::toggled, this, &UidListView::filter);
        m_chipRow->addWidget(chip);
        m_chips.append(chip);
    }
}

void UidListView::setRows(models::UidRows::Pointer rows)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const qint64 some = rows ? rows->countOf(m_groups[i].kinds) : 0;
        m_chips[i]->setText(u"%1 %2"_s.arg(m_groups[i].name, models::countText(some)));
        m_chips[i]->setVisible(some > 0);
        if (some == 0)
            m_chips[i]->setChecked(false);
    }
    m_model.setRows(std::move(rows));
}

void UidListView::setPrices(const models::Prices &prices, const QString &currency)
{
    m_prices = prices;
    m_currency = currency;
    count();
}

void UidListView::setFileName(const QString &name)
{
    m_exporter->setFileName(name);
}

void UidListView::choose(quint32 kinds)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(m_groups[i].kinds == kinds && !m_chips[i]->isHidden());
}

quint32 UidListView::chosenKinds() const
{
    quint32 kinds = 0;
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        if (m_chips[i]->isChecked())
            kinds |= m_groups[i].kinds;
    return kinds == 0 ? ~0U : kinds;
}

void UidListView::filter()
{
    models::UidLook look = m_model.look();
    look.kinds = chosenKinds();
    look.needle = m_search->text().trimmed().toUtf8();
    m_model.look(look);
}

void UidListView::count()
{
    const qint64 shown = m_model.rowCount();
    const qint64 all = m_model.source() ? m_model.source()->size() : 0;
    QString text = shown == all
        ? tr("%Ln UID(s)", nullptr, int(all))
        : tr("%1 of %2").arg(models::countText(shown), models::countText(all));
    m_count->setText(all > 0 && m_prices
                         ? tr("%1 · %2", "12 of 40 · 54.00 to pay").arg(text, moneyText())
                         : all > 0 ? text
                                   : QString());
    m_exporter->setAvailable(shown > 0);
}

/// What is to be paid of the rows that are shown.
QString UidListView::moneyText() const
{
    const models::UidRows &rows = *m_model.source();
    const models::UidOrder &order = *m_model.order();
    qint64 paid = order.isAll ? rows.countOf(m_style.paidKinds) : 0;
    for (const quint32 row : order.rows)
        paid += (m_style.paidKinds >> rows.kind(row) & 1U) != 0 ? 1 : 0;
    return tr("%1 to pay").arg(models::costText(m_prices->costOf(paid), m_currency));
}

void UidListView::copy()
{
    constexpr qsizetype most = 100'000;
    const QItemSelection chosen = m_table->selectionModel()->selection();
    qsizetype count = 0;
    for (const QItemSelectionRange &range : chosen)
        count += range.height();
    if (count > most)
        return m_banner.show(
            Tone::Information,
            tr("No more than %1 UIDs can be copied at once.").arg(models::countText(most)),
            tr("Export the list instead."));
    QStringList uids;
    for (const QItemSelectionRange &range : chosen)
        for (int row = range.top(); row <= range.bottom(); ++row)
            uids.append(m_model.index(row, UidRowsModel::Uid).data(models::IdRole).toString());
    if (!uids.isEmpty())
        QGuiApplication::clipboard()->setText(uids.join(u'\n'));
}

models::UidSheet UidListView::sheet(models::UidFormat format) const
{
    // Of the rows that are shown, which a filter that is still being applied doesn't change.
    const models::UidRows::Pointer &rows = m_model.source();
    const quint32 kinds = m_model.shownKinds();
    if (!m_style.sheet)
        return models::sheetOf(rows, m_model.order(),
                               rows->countOf(kinds & ~m_style.plainKinds) > 0);
    const bool isOne = std::ranges::any_of(
        m_groups, [kinds](const UidGroup &group) { return (kinds & ~group.kinds) == 0; });
    return format == models::UidFormat::Text && isOne
        ? models::sheetOf(rows, m_model.order(), false)
        : m_style.sheet(rows, m_model.order());
}

} // namespace ui

#include "moc_uidlistview.cpp"
