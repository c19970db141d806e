#include "tests/support/window.h"

#include "models/connections/connections.h"
#include "models/connections/session.h"

#include <QLabel>
#include <QPointer>

namespace support {

void close(models::Connections &connections)
{
    const QPointer<api::Client> client =
        connections.session() ? &connections.session()->client() : nullptr;
    connections.close();
    if (!QTest::qWaitFor([&client] { return !client || client->running() == 0; }, 30'000))
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
