// From the start of a program to its first painted content, seen from outside: its window is on
// the screen and holds more than one colour. Needs an X server of its own (see bench.sh).
#include "tests/bench/rounds.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <set>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

// After Xlib.h, whose names it uses.
#include <X11/extensions/XShm.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 300;
constexpr int leastColours = 4;

/// The whole screen as shared memory: looking at it costs the X server little, so that looking
/// often doesn't slow down what is looked at.
class Screen
{
public:
    explicit Screen(Display *display)
        : m_display(display)
    {
        const int number = DefaultScreen(display);
        m_image = XShmCreateImage(display, DefaultVisual(display, number),
                                  unsigned(DefaultDepth(display, number)), ZPixmap, nullptr,
                                  &m_memory, unsigned(DisplayWidth(display, number)),
                                  unsigned(DisplayHeight(display, number)));
        if (!m_image || m_image->bits_per_pixel != 32)
            qFatal("the X server needs shared memory and 32 bits a pixel");
        m_memory.shmid = shmget(IPC_PRIVATE, size_t(m_image->bytes_per_line * m_image->height),
                                IPC_CREAT | 0600);
        m_memory.shmaddr = m_image->data = static_cast<char *>(shmat(m_memory.shmid, nullptr, 0));
        XShmAttach(display, &m_memory);
        XSync(display, False);
        shmctl(m_memory.shmid, IPC_RMID, nullptr); // goes with the last that is attached
    }

    void look() { XShmGetImage(m_display, DefaultRootWindow(m_display), m_image, 0, 0, AllPlanes); }

    int coloursOf(const XWindowAttributes &window) const
    {
        std::set<quint32> colours;
        const int right = std::min(window.x + window.width, m_image->width);
        const int bottom = std::min(window.y + window.height, m_image->height);
        for (int y = std::max(window.y, 0); y < bottom; y += 3) {
            const auto *const line = reinterpret_cast<const quint32 *>(
                m_image->data + qsizetype(y) * m_image->bytes_per_line);
            for (int x = std::max(window.x, 0); x < right && colours.size() < leastColours; x += 3)
                colours.insert(line[x]);
        }
        return int(colours.size());
    }

private:
    Display *m_display;
    XImage *m_image = nullptr;
    XShmSegmentInfo m_memory {};
};

bool hasContent(Display *display, Window window)
{
    static Screen screen(display);
    XWindowAttributes about;
    if (!XGetWindowAttributes(display, window, &about) || about.map_state != IsViewable
        || about.width < leastWidth)
        return false;
    screen.look();
    return screen.coloursOf(about) >= leastColours;
}

bool anyHasContent(Display *display)
{
    Window root = 0;
    Window parent = 0;
    Window *windows = nullptr;
    unsigned count = 0;
    bool found = false;
    if (XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &count)) {
        for (unsigned i = 0; i < count && !found; ++i)
            found = hasContent(display, windows[i]);
        if (windows)
            XFree(windows);
    }
    return found;
}

double start(Display *display, const QString &program, const QStringList &arguments)
{
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    while (!anyHasContent(display) && clock.elapsed() < 20'000)
        QThread::usleep(500);
    const double time = double(clock.nsecsElapsed()) / 1e6;
    process.terminate();
    if (!process.waitForFinished(10'000))
        process.kill();
    process.waitForFinished();
    while (anyHasContent(display))
        QThread::msleep(1);
    return time;
}

int ignore(Display *, XErrorEvent *)
{
    return 0; // a window may go while it is looked at
}

} // namespace

int main(int, char **argv)
{
    Display *const display = XOpenDisplay(nullptr);
    if (!display)
        return 1;
    XSetErrorHandler(ignore);
    const QDir here = QFileInfo(QString::fromLocal8Bit(argv[0])).absoluteDir();
    const QTemporaryDir data;
    const QStringList sandbox {u"--sandbox"_s, u"--data-dir"_s, data.path()};
    QList<bench::Runner> runners {
        {u"aligndesk --sandbox"_s,
         [&] { return start(display, here.filePath(u"aligndesk"_s), sandbox); }},
        {u"a bare Qt label"_s, [&] { return start(display, here.filePath(u"bench_label"_s), {}); }},
    };
    for (const QString &peer :
         {u"/usr/bin/assistant6"_s, u"/usr/lib/qt6/bin/assistant"_s, u"/usr/bin/featherpad"_s,
          u"/usr/bin/keepassxc"_s, u"/usr/bin/qbittorrent"_s}) {
        if (QFileInfo(peer).isExecutable())
            runners.append({peer, [display, peer] { return start(display, peer, {}); }});
    }
    const QString chromium = u"/usr/bin/chromium"_s;
    const QStringList page {u"--no-sandbox"_s, u"--user-data-dir="_s + data.filePath(u"page"_s),
                            u"--app=data:text/html,<h1>The least that a page can show</h1>"_s};
    if (QFileInfo(chromium).isExecutable())
        runners.append({u"chromium --app"_s,
                        [display, chromium, page] { return start(display, chromium, page); }});
    bench::compare("F  start to first painted content", runners);
    XCloseDisplay(display);
    return 0;
}
