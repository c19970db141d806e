#include "ui/surveys/thresholdsdialog.h"

#include "models/surveys/attentionwatch.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr double percent = 100;

QDoubleSpinBox *indexBox(QWidget *parent, double least, double most)
{
    auto *const box = new QDoubleSpinBox(parent);
    box->setRange(least, most);
    box->setSingleStep(0.05);
    return box;
}

QSpinBox *countBox(QWidget *parent, int least, int most)
{
    auto *const box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

ThresholdsDialog::ThresholdsDialog(models::AttentionWatch &watch, QWidget *parent)
    : QDialog(parent)
    , m_behind(indexBox(this, 0.05, 1))
    , m_ahead(indexBox(this, 1, 10))
    , m_conversion(countBox(this, 5, 100))
    , m_entrants(countBox(this, 1, 100'000))
    , m_hours(countBox(this, 0, 240))
{
    setWindowTitle(tr("Attention thresholds"));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::Muted,
                               tr("Pace = (completes / needed) ÷ (elapsed / field days)")));
    auto *const form = new Form(this);
    m_conversion->setSuffix(tr(" % of the IR"));
    form->add("behind", tr("&Behind pace below"), m_behind);
    form->add("ahead", tr("&Ahead of pace above"), m_ahead);
    form->add("hours", tr("Hours in field before pace is &judged"), m_hours);
    form->add("conversion", tr("Conversion too low &under"), m_conversion);
    form->add("entrants", tr("&Entrants before conversion is judged"), m_entrants);
    rows->addWidget(form);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel
                                                   | QDialogButtonBox::RestoreDefaults,
                                               this);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    setPrimary(buttons->button(QDialogButtonBox::Save));
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { show({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, &watch, [this, &watch] {
        watch.setThresholds(chosen());
        accept();
    });
    rows->addWidget(buttons);
    show(watch.thresholds());
}

void ThresholdsDialog::show(const models::AttentionThresholds &thresholds)
{
    m_behind->setValue(thresholds.behindBelow);
    m_ahead->setValue(thresholds.aheadAbove);
    m_conversion->setValue(qRound(thresholds.conversionShareOfIr * percent));
    m_entrants->setValue(thresholds.fewestEntrants);
    m_hours->setValue(thresholds.hoursBeforePace);
}

models::AttentionThresholds ThresholdsDialog::chosen() const
{
    return {.behindBelow = m_behind->value(),
            .aheadAbove = m_ahead->value(),
            .conversionShareOfIr = m_conversion->value() / percent,
            .fewestEntrants = m_entrants->value(),
            .hoursBeforePace = m_hours->value()};
}

void showThresholds(models::AttentionWatch &watch, QWidget *parent)
{
    auto *const dialog = new ThresholdsDialog(watch, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui

#include "moc_thresholdsdialog.cpp"
