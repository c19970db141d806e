// The toolbar's list of connections; its last row is the way to a new one.
#pragma once

#include <QComboBox>

namespace models {
class Connections;
}

namespace ui {

/// Always shows the open connection, with its colour and its name.
class ConnectionPicker : public QComboBox
{
    Q_OBJECT

public:
    explicit ConnectionPicker(models::Connections &connections, QWidget *parent = nullptr);

Q_SIGNALS:
    void openWanted(const QString &name); ///< another connection than the open one
    void newWanted();

private:
    void fill();
    void choose(int row);

    models::Connections &m_connections;
};

} // namespace ui
