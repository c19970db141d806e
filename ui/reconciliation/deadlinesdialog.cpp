#include "ui/reconciliation/deadlinesdialog.h"

#include "models/reconciliation/reconciliationplans.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::DeadlinesDialog)
};

QSpinBox *daysBox(QWidget *parent, int value, int most)
{
    auto *const box = new QSpinBox(parent);
    box->setRange(0, most);
    box->setValue(value);
    box->setSuffix(Texts::tr(" days"));
    return box;
}

} // namespace

void showDeadlines(models::ReconciliationPlans &plans, QWidget *parent)
{
    constexpr int mostAfter = 365;
    constexpr int mostBefore = 60;
    auto *const dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Texts::tr("Deadlines of reconciliations"));
    auto *const rows = new QVBoxLayout(dialog);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    auto *const form = new Form(dialog);
    QSpinBox *const after = daysBox(dialog, plans.rule().daysAfterEnd, mostAfter);
    after->setSpecialValueText(Texts::tr("None"));
    QSpinBox *const before = daysBox(dialog, plans.rule().daysBefore, mostBefore);
    form->add("after", Texts::tr("Deadline after the end of the &field"), after,
              Texts::tr("For surveys without a deadline of their own"));
    form->add("before", Texts::tr("&Remind before the deadline"), before,
              Texts::tr("As a desktop notification, and once more on the day"));
    rows->addWidget(form);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    setPrimary(buttons->button(QDialogButtonBox::Save));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&plans, dialog, after, before] {
        plans.setRule({after->value(), before->value()});
        dialog->accept();
    });
    rows->addWidget(buttons);
    dialog->open();
}

} // namespace ui
