// Says that the service doesn't accept the key or the client ID, and where to correct them.
#pragma once

#include <QWidget>

namespace models {
class Session;
}

namespace ui {

class Banner;

/// Stands above the pages; takes no room while the service accepts them.
class AccessBar : public QWidget
{
    Q_OBJECT

public:
    /// `isKept`: the connection can be edited.
    AccessBar(models::Session &session, bool isKept, QWidget *parent = nullptr);

Q_SIGNALS:
    void editWanted(const QString &connection);

private:
    void update();

    models::Session &m_session;
    bool m_isKept;
    Banner *m_banner;
};

} // namespace ui
