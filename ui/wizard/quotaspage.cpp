#include "ui/wizard/quotaspage.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/issuetext.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int questionWidth = 180;
constexpr int answerWidth = 220;
constexpr int figureWidth = 140;

} // namespace

QuotasPage::QuotasPage(QWidget *parent)
    : WizardPage(parent)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_sums(plainLabel(this, LabelLook::Muted))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    setTableLook(m_table);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Quotas"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers
                             ^ QAbstractItemView::CurrentChanged);
    m_table->setColumnWidth(models::QuotaModel::Question, questionWidth);
    m_table->setColumnWidth(models::QuotaModel::AnswerName, answerWidth);
    m_table->setColumnWidth(models::QuotaModel::Count, figureWidth);
    auto *const none = new EmptyState(this);
    none->show(tr("No targeted answers"),
               tr("Quotas are set for the answers that the audience targets. Without any, the "
                  "survey just fills up to its completes."));
    m_stack->addWidget(m_table);
    m_stack->addWidget(none);
    auto *const even = new QPushButton(tr("&Distribute evenly"), this);
    auto *const clear = new QPushButton(tr("Back to de&fault"), this);
    even->setAutoDefault(false);
    clear->setAutoDefault(false);
    connect(even, &QPushButton::clicked, this, [this] { m_model.distributeEvenly(); });
    connect(clear, &QPushButton::clicked, this, [this] { m_model.clearAll(); });
    connect(&m_model, &models::QuotaModel::quotasChanged, this, [this] {
        showSums();
        Q_EMIT edited();
    });
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(even);
    buttons->addWidget(clear);
    buttons->addStretch();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addLayout(buttons);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_sums);
    rows->addWidget(m_problems);
    m_problems->setWordWrap(true);
    setFocusProxy(m_table);
}

bool QuotasPage::owns(const QByteArray &field) const
{
    return field == "quotas" || field.startsWith("quotas/");
}

void QuotasPage::load(const models::SurveyDraft &draft)
{
    m_draft = draft;
    m_model.setDraft(draft);
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    showSums();
}

void QuotasPage::store(models::SurveyDraft &draft) const
{
    draft.quotas = m_model.quotas();
}

void QuotasPage::showSums()
{
    QStringList sums;
    for (const api::Quota &quota : m_model.quotas()) {
        qint64 sum = 0;
        for (const api::QuotaCriterion &criterion : quota.criteria)
            sum += criterion.requiredCount;
        const models::TargetedQualification *const target = models::find(m_draft, quota.code);
        sums.append(tr("%1: %2 of %3 completes")
                        .arg(target ? models::plain(target->question.title) : QString(),
                             models::countText(sum), models::countText(m_draft.completes)));
    }
    m_sums->setText(sums.isEmpty() ? tr("All answers have the default: all completes.")
                                   : sums.join(u"  ·  "_s));
}

void QuotasPage::showIssues(const QList<models::Issue> &issues, bool)
{
    showIssueText(m_problems, issues, [this](const QByteArray &field) { return owns(field); });
}

} // namespace ui

#include "moc_quotaspage.cpp"
