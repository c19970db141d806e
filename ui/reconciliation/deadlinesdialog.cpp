#include "ui/reconciliation/deadlinesdialog.h"

#include "models/reconciliation/reconciliationplans.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/numberfield.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::DeadlinesDialog)
};

NumberField *daysField(QWidget *parent, int days, int most, const QString &none)
{
    auto *const field = new NumberField(parent);
    field->setPlaceholder(none);
    field->setMaximum(most);
    field->setCount(days);
    return field;
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
    NumberField *const after =
        daysField(dialog, plans.rule().daysAfterEnd, mostAfter, Texts::tr("None"));
    NumberField *const before =
        daysField(dialog, plans.rule().daysBefore, mostBefore, Texts::tr("Only on the day"));
    form->add("after", Texts::tr("Deadline after the end of the &field, days"), after,
              Texts::tr("For surveys without a custom deadline"));
    form->add("before", Texts::tr("&Remind before the deadline, days"), before,
              Texts::tr("As a desktop notification, and once more on the day"));
    rows->addWidget(form);
    auto *const buttons =
        new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    setPrimary(buttons->button(QDialogButtonBox::Save));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&plans, dialog, after, before] {
        plans.setRule({after->count(), before->count()});
        dialog->accept();
    });
    rows->addWidget(buttons);
    dialog->open();
}

} // namespace ui
