// A disk that takes nothing, for tests of what writes to it.
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>

namespace support {

/// As on a full disk: not a byte can be added to any file.
class NoRoom
{
public:
    NoRoom()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none {0, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoRoom)

private:
    rlimit m_before {};
};

} // namespace support
