#include "ui/mainwindow/accessbar.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace ui {

AccessBar::AccessBar(models::Session &session, bool isKept, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_isKept(isKept)
    , m_banner(new Banner(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::card, space::page, 0);
    rows->addWidget(m_banner);
    connect(&session, &models::Session::faultChanged, this, &AccessBar::update);
    connect(m_banner, &Banner::retry, &session, &models::Session::goOnline);
    update();
}

void AccessBar::update()
{
    setVisible(m_session.fault().has_value());
    m_banner->clear();
    if (!m_session.fault())
        return;
    const QString name = m_session.connection().name;
    const QString what = api::isAccessRefused(m_session.fault()->kind)
        ? tr("The service refuses access to “%1”.")
        : tr("“%1” is not connected to the service.");
    m_banner->showError(what.arg(models::plain(name)), *m_session.fault());
    if (m_isKept)
        m_banner->addAction(tr("&Edit connection…"), this,
                            [this, name] { Q_EMIT editWanted(name); });
}

} // namespace ui

#include "moc_accessbar.cpp"
