// The window's last line: the connection, the calls that run, the last refresh.
#pragma once

#include <QStatusBar>

class QLabel;

namespace models {
class Session;
}

namespace ui {

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    /// `name` of the connection that is open or opening, empty for none; `session` may be nullptr
    /// and is followed while it lives.
    void follow(const QString &name, models::Session *session);
    void showNotOpen(); ///< until follow(): the connection can't be opened as it is

private:
    void update();
    QString connectionText() const;

    models::Session *m_session = nullptr;
    QString m_name;
    bool m_isOpening = false;
    QLabel *m_connection;
    QLabel *m_calls;
    QLabel *m_refreshed;
};

} // namespace ui
