#include "ui/widgets/emptystate.h"

#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this, LabelLook::Section))
    , m_text(plainLabel(this, LabelLook::Muted))
    , m_step(new QPushButton(this))
{
    setFocusPolicy(Qt::TabFocus); // so that a screen reader comes by
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::page);
    rows->setSpacing(space::control);
    rows->addStretch();
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    setPrimary(m_step);
    rows->addSpacing(space::control);
    rows->addWidget(m_step, 0, Qt::AlignCenter);
    rows->addStretch();
    connect(m_step, &QPushButton::clicked, this, &EmptyState::stepped);
}

void EmptyState::show(const QString &title, const QString &text, const QString &step)
{
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
}

} // namespace ui

#include "moc_emptystate.cpp"
