#include "ui/widgets/callindicator.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

namespace {

constexpr int barWidth = 120;

} // namespace

CallIndicator::CallIndicator(const QString &cancel, QWidget *parent)
    : QWidget(parent)
    , m_cancel(new QPushButton(cancel, this))
{
    auto *const bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(barWidth);
    bar->setAccessibleName(tr("Talking to the service"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    row->addWidget(bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &CallIndicator::cancelled);
    hide();
}

void CallIndicator::follow(bool isBusy, bool canCancel)
{
    m_cancel->setVisible(canCancel);
    setVisible(isBusy);
}

} // namespace ui

#include "moc_callindicator.cpp"
