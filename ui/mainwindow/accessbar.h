// Says why nothing comes from the service, and where the connection can be corrected.
#pragma once

#include <QWidget>

namespace models {
class Session;
}

namespace ui {

class Banner;

/// Stands above the pages; takes no room while there is no such fault.
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
