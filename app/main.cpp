#include "app/application.h"
#include "app/commands.h"
#include "app/process.h"

#include <QApplication>

#include <cstdio>

namespace {

void name()
{
    QCoreApplication::setOrganizationName(QStringLiteral("AlignDesk"));
    QCoreApplication::setApplicationName(QStringLiteral("AlignDesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ALIGNDESK_VERSION));
}

} // namespace

int main(int argc, char *argv[])
{
    app::forbidCoreDumps();
    name();
    if (const auto exitCode = app::runCommand(argc, argv))
        return *exitCode;
    if (app::asksForTextOnly(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!app::hasDisplay()) {
        std::fputs("AlignDesk needs a display. Without one: xvfb-run aligndesk\n", stderr);
        return 1;
    }
    // The menus stand in the window; to look for a global one the session bus is waited for.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeMenuBar);
    QApplication application(argc, argv);
    return app::run(application);
}
