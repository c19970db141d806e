#include "app/application.h"

#include "app/colourscheme.h"
#include "app/desktopnotifier.h"
#include "app/fieldnews.h"
#include "app/keychain.h"
#include "app/places.h"
#include "app/process.h"
#include "app/sandboxprocess.h"
#include "app/singleinstance.h"
#include "app/translations.h"
#include "models/connections/connectionrules.h"
#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/scrollareas.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelfocus.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Of several data folders the usual one has the entries without a scope.
QString scopeOf(const QString &folder)
{
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir(folder) == QDir(usual) ? QString() : folder;
}

/// Runs something once, after a window has been painted for the first time.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *window, std::function<void()> run)
        : QObject(window)
        , m_run(std::move(run))
    {
        window->installEventFilter(this);
        // A window that the desktop starts minimised is not painted for long.
        QTimer::singleShot(longestWait, this, [this] { end(); });
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { end(); });
        return false;
    }

private:
    static constexpr int longestWait = 500;

    void end()
    {
        if (const auto run = std::exchange(m_run, nullptr)) {
            run();
            deleteLater();
        }
    }

    std::function<void()> m_run;
};

QString sentence(const char *text)
{
    return QCoreApplication::translate("app::Application", text);
}

} // namespace

struct Application::Private
{
    QApplication &application;
    ui::Theme theme {application};
    models::Database database;
    Keychain keychain;
    models::Connections connections {database, keychain};
    SandboxProcess sandbox;
    ui::DialogPrompt prompt {};
    ui::MainWindow window {connections, prompt, theme};
    DesktopNotifier notifier {};
    FieldNews news {notifier, [] { return QApplication::activeWindow() != nullptr; }};
    Termination termination {};
    std::unique_ptr<ColourScheme> scheme {};
    bool isLoaded = false;
    Options wanted {};

    Private(QApplication &qt, const QString &folder)
        : application(qt)
        , database(QDir(folder).filePath(u"aligndesk.sqlite"_s))
        , keychain(scopeOf(folder))
        , sandbox(SandboxProcess::find(), QDir(folder).filePath(u"sandbox.sqlite"_s))
    {
    }

    void connectParts();
    void afterFirstPaint();
    static QCoro::Task<models::DatabaseReport> report(models::Database *file);
};

void Application::Private::connectParts()
{
    QObject::connect(&connections, &models::Connections::sandboxWanted, &sandbox,
                     &SandboxProcess::start);
    QObject::connect(&sandbox, &SandboxProcess::addressChosen, &connections,
                     &models::Connections::setSandboxAddress);
    QObject::connect(&sandbox, &SandboxProcess::ready, &connections,
                     &models::Connections::sandboxIsUp);
    QObject::connect(&sandbox, &SandboxProcess::failed, &window, [this](const QString &why) {
        window.showProblem(why,
                           sentence("Surveys of the sandbox can’t be refreshed until it runs "
                                    "again."),
                           [this] { sandbox.start(); });
    });
    QObject::connect(&connections, &models::Connections::sessionChanged, &news, &FieldNews::follow);
    QObject::connect(&notifier, &Notifier::chosen, &window, &ui::MainWindow::raiseForPerson);
    QObject::connect(&news, &FieldNews::surveyRequested, &window, &ui::MainWindow::openSurvey);
    // Not quit(): that asks the windows, and nobody is there to answer.
    QObject::connect(&termination, &Termination::asked, &application,
                     [] { QCoreApplication::exit(0); });
}

QCoro::Task<models::DatabaseReport> Application::Private::report(models::Database *file)
{
    co_return co_await file->open();
}

/// What would delay the first paint: the icon's plugin, the file, the desktop's bus, the child
/// process.
void Application::Private::afterFirstPaint()
{
    QApplication::setWindowIcon(ui::applicationIcon());
    scheme = std::make_unique<ColourScheme>();
    QObject::connect(scheme.get(), &ColourScheme::told, &theme, &ui::Theme::setDesktopDark);
    QCoro::connect(report(&database), &window, [this](const models::DatabaseReport &report) {
        if (!report.problem.isEmpty())
            window.showProblem(report.problem, {});
    });
    connections.load();
}

Application::Application(QApplication &application, const QString &folder)
    : d(new Private(application, folder))
{
    d->connectParts();
    QObject::connect(&d->connections, &models::Connections::loaded, &d->window, [this] {
        d->isLoaded = true;
        open(d->wanted);
    });
}

Application::~Application()
{
    d->connections.close();
    // Calls that were cut off come to their end before what they hold goes.
    const QDeadlineTimer patience(2000);
    while (!d->connections.isSettled() && !patience.hasExpired())
        QCoreApplication::processEvents();
    d->sandbox.stop();
}

void Application::start(const Options &options)
{
    d->wanted = options;
    d->window.show();
    new FirstPaint(&d->window, [this] { d->afterFirstPaint(); });
}

void Application::open(const Options &options)
{
    if (!options.server.isEmpty())
        d->connections.openOnce(
            {.name = options.server.host(), .baseUrl = options.server, .colour = u"information"_s},
            {options.clientId, options.key});
    else if (!options.connection.isEmpty())
        d->connections.open(options.connection);
    else
        d->connections.open(options.isSandbox ? models::sandboxName() : d->connections.lastUsed());
}

void Application::receive(const QByteArray &message)
{
    const Options options = fromMessage(message);
    d->window.raiseForPerson();
    if (!d->isLoaded)
        d->wanted = options;
    else if (options.isSandbox || !options.connection.isEmpty() || !options.server.isEmpty())
        open(options);
}

int run(QApplication &application)
{
    loadTranslations(application);
    ui::makeScrollAreasSafe();
    ui::keepWindowsOnScreen(application);
    ui::keepWheelFromFields(application);
    QGuiApplication::setDesktopFileName(u"org.aligndesk.AlignDesk"_s);
    const auto options =
        readCommandLine(QCoreApplication::arguments(), qEnvironmentVariable("ALIGNDESK_API_KEY"));
    qunsetenv("ALIGNDESK_API_KEY"); // no child needs it
    if (!options) {
        QTextStream(options.error().exitCode == 0 ? stdout : stderr)
            << options.error().text << Qt::endl;
        return options.error().exitCode;
    }
    const QString folder = preparePlaces(options->dataFolder);
    const QString setAside = checkSettings();
    if (!setAside.isEmpty())
        QTextStream(stderr)
            << sentence("The settings could not be read and were set aside as %1.").arg(setAside)
            << Qt::endl;
    SingleInstance instance(folder);
    const SingleInstance::Role role = instance.claim(toMessage(*options));
    if (role == SingleInstance::Role::Forwarded)
        return 0;
    if (role == SingleInstance::Role::Unanswered) {
        QTextStream(stderr) << sentence(
            "AlignDesk runs already with this data, but doesn’t answer.")
                            << Qt::endl;
        return 1;
    }
    Application program(application, folder);
    QObject::connect(&instance, &SingleInstance::received, &application,
                     [&program](const QByteArray &message) { program.receive(message); });
    program.start(*options);
    return QApplication::exec();
}

} // namespace app
