#include "ui/wizard/interlockingstep.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/issuetext.h"

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listHeight = 120;
constexpr int nameWidth = 180;

} // namespace

InterlockingStep::InterlockingStep(QWidget *parent)
    : WizardPage(parent)
    , m_stack(new QStackedWidget(this))
    , m_list(new QListWidget(this))
    , m_count(plainLabel(this, LabelLook::Muted))
    , m_table(new QTableView(this))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    auto *const none = new EmptyState(this);
    none->show(tr("No qualifications to interlock"),
               tr("Interlocking quotas combine the qualifications of the audience. Target at least "
                  "one first."));
    m_stack->addWidget(body());
    m_stack->addWidget(none);
    auto *const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &InterlockingStep::cross);
    connect(&m_model, &models::DraftCellModel::cellsChanged, this, [this] {
        showFigures();
        Q_EMIT edited();
    });
}

QWidget *InterlockingStep::body()
{
    auto *const body = new QWidget(this);
    m_list->setAccessibleName(tr("Qualifications to interlock"));
    m_list->setMaximumHeight(listHeight);
    setTableLook(m_table);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Cells"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers
                             ^ QAbstractItemView::CurrentChanged);
    m_problems->setWordWrap(true);
    auto *const even = new QPushButton(tr("&Distribute evenly"), body);
    even->setAutoDefault(false);
    connect(even, &QPushButton::clicked, this, [this] { m_model.distributeEvenly(); });
    setTabOrder(m_list, even);
    setTabOrder(even, m_table);
    QLabel *const caption =
        plainLabel(body, LabelLook::Text,
                   tr("&Interlock up to four qualifications (none = no interlocking quotas):"));
    caption->setBuddy(m_list);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_count, 1);
    line->addWidget(even);
    auto *const rows = new QVBoxLayout(body);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(caption);
    rows->addWidget(m_list);
    rows->addLayout(line);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_problems);
    return body;
}

bool InterlockingStep::owns(const QByteArray &field) const
{
    return field == "interlocked" || field == "cells";
}

void InterlockingStep::load(const models::SurveyDraft &draft)
{
    m_draft = draft;
    fillList();
    m_model.setDraft(draft);
    m_stack->setCurrentIndex(draft.qualifications.isEmpty() ? 1 : 0);
    showFigures();
}

void InterlockingStep::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const models::TargetedQualification &target : std::as_const(m_draft.qualifications)) {
        const int options = int(models::answers(target).size());
        auto *const item = new QListWidgetItem(
            tr("%1: %n option(s)", nullptr, options).arg(models::plain(target.question.title)),
            m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(m_draft.interlocked.contains(target.question.code) ? Qt::Checked
                                                                               : Qt::Unchecked);
    }
}

void InterlockingStep::cross()
{
    QList<api::QualificationCode> codes;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            codes.append(m_draft.qualifications[row].question.code);
    }
    m_draft.interlocked = codes;
    m_draft.cells.clear(); // they are about other combinations
    m_model.setDraft(m_draft);
    for (int column = 0; column + 1 < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column, nameWidth);
    showFigures();
    Q_EMIT edited();
}

void InterlockingStep::store(models::SurveyDraft &draft) const
{
    draft.interlocked = m_draft.interlocked;
    draft.cells = m_model.cells();
}

void InterlockingStep::showFigures()
{
    const int count = models::combinationCount(m_draft, m_draft.interlocked);
    const QString combinations =
        tr("%1 of at most %2 combinations")
            .arg(models::countText(count), models::countText(models::mostCombinations));
    m_count->setText(count == 0 ? combinations
                                : tr("%1  ·  sum %2 of %3 completes")
                                      .arg(combinations, models::countText(m_model.sum()),
                                           models::countText(m_draft.completes)));
}

/// To the first cell that is out of bounds, if one is.
void InterlockingStep::focusField(const QByteArray &field)
{
    if (field != "cells" || m_model.rowCount() == 0)
        return setFocus();
    m_table->setCurrentIndex(
        m_model.index(std::max(0, m_model.firstOutside()), m_model.columnCount() - 1));
    m_table->setFocus();
}

void InterlockingStep::showIssues(const QList<models::Issue> &issues, bool)
{
    showIssueText(m_problems, issues, [this](const QByteArray &field) { return owns(field); });
}

} // namespace ui

#include "moc_interlockingstep.cpp"
