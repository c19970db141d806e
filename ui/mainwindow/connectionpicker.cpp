#include "ui/mainwindow/connectionpicker.h"

#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "ui/widgets/connectioncolour.h"

namespace ui {

ConnectionPicker::ConnectionPicker(models::Connections &connections, QWidget *parent)
    : QComboBox(parent)
    , m_connections(connections)
{
    setAccessibleName(tr("Connection"));
    setSizeAdjustPolicy(AdjustToContents);
    setMinimumContentsLength(7); // the list that drops down has the names whole
    connect(this, &QComboBox::activated, this, &ConnectionPicker::choose);
    connect(&connections, &models::Connections::changed, this, &ConnectionPicker::fill);
    connect(&connections, &models::Connections::sessionChanged, this, &ConnectionPicker::fill);
    fill();
}

void ConnectionPicker::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    const QString current = m_connections.currentName();
    for (const models::Connection &connection : m_connections.all())
        addItem(colourMark(connection.colour), models::plain(connection.name), connection.name);
    if (!current.isEmpty() && findData(current) < 0)
        addItem(models::plain(current), current); // for this run only
    setCurrentIndex(findData(current));
    insertSeparator(count());
    addItem(tr("Connect to Audience-Align…"));
}

void ConnectionPicker::choose(int row)
{
    const QString name = itemData(row).toString();
    fill(); // goes on showing the open one until it is another
    if (name.isEmpty())
        Q_EMIT newWanted();
    else if (name != m_connections.currentName())
        Q_EMIT openWanted(name);
}

} // namespace ui

#include "moc_connectionpicker.cpp"
