// The wizard's buttons and keys: on with Ctrl+Enter, between the steps with Ctrl+Page Up and Down.
#include "ui/widgets/looks.h"
#include "ui/wizard/surveywizard.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

QLayout *SurveyWizard::buttons()
{
    m_budget = plainLabel(this);
    const auto add = [this](const QString &text) {
        auto *const button = new QPushButton(text, this);
        button->setAutoDefault(false); // Enter in a cell or a field presses nothing
        return button;
    };
    m_next = add(tr("Ne&xt")); // the first that Tab comes to behind the fields
    m_create = add(tr("C&reate"));
    m_activate = add(tr("Create an&d activate"));
    m_back = add(tr("&Back"));
    m_template = add(tr("Save as &template"));
    auto *const cancel = add(tr("Cancel"));
    setPrimary(m_next);
    setPrimary(m_create);
    setTabOrder(cancel, m_list);
    addKeys();
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_step + 1); });
    m_next->setToolTip(tr("Ctrl+Enter or Ctrl+Page Down"));
    m_back->setToolTip(tr("Ctrl+Page Up"));
    m_create->setToolTip(tr("Ctrl+Enter"));
    connect(m_activate, &QPushButton::clicked, this, [this] { create(true); });
    connect(m_create, &QPushButton::clicked, this, [this] { create(false); });
    connect(m_template, &QPushButton::clicked, this, &SurveyWizard::saveAsTemplate);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addStretch();
    for (QPushButton *const button : {m_template, cancel, m_back, m_next, m_activate, m_create})
        row->addWidget(button);
    m_budget->setWordWrap(true);
    auto *const rows = new QVBoxLayout; // side by side they are wider than a small screen
    rows->setContentsMargins(space::page, space::control, space::page, space::card);
    rows->setSpacing(space::unit);
    rows->addWidget(m_budget);
    rows->addLayout(row);
    return rows;
}

void SurveyWizard::addKeys()
{
    const auto key = [this](QKeySequence keys, auto run) {
        auto *const shortcut = new QShortcut(keys, m_list->parentWidget());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut); // not on the checklist
        shortcut->setAutoRepeat(false); // a key held down creates nothing
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), &SurveyWizard::goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), &SurveyWizard::goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { go(m_step + 1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { go(m_step - 1); });
}

void SurveyWizard::goOn()
{
    if (m_step + 1 < m_pages.size())
        go(m_step + 1);
    else
        create(false);
}

/// Enter presses the button that has the focus, and no other.
void SurveyWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter =
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat();
    auto *const button = qobject_cast<QPushButton *>(focusWidget());
    if (isEnter && !event->modifiers().testFlag(Qt::ControlModifier) && button)
        return button->click();
    QDialog::keyPressEvent(event);
}

} // namespace ui
