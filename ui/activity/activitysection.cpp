#include "ui/activity/activitysection.h"

#include "ui/activity/activityview.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ActivitySection::ActivitySection(models::Session &session, const api::SurveyId &survey,
                                 Prompt &prompt, QWidget *parent)
    : SurveySection(parent)
    , m_view(new ActivityView(session, survey, prompt, this))
{
    auto *const search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search calls and changes"));
    search->setAccessibleName(tr("Search calls and changes"));
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, m_view, &ActivityView::search);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::control, 0, 0);
    rows->setSpacing(space::control);
    rows->addWidget(search);
    rows->addWidget(m_view, 1);
    setFocusProxy(m_view);
}

void ActivitySection::refresh()
{
    m_view->load();
}

QList<QAction *> ActivitySection::editActions() const
{
    return m_view->actions();
}

} // namespace ui

#include "moc_activitysection.cpp"
