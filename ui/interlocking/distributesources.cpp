#include "models/files/work.h"
#include "models/interlocking/gridcompletes.h"
#include "models/interlocking/gridseed.h"
#include "ui/interlocking/distributepanel.h"
#include "ui/interlocking/othergrid.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Counted = tl::expected<models::PeopleCount, QString>;

constexpr qsizetype mostPastedAtOnce = 500'000; ///< characters; more would hold up the window

} // namespace

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
