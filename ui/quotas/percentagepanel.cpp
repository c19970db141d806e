#include "ui/quotas/percentagepanel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int textHeight = 96;
constexpr int mostRows = 5; ///< of the preview; beyond, it scrolls
constexpr int totalWidth = 120;
constexpr int questionFieldWidth = 180;
enum Column { AnswerName, Now, New, ColumnCount };

/// A question with one answer has nothing to share out.
QList<models::QuotaSum> shareable(const models::QuotaSheet &sheet)
{
    QList<models::QuotaSum> sums = models::quotaSums(sheet);
    sums.removeIf([](const models::QuotaSum &sum) { return sum.answers < 2; });
    return sums;
}

} // namespace

PercentagePanel::PercentagePanel(models::QuotaModel &quotas, QWidget *parent)
    : QFrame(parent)
    , m_quotas(quotas)
{
    build();
    hide();
    connect(m_question, &QComboBox::currentIndexChanged, this, &PercentagePanel::offer);
    connect(m_total, &QLineEdit::textChanged, this, &PercentagePanel::compute);
    connect(m_percentages, &QPlainTextEdit::textChanged, this, &PercentagePanel::compute);
    connect(&quotas, &models::QuotaModel::edited, this, [this] {
        if (isVisible())
            compute();
    });
}

void PercentagePanel::build()
{
    setProperty("isCard", true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::card, space::padding, space::card);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(this, LabelLook::Section, tr("By percentage: preview")));
    rows->addWidget(wishes());
    m_percentages = new QPlainTextEdit(this);
    m_percentages->setAccessibleName(tr("Percentages"));
    m_percentages->setMaximumHeight(textHeight);
    m_percentages->setTabChangesFocus(true);
    m_outcome = plainLabel(this);
    m_outcome->setWordWrap(true);
    m_preview = new QTableWidget(0, ColumnCount, this);
    m_preview->setHorizontalHeaderLabels({tr("Option"), tr("Now"), tr("New")});
    setTableLook(m_preview);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->horizontalHeader()->setStretchLastSection(false);
    m_preview->horizontalHeader()->setSectionResizeMode(AnswerName, QHeaderView::Stretch);
    for (int column = Now; column < ColumnCount; ++column)
        m_preview->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight
                                                                  | Qt::AlignVCenter);
    auto *const sides = new QHBoxLayout;
    sides->setSpacing(space::card);
    sides->addWidget(m_percentages, 1, Qt::AlignTop);
    sides->addWidget(m_preview, 2);
    rows->addLayout(sides);
    rows->addWidget(m_outcome);
    m_apply = new QPushButton(tr("Appl&y to quotas"), this);
    auto *const cancel = new QPushButton(tr("Ca&ncel"), this);
    connect(m_apply, &QPushButton::clicked, this, &PercentagePanel::apply);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    for (QPushButton *const button : {m_apply, cancel}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    rows->addLayout(buttons);
}

QWidget *PercentagePanel::wishes()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_question = new QComboBox(bar);
    m_question->setAccessibleName(tr("Qualification"));
    m_question->setMinimumWidth(questionFieldWidth);
    m_total = new QLineEdit(bar);
    m_total->setAccessibleName(tr("Total"));
    m_total->setAlignment(Qt::AlignRight);
    m_total->setFixedWidth(totalWidth);
    QLabel *const questionCaption = plainLabel(bar, LabelLook::Muted, tr("Qualification"));
    questionCaption->setBuddy(m_question);
    QLabel *const totalCaption = plainLabel(bar, LabelLook::Muted, tr("Total"));
    totalCaption->setBuddy(m_total);
    QLabel *const hint = plainLabel(bar, LabelLook::Muted,
                                    tr("A line for each option: “Male 48 %” or just the numbers."));
    for (QWidget *const widget :
         {static_cast<QWidget *>(questionCaption), static_cast<QWidget *>(m_question),
          static_cast<QWidget *>(totalCaption), static_cast<QWidget *>(m_total),
          static_cast<QWidget *>(hint)})
        row->addWidget(widget);
    row->addStretch();
    return bar;
}

void PercentagePanel::open(api::QualificationCode code)
{
    const QSignalBlocker quiet(m_question);
    const QSignalBlocker quietTotal(m_total);
    m_question->clear();
    for (const models::QuotaSum &sum : shareable(m_quotas.sheet()))
        m_question->addItem(models::plain(sum.question), sum.code.value);
    m_question->setCurrentIndex(std::max(0, m_question->findData(code.value)));
    const int completes = m_quotas.sheet().completes;
    m_total->setText(completes < 1 ? QString() : models::countText(completes));
    show();
    offer();
    m_percentages->setFocus();
    m_percentages->selectAll();
}

api::QualificationCode PercentagePanel::code() const
{
    return {m_question->currentData().toInt()};
}

void PercentagePanel::offer()
{
    const QSignalBlocker quiet(m_percentages);
    m_percentages->setPlainText(models::percentageText(m_quotas.sheet(), code()));
    compute();
}

void PercentagePanel::compute()
{
    const auto total = models::countFromText(m_total->text().trimmed());
    const bool isTotal = total && *total >= 0;
    setWrong(m_total, !isTotal);
    m_note.clear();
    if (m_question->count() == 0)
        m_plan =
            tl::unexpected(tr("No qualification here has several options to share out among."));
    else if (!isTotal)
        m_plan = tl::unexpected(tr("The total is a whole number."));
    else
        m_plan = models::byPercentage(m_quotas.sheet(), code(), *total,
                                      m_percentages->toPlainText(), &m_note);
    showPlan();
}

void PercentagePanel::showPlan()
{
    m_apply->setEnabled(m_plan && !m_plan->isEmpty());
    m_preview->setVisible(m_plan.has_value());
    QStringList lines {m_note};
    lines.append(m_plan
                     ? tr("%n quota(s) change. Nothing is sent yet.", nullptr, int(m_plan->size()))
                     : m_plan.error());
    lines.removeAll(QString());
    m_outcome->setText(lines.join(u'\n'));
    m_outcome->setAccessibleName(m_outcome->text());
    if (!m_plan)
        return;
    const models::QuotaSheet &sheet = m_quotas.sheet();
    models::QuotaSheet next = sheet;
    for (const models::QuotaStep &step : *m_plan)
        models::valueAt(next, step.cell) = step.after;
    m_preview->setRowCount(0);
    for (qsizetype i = 0; i < sheet.rows.size(); ++i) {
        if (sheet.rows[i].code != code())
            continue;
        const int row = m_preview->rowCount();
        m_preview->insertRow(row);
        const QString texts[] = {models::plain(sheet.rows[i].answer),
                                 models::quotaText(sheet.rows[i].current, sheet.completes),
                                 models::quotaText(next.rows[i].current, sheet.completes)};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *const item = new QTableWidgetItem(texts[column]);
            if (column > AnswerName)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            QFont bold = item->font();
            bold.setBold(column == New);
            item->setFont(bold);
            m_preview->setItem(row, column, item);
        }
    }
    m_preview->setFixedHeight(m_preview->horizontalHeader()->sizeHint().height()
                              + std::min(m_preview->rowCount(), mostRows) * space::row
                              + 2 * m_preview->frameWidth());
}

void PercentagePanel::apply()
{
    if (!m_plan)
        return;
    const models::QuotaEdit edit = *m_plan;
    hide();
    Q_EMIT applied(edit);
}

} // namespace ui

#include "moc_percentagepanel.cpp"
