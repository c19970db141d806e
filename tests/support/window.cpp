#include "tests/support/window.h"

#include "models/connections/connections.h"

#include <QLabel>

namespace support {

void close(models::Connections &connections)
{
    connections.close();
    if (!QTest::qWaitFor([&connections] { return connections.isSettled(); }, 30'000))
        qFatal("a call did not end in 30 s");
}

bool says(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page) && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace support
