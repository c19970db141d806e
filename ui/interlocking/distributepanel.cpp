#include "ui/interlocking/distributepanel.h"

#include "models/files/work.h"
#include "models/interlocking/gridcompletes.h"
#include "models/interlocking/gridseed.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/interlocking/othergrid.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using models::PlanMethod;

constexpr int pasteHeight = 60;
constexpr int previewHeight = 220;
constexpr int totalWidth = 120;
enum Column { Combination, Now, Fitted, New, Change, ColumnCount };

bool isPasted(PlanMethod method)
{
    return method == PlanMethod::PastedMargins || method == PlanMethod::PastedPattern
        || method == PlanMethod::Rebalance;
}

QString hintOf(PlanMethod method)
{
    switch (method) {
    case PlanMethod::Evenly:
        return DistributePanel::tr("The total over all cells alike.");
    case PlanMethod::ByMargins:
        return DistributePanel::tr("In proportion to the quotas of the single qualifications; "
                                   "options without one share what the others leave.");
    case PlanMethod::PastedMargins:
        return DistributePanel::tr("A block for each qualification, a line for each option, blank "
                                   "lines between: “Male 48%” or just the numbers.");
    case PlanMethod::CurrentPattern:
        return DistributePanel::tr("Keeps the pattern of the cells as they are and meets the "
                                   "quotas of the single qualifications.");
    case PlanMethod::PastedPattern:
        return DistributePanel::tr("Keeps the pattern of a pasted cross-table, row by row, and "
                                   "meets the quotas of the single qualifications.");
    case PlanMethod::OtherPattern:
        return DistributePanel::tr("Keeps the pattern of another survey’s grid and meets the "
                                   "quotas of the single qualifications.");
    case PlanMethod::NewTotal:
        return DistributePanel::tr("The cells and their margins in proportion to the total.");
    case PlanMethod::Rebalance:
        break;
    }
    return DistributePanel::tr("Type or paste the completes of each cell, row by row, or a line "
                               "for each respondent with UID and options. No cell drops below its "
                               "completes; the rest is refitted to the margins.");
}

QString changeText(int change)
{
    return change == 0 ? u"0"_s : (change > 0 ? u"+"_s : u"−"_s) + models::countText(qAbs(change));
}

using Counted = tl::expected<models::PeopleCount, QString>;

constexpr qsizetype mostPastedAtOnce = 500'000; ///< characters; more would hold up the window

} // namespace

DistributePanel::DistributePanel(models::Session &session, const api::SurveyId &own,
                                 models::InterlockingModel &cells, Prompt &prompt, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_own(own)
    , m_cells(cells)
    , m_prompt(prompt)
{
    build();
    hide();
    connect(m_method, &QComboBox::currentIndexChanged, this, &DistributePanel::compute);
    connect(m_total, &QLineEdit::textChanged, this, &DistributePanel::compute);
    connect(m_pasted, &QPlainTextEdit::textChanged, this, &DistributePanel::compute);
    connect(&cells, &models::InterlockingModel::edited, this, [this] {
        if (isVisible())
            compute();
    });
}

void DistributePanel::build()
{
    setProperty("isCard", true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::card, space::padding, space::card);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(this, LabelLook::Section, tr("Distribute: preview")));
    rows->addWidget(wishes());
    m_hint = plainLabel(this, LabelLook::Muted);
    m_hint->setWordWrap(true);
    m_pasted = new QPlainTextEdit(this);
    m_pasted->setAccessibleName(tr("Pasted numbers"));
    m_pasted->setMaximumHeight(pasteHeight);
    m_pasted->setTabChangesFocus(true);
    m_outcome = plainLabel(this);
    m_outcome->setWordWrap(true);
    buildPreview();
    for (QWidget *const widget :
         {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_pasted), sources(),
          static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_preview)})
        rows->addWidget(widget);
    m_apply = new QPushButton(tr("Appl&y to grid"), this);
    setPrimary(m_apply);
    auto *const cancel = new QPushButton(tr("Ca&ncel"), this);
    connect(m_apply, &QPushButton::clicked, this, &DistributePanel::apply);
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(m_apply);
    buttons->addWidget(cancel);
    buttons->addStretch();
    rows->addLayout(buttons);
}

