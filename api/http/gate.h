// Something that a coroutine waits for: it opens once, and a late comer doesn't wait.
#pragma once

#include <QObject>

namespace api {

class Gate : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool isOpen() const { return m_isOpen; }
    void open()
    {
        if (std::exchange(m_isOpen, true))
            return;
        Q_EMIT opened();
    }

Q_SIGNALS:
    void opened();

private:
    bool m_isOpen = false;
};

} // namespace api
