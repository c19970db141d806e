#include "ui/mainwindow/notices.h"

#include "ui/widgets/banner.h"

#include <QVBoxLayout>

namespace ui {

Notices::Notices(QWidget *parent)
    : QWidget(parent)
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
}

void Notices::show(const QString &topic, const QString &what, const QString &why,
                   std::function<void()> retry)
{
    Banner *&banner = m_banners[topic];
    if (!banner) {
        banner = new Banner(this);
        layout()->addWidget(banner);
    }
    banner->clear();
    banner->show(Tone::Error, what, why);
    if (retry)
        banner->addAction(tr("&Retry"), this, std::move(retry));
    banner->addAction(tr("&Dismiss"), this, [this, topic] { clear(topic); });
}

void Notices::clear(const QString &topic)
{
    if (Banner *const banner = m_banners.value(topic))
        banner->clear();
}

} // namespace ui

#include "moc_notices.cpp"