void DistributePanel::buildPreview()
{
    m_preview = new QTableWidget(0, ColumnCount, this);
    m_preview->setHorizontalHeaderLabels(
        {tr("Combination"), tr("Now"), tr("Fitted"), tr("New"), tr("Change")});
    setTableLook(m_preview);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setMinimumHeight(previewHeight / 3);
    m_preview->setMaximumHeight(previewHeight);
    m_preview->horizontalHeader()->setStretchLastSection(false);
    m_preview->horizontalHeader()->setSectionResizeMode(Combination, QHeaderView::Stretch);
    for (int column = Now; column < ColumnCount; ++column)
        m_preview->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight
                                                                  | Qt::AlignVCenter);
}

QWidget *DistributePanel::wishes()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_method = new QComboBox(bar);
    m_method->setAccessibleName(tr("Distribute"));
    const std::pair<QString, PlanMethod> methods[] = {
        {tr("Evenly"), PlanMethod::Evenly},
        {tr("By margins"), PlanMethod::ByMargins},
        {tr("By pasted percentages or counts"), PlanMethod::PastedMargins},
        {tr("By margins, keeping the current pattern"), PlanMethod::CurrentPattern},
        {tr("By margins, keeping a pasted pattern"), PlanMethod::PastedPattern},
        {tr("By margins, keeping another survey’s pattern"), PlanMethod::OtherPattern},
        {tr("Scale to the total"), PlanMethod::NewTotal},
        {tr("Re-balance in field"), PlanMethod::Rebalance}};
    for (const auto &[text, method] : methods)
        m_method->addItem(text, int(method));
    m_total = new QLineEdit(bar);
    m_total->setAccessibleName(tr("Total"));
    m_total->setAlignment(Qt::AlignRight);
    m_total->setFixedWidth(totalWidth);
    QLabel *const methodCaption = plainLabel(bar, LabelLook::Muted, tr("Distribute"));
    methodCaption->setBuddy(m_method);
    QLabel *const totalCaption = plainLabel(bar, LabelLook::Muted, tr("Total"));
    totalCaption->setBuddy(m_total);
    for (QWidget *const widget :
         {static_cast<QWidget *>(methodCaption), static_cast<QWidget *>(m_method),
          static_cast<QWidget *>(totalCaption), static_cast<QWidget *>(m_total)})
        row->addWidget(widget);
    row->addStretch();
    return bar;
}

void DistributePanel::open(qint64 total)
{
    const QSignalBlocker quiet(m_total);
    m_total->setText(models::countText(total));
    m_method->setCurrentIndex(m_method->findData(int(PlanMethod::ByMargins)));
    show();
    compute();
    m_method->setFocus();
}

void DistributePanel::compute()
{
    const auto method = PlanMethod(m_method->currentData().toInt());
    const auto total = models::countFromText(m_total->text().trimmed());
    m_hint->setText(hintOf(method));
    m_pasted->setVisible(isPasted(method));
    showSources(method);
    setWrong(m_total, !total);
    const QString pasted = m_pasted->toPlainText();
    if (!total)
        m_plan = tl::unexpected(tr("The total is a whole number."));
    else if (isPasted(method) && pasted.trimmed().isEmpty())
        m_plan = tl::unexpected(tr("Paste the numbers above."));
    else
        m_plan = plan({method, *total, pasted});
    showPlan();
}

QString DistributePanel::summary() const
{
    const models::InterlockingGrid &grid = m_cells.grid();
    const qint64 sum = std::accumulate(m_plan->cells.begin(), m_plan->cells.end(), qint64(0));
    const qsizetype changes = models::planEdit(grid, *m_plan).size();
    QStringList parts {
        tr("Sum %1, now %2.").arg(models::countText(sum), models::countText(grid.sum())),
        tr("%n cell(s) change.", nullptr, int(changes))};
    if (m_plan->rounds > 0)
        parts.prepend(tr("Fitted in %n iteration(s); all margins match.", nullptr, m_plan->rounds));
    const QString all = parts.join(u' ') + u' ' + tr("Nothing is sent yet.");
    return m_plan->note.isEmpty() ? all : m_plan->note + u'\n' + all;
}

