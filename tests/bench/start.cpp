// From the start of a program to its first painted content, seen from outside: its window is on
// the screen and holds more than one colour. Needs an X server of its own (see bench.sh).
#include "tests/bench/rounds.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <set>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 300;
constexpr int leastColours = 4;

bool hasContent(Display *display, Window window)
{
    XWindowAttributes about;
    if (!XGetWindowAttributes(display, window, &about) || about.map_state != IsViewable
        || about.width < leastWidth)
        return false;
    std::set<unsigned long> colours;
    XImage *const image = XGetImage(display, window, 0, 0, unsigned(about.width),
                                    unsigned(about.height), AllPlanes, ZPixmap);
    for (int y = 0; image && y < about.height; y += 3) {
        for (int x = 0; x < about.width && colours.size() < leastColours; x += 3)
            colours.insert(XGetPixel(image, x, y));
    }
    if (image)
        XDestroyImage(image);
    return colours.size() >= leastColours;
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
