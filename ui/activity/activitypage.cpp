#include "ui/activity/activitypage.h"

#include "ui/activity/activityview.h"
#include "ui/widgets/looks.h"

#include <QVBoxLayout>

namespace ui {

ActivityPage::ActivityPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_view(new ActivityView(session, {}, prompt, this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::unit);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Activity")));
    rows->addWidget(plainLabel(this, LabelLook::Muted,
                               tr("Every call to the service and what was changed. Keys, "
                                  "signatures, e-mail addresses and UIDs are never kept here.")));
    rows->addSpacing(space::control);
    rows->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void ActivityPage::refresh()
{
    m_view->load();
}

QString ActivityPage::searchHint() const
{
    return tr("Search calls and changes");
}

void ActivityPage::search(const QString &text)
{
    m_searched = text;
    m_view->search(text);
}

QList<QAction *> ActivityPage::editActions() const
{
    return m_view->actions();
}

} // namespace ui

#include "moc_activitypage.cpp"