void DistributePanel::showPlan()
{
    m_apply->setEnabled(m_plan && !models::planEdit(m_cells.grid(), *m_plan).isEmpty());
    m_preview->setVisible(m_plan.has_value());
    m_outcome->setText(m_plan ? summary() : m_plan.error());
    m_outcome->setAccessibleName(m_outcome->text());
    if (!m_plan)
        return;
    const models::InterlockingGrid &grid = m_cells.grid();
    m_preview->setRowCount(int(grid.cells.size()));
    for (int row = 0; row < m_preview->rowCount(); ++row) {
        const int now = grid.cells[row].current;
        const int next = m_plan->cells[row];
        const QString texts[] = {models::plain(grid.names(row).join(u", "_s)),
                                 models::countText(now),
                                 QLocale().toString(m_plan->fitted[row], 'f', 2),
                                 models::countText(next), changeText(next - now)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *const item = new QTableWidgetItem(texts[column]);
            if (column > Combination)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            QFont bold = item->font();
            bold.setBold(column == New);
            item->setFont(bold);
            m_preview->setItem(row, column, item);
        }
    }
}

void DistributePanel::apply()
{
    if (!m_plan)
        return;
    const models::GridEdit edit = models::planEdit(m_cells.grid(), *m_plan);
    const QString name = tr("distribution over %n cell(s): %1", nullptr, int(edit.size()))
                             .arg(m_method->currentText());
    hide();
    Q_EMIT applied(edit, name);
    Q_EMIT closed();
}

QWidget *DistributePanel::sources()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_other = new OtherGrid(m_session, bar);
    m_import = new QPushButton(tr("&Import completes…"), bar);
    m_report = plainLabel(bar, LabelLook::Muted);
    m_report->setWordWrap(true);
    row->addWidget(m_other);
    row->addWidget(m_import);
    row->addWidget(m_report, 1);
    connect(m_other, &OtherGrid::changed, this, &DistributePanel::compute);
    connect(m_import, &QPushButton::clicked, this, &DistributePanel::chooseFile);
    return bar;
}

void DistributePanel::showSources(models::PlanMethod method)
{
    const bool isOther = method == models::PlanMethod::OtherPattern;
    if (isOther && m_other->isHidden())
        m_other->offerAllBut(m_own);
    const bool isRebalance = method == models::PlanMethod::Rebalance;
    m_other->setVisible(isOther);
    m_import->setVisible(isRebalance);
    m_report->setText(isRebalance ? m_imported : QString());
    m_report->parentWidget()->setVisible(isOther || isRebalance);
}

void DistributePanel::chooseFile()
{
    m_prompt.openFile(this, tr("Import completes: UID and options of each respondent"),
                      {tr("Lists (*.csv *.tsv *.txt)"), tr("All files (*)")}, this,
                      [this](const QStringList &paths) {
                          if (!paths.value(0).isEmpty())
                              importFile(paths.first());
                      });
}

void DistributePanel::importFile(const QString &path)
{
    m_import->setEnabled(false);
    const auto work = [path, grid = m_cells.grid()]() -> Counted {
        return models::TextSource::open(path).map(
            [&grid](const auto &text) { return models::countPeople(grid, *text); });
    };
    whenFinished(models::inWorker(work), this, [this](const Counted &counted) {
        m_import->setEnabled(true);
        m_imported = counted ? models::peopleText(*counted) : counted.error();
        if (counted && counted->people > 0)
            m_pasted->setPlainText(models::cellsText(m_cells.grid(), counted->cells));
        compute();
    });
}

/// Completes that were pasted as people instead of numbers.
QList<int> DistributePanel::pastedPeople()
{
    const QString text = m_pasted->toPlainText();
    if (models::holdsEveryCell(m_cells.grid(), text))
        return {};
    if (text.size() > mostPastedAtOnce) {
        m_report->setText(tr("This is a long list: import it as a file."));
        return {};
    }
    const models::PeopleCount counted =
        models::countPeople(m_cells.grid(), *models::TextSource::fromText(text));
    if (counted.people == 0)
        return {};
    m_report->setText(models::peopleText(counted));
    return counted.cells;
}

tl::expected<models::GridPlan, QString> DistributePanel::plan(models::PlanWish wish)
{
    if (wish.method == models::PlanMethod::OtherPattern) {
        if (!m_other->grid())
            return tl::make_unexpected(m_other->problem());
        const auto seed = models::seedFrom(*m_other->grid(), m_cells.grid());
        if (!seed)
            return tl::make_unexpected(seed.error());
        m_report->setText(seed->remarks.join(u' '));
        wish.seed = seed->cells;
    }
    if (wish.method == models::PlanMethod::Rebalance)
        wish.completes = pastedPeople();
    return models::planGrid(m_cells.grid(), m_cells.quotas(), wish);
}

} // namespace ui

#include "moc_distributepanel.cpp"
