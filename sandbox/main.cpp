#include "sandbox/server/arguments.h"
#include "sandbox/server/parent.h"
#include "sandbox/server/server.h"

#include <QCoreApplication>
#include <QTextStream>

#include <sys/stat.h>

int main(int argc, char *argv[])
{
    ::umask(0077); // its file is nobody else's business
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("aligndesk-sandbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ALIGNDESK_VERSION));

    QTextStream out(stdout);
    QTextStream err(stderr);
    const sandbox::Arguments arguments = sandbox::readArguments(application.arguments());
    if (arguments.exitCode) {
        (*arguments.exitCode == 0 ? out : err) << arguments.text << Qt::endl;
        return *arguments.exitCode;
    }
    sandbox::Server server(arguments.options);
    if (!server.start()) {
        err << server.problem() << Qt::endl;
        return 1;
    }
    if (!server.notice().isEmpty())
        err << server.notice() << Qt::endl;
    sandbox::Parent parent;
    QObject::connect(&parent, &sandbox::Parent::gone, &application, &QCoreApplication::quit);
    out << server.baseUrl().toString() << Qt::endl;
    return application.exec();
}
