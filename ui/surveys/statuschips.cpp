#include "ui/surveys/statuschips.h"

#include "models/support/figures.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QPushButton>

using api::SurveyStatus;

namespace ui {

StatusChips::StatusChips(QWidget *parent)
    : QWidget(parent)
    , m_names {{SurveyStatus::Active, tr("Active")},
               {SurveyStatus::Inactive, tr("Inactive")},
               {SurveyStatus::Completed, tr("Completed")},
               {SurveyStatus::Closed, tr("Closed")}}
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::control);
    for (const SurveyStatus status : {SurveyStatus::Active, SurveyStatus::Inactive,
                                      SurveyStatus::Completed, SurveyStatus::Closed}) {
        auto *const chip = new QPushButton(m_names[status], this);
        setChip(chip, statusRole(int(status)));
        chip->setAccessibleName(tr("Show %1 surveys").arg(m_names[status]));
        connect(chip, &QPushButton::toggled, this, &StatusChips::changed);
        row->addWidget(chip);
        m_chips.insert(status, chip);
    }
    m_attention = new QPushButton(tr("Needs attention"), this);
    setChip(m_attention, Role::Error);
    m_attention->setAccessibleName(tr("Show surveys that need attention"));
    connect(m_attention, &QPushButton::toggled, this, &StatusChips::changed);
    row->addWidget(m_attention);
}

QSet<SurveyStatus> StatusChips::chosen() const
{
    QSet<SurveyStatus> statuses;
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip) {
        if (chip.value()->isChecked())
            statuses.insert(chip.key());
    }
    return statuses;
}

bool StatusChips::needsAttention() const
{
    return m_attention->isChecked();
}

void StatusChips::choose(const QSet<SurveyStatus> &statuses, bool needsAttention)
{
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip)
        chip.value()->setChecked(statuses.contains(chip.key()));
    m_attention->setChecked(needsAttention);
}

void StatusChips::clear()
{
    choose({}, false);
}

void StatusChips::count(const QList<api::Survey> &surveys, int needingAttention)
{
    QMap<SurveyStatus, int> counts;
    for (const api::Survey &survey : surveys)
        ++counts[survey.status];
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip)
        chip.value()->setText(
            tr("%1 %2").arg(m_names[chip.key()], models::countText(counts.value(chip.key()))));
    m_attention->setText(tr("Needs attention %1").arg(models::countText(needingAttention)));
}

} // namespace ui

#include "moc_statuschips.cpp"
