#include "ui/quotas/quotaeditor.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/quotas/percentagepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using models::QuotaModel;

constexpr int questionWidth = 200;
constexpr int answerWidth = 220;
constexpr int figureWidth = 120;

/// "GENDER: 380 of 400 completes, 20 short"
QString sumText(const models::QuotaSum &sum, int completes)
{
    const QString question = models::plain(sum.question);
    if (sum.defaults > 0)
        return QuotaEditor::tr("%1: %2 set, %n option(s) by default", nullptr, sum.defaults)
            .arg(question, models::countText(sum.sum));
    if (completes < 1) // unknown
        return QuotaEditor::tr("%1: sum %2").arg(question, models::countText(sum.sum));
    const QString text =
        QuotaEditor::tr("%1: %2 of %3 completes")
            .arg(question, models::countText(sum.sum), models::countText(completes));
    const qint64 difference = sum.difference(completes);
    if (sum.sum == 0)
        return QuotaEditor::tr("%1: every option is closed, nobody can complete").arg(question);
    if (difference < 0)
        return QuotaEditor::tr("%1, %2 short").arg(text, models::countText(-difference));
    return difference > 0 ? QuotaEditor::tr("%1, %2 over").arg(text, models::countText(difference))
                          : text + u" ✓"_s;
}

QStringList neverFull(const models::QuotaSheet &sheet)
{
    QStringList texts;
    for (const models::QuotaRow &row : sheet.rows) {
        if (sheet.completes > 0 && row.current.value_or(0) > sheet.completes)
            texts.append(QuotaEditor::tr("%1: more than all %2 completes")
                             .arg(models::quotaName(row), models::countText(sheet.completes)));
    }
    return texts;
}

} // namespace

QuotaEditor::QuotaEditor(Of of, QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_table(new CellTable(m_model, this))
    , m_panel(new PercentagePanel(m_model, this))
    , m_sums(plainLabel(this, LabelLook::Muted))
    , m_warnings(plainLabel(this, LabelLook::Warning))
    , m_age(plainLabel(this, LabelLook::Muted))
{
    m_model.setMarking(of == Survey);
    m_table->setAccessibleName(tr("Quotas"));
    m_table->setColumnWidth(QuotaModel::Question, questionWidth);
    m_table->setColumnWidth(QuotaModel::AnswerName, answerWidth);
    m_table->setColumnWidth(QuotaModel::Count, figureWidth);
    for (QLabel *const label : {m_sums, m_warnings, m_age})
        label->setWordWrap(true);
    setFocusProxy(m_table);
    buildActions(of);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(toolbar());
    rows->addWidget(m_banner);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_panel);
    rows->addWidget(m_warnings);
    rows->addWidget(m_sums);
    rows->addWidget(m_age);
    m_age->hide();
    listen();
    showSums();
}

QuotaEditor::~QuotaEditor()
{
    m_undo.disconnect(this); // it clears itself as it goes, when nobody may listen any more
}

void QuotaEditor::listen()
{
    connect(&m_model, &QuotaModel::editWanted, this, [this](const models::QuotaEdit &edit) {
        push(edit, tr("edit of %n quota(s)", nullptr, int(edit.size())));
    });
    connect(&m_model, &QuotaModel::refused, this, [this](const QString &sentence) {
        showInputProblem(tr("The cell keeps its value."), sentence);
    });
    connect(&m_model, &QuotaModel::edited, this, [this] {
        showSums();
        Q_EMIT edited();
    });
    connect(&m_undo, &QUndoStack::indexChanged, this, &QuotaEditor::completesEdited);
    connect(m_table, &CellTable::selectionChangedByAny, this, &QuotaEditor::showSums);
    connect(m_panel, &PercentagePanel::applied, this, [this](const models::QuotaEdit &edit) {
        push(edit, tr("distribution of %n quota(s) by percentage", nullptr, int(edit.size())));
    });
}

void QuotaEditor::setSheet(const models::QuotaSheet &sheet)
{
    const bool isOther = !m_model.sheet().hasSameRows(sheet);
    if (isOther) {
        m_undo.clear(); // its steps are about other rows
        m_panel->hide();
    } else {
        rebase(sheet);
    }
    m_model.setSheet(sheet);
    if (isOther && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, QuotaModel::Count));
}

void QuotaEditor::focusQuestion(api::QualificationCode code)
{
    const auto &all = sheet().rows;
    const auto row = std::ranges::find(all, code, &models::QuotaRow::code);
    if (row != all.end())
        m_table->setCurrentIndex(m_model.index(int(row - all.begin()), QuotaModel::Count));
    m_table->setFocus();
}

void QuotaEditor::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_model.setReadOnly(isReadOnly);
    for (QAction *const action : {m_even, m_percentages, m_close, m_default})
        action->setEnabled(!isReadOnly);
    if (isReadOnly)
        m_panel->hide();
}

void QuotaEditor::showCompletes(bool areShown)
{
    m_model.setCompletesShown(areShown);
    if (!areShown)
        return;
    for (const int column : {QuotaModel::Completes, QuotaModel::Remaining})
        m_table->setColumnWidth(column, figureWidth);
    if (sheet().importedCompletes().isEmpty() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(
            m_model.index(std::max(0, m_table->currentIndex().row()), QuotaModel::Completes));
}

void QuotaEditor::setCompletesAge(const QDateTime &at)
{
    m_age->setVisible(at.isValid());
    m_age->setText(tr("Completes as entered here on %1; the service doesn’t report them per quota.")
                       .arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat)));
    if (at.isValid() && m_completes)
        m_completes->setChecked(true);
}

void QuotaEditor::finishEditing()
{
    m_table->finishEditing();
}

void QuotaEditor::showSums()
{
    const models::QuotaSheet &sheet = m_model.sheet();
    QStringList good;
    QStringList warnings;
    for (const models::QuotaSum &sum : models::quotaSums(sheet)) {
        if (sum.defaults == sum.answers)
            continue;
        const bool isGood = sheet.completes < 1
            || (sum.difference(sheet.completes) == 0 && (sum.sum > 0 || sum.defaults > 0));
        (isGood ? good : warnings).append(sumText(sum, sheet.completes));
    }
    warnings += neverFull(sheet);
    if (good.isEmpty() && warnings.isEmpty())
        good.append(tr("All options have the default: all completes."));
    const QList<qsizetype> rows = chosenRows();
    if (rows.size() > 1) {
        qint64 sum = 0;
        for (const qsizetype row : rows)
            sum += sheet.rows[row].current.value_or(0);
        good.append(tr("%n selected", nullptr, int(rows.size())) + u": "_s
                    + models::countText(sum));
    }
    const QString between = u"  ·  "_s;
    m_sums->setText(good.join(between));
    m_sums->setVisible(!good.isEmpty());
    m_warnings->setText(warnings.join(between));
    m_warnings->setVisible(!warnings.isEmpty());
}

} // namespace ui

#include "moc_quotaeditor.cpp"
