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
#include "ui/mainwindow/notices.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/scrollareas.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelfocus.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

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

const QString fileTopic = u"database file"_s;
const QString diskTopic = u"database disk"_s;
const QString settingsTopic = u"settings"_s;

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
    bool wasInMemory = false; ///< the local database couldn't be used
    Options wanted {};

    Private(QApplication &qt, const QString &folder)
        : application(qt)
        , database(QDir(folder).filePath(u"aligndesk.sqlite"_s))
        , keychain(scopeOf(folder))
        , sandbox(SandboxProcess::find(), QDir(folder).filePath(u"sandbox.sqlite"_s))
    {
    }

    /// Whether another connection than the open one is asked for.
    bool isAsked(const Options &options) const
    {
        const QString name = options.isSandbox ? models::sandboxName() : options.connection;
        const bool isOther = name.compare(connections.currentName(), Qt::CaseInsensitive) != 0;
        return !options.server.isEmpty()
            || (!name.isEmpty() && (isOther || !connections.session()));
    }
    void connectParts();
    void connectDatabase();
    void tell(const models::DatabaseReport &report);
    void retry();
    void reopen();
    void afterFirstPaint();
    static QCoro::Task<models::DatabaseReport> report(QFuture<models::DatabaseReport> future);
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

QCoro::Task<models::DatabaseReport>
Application::Private::report(QFuture<models::DatabaseReport> future)
{
    co_return co_await future;
}

void Application::Private::connectDatabase()
{
    QObject::connect(
        &database, &models::Database::failed, &window, [this](const models::sql::Error &error) {
            window.notices().show(diskTopic,
                                  sentence("What you change is not being saved on this computer."),
                                  models::sql::sentence(error), [this] { retry(); });
        });
    QObject::connect(&database, &models::Database::recovered, &window,
                     [this] { window.notices().clear(diskTopic); });
}

/// In the window and, for whoever looks there, in the terminal.
void Application::Private::tell(const models::DatabaseReport &report)
{
    wasInMemory = !report.isOpen;
    if (report.problem.isEmpty())
        return window.notices().clear(fileTopic);
    QTextStream(stderr) << report.problem << u'\n' << report.details << Qt::endl;
    window.notices().show(fileTopic, report.problem, report.details,
                          report.canRetry ? std::function<void()>([this] { retry(); })
                                          : std::function<void()>());
}

void Application::Private::retry()
{
    if (wasInMemory) // what is open is read anew then, and what waits in memory is gone
        return window.leaveThen([this] { reopen(); }, false);
    reopen();
}

void Application::Private::reopen()
{
    QCoro::connect(report(database.retry()), &window, [this](const models::DatabaseReport &report) {
        if (report.isOpen && report.canRetry)
            return; // it can't be written to yet: the notice stays
        const bool wasAway = wasInMemory;
        tell(report);
        // What was read from memory is in the file now, and more is there.
        if (wasAway && report.isOpen)
            connections.load();
    });
}

/// What would delay the first paint: the icon's plugin, the file, the desktop's bus, the child
/// process.
void Application::Private::afterFirstPaint()
{
    QApplication::setWindowIcon(ui::applicationIcon());
    scheme = std::make_unique<ColourScheme>();
    QObject::connect(scheme.get(), &ColourScheme::told, &theme, &ui::Theme::setDesktopDark);
    QCoro::connect(report(database.open()), &window,
                   [this](const models::DatabaseReport &report) { tell(report); });
    connections.load();
}

Application::Application(QApplication &application, const QString &folder)
    : d(new Private(application, folder))
{
    d->connectParts();
    d->connectDatabase();
    QObject::connect(&d->connections, &models::Connections::loaded, &d->window, [this] {
        // Loaded again: the file could be opened later. What is open is read anew from it.
        const bool isAgain = std::exchange(d->isLoaded, true);
        const QString current = d->connections.currentName();
        const bool isKept =
            std::ranges::any_of(d->connections.all(), [&current](const models::Connection &each) {
                return each.name == current;
            });
        if (isAgain && isKept)
            d->connections.open(current);
        else
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

void Application::start(const Options &options, const QString &settingsAside)
{
    if (!settingsAside.isEmpty())
        d->window.notices().show(
            settingsTopic,
            sentence("The settings were damaged, so the program starts with the usual ones."),
            sentence("They were set aside as %1.").arg(settingsAside), {});
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

/// Any program of this person may say so: the person decides.
void Application::ask(const Options &options)
{
    const QUrl server = options.server;
    const ui::Question question {
        sentence("Open %1?").arg(server.host()),
        sentence("Another start of AlignDesk asks for this service: %1. Surveys that you create "
                 "there and lists that you submit go to it.")
            .arg(server.toDisplayString()),
        sentence("Open the service")};
    d->prompt.ask(&d->window, question, &d->window, [this, options](bool isConfirmed) {
        if (!isConfirmed)
            return;
        if (d->isLoaded)
            d->window.leaveThen([this, options] { open(options); });
        else
            d->wanted = options;
    });
}

void Application::receive(const QByteArray &message)
{
    const Options options = fromMessage(message);
    d->window.raiseForPerson();
    if (!options.server.isEmpty())
        return ask(options);
    if (!d->isLoaded)
        d->wanted = options;
    else if (d->isAsked(options))
        d->window.leaveThen([this, options] { open(options); });
}

/// In the terminal and, for whoever started it from a menu, in a window.
static void tellUnanswered(const QString &lockFile)
{
    const QString what =
        sentence("AlignDesk is already running with this data folder, but doesn’t answer.");
    const QString why = sentence("Wait a moment and start it again, or end the program that runs. "
                                 "It holds the file %1.")
                            .arg(QDir::toNativeSeparators(lockFile));
    QTextStream(stderr) << what << u' ' << why << Qt::endl;
    QMessageBox box(QMessageBox::Warning, u"AlignDesk"_s, what, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(why);
    box.exec();
}

int run(QApplication &application)
{
    loadTranslations(application);
    ui::makeScrollAreasSafe();
    ui::keepWindowsOnScreen(application);
    ui::keepWheelFromFields(application);
    QGuiApplication::setDesktopFileName(u"org.aligndesk.AlignDesk"_s);
    const auto options =
        readCommandLine(QCoreApplication::arguments(), takeFromEnvironment("ALIGNDESK_API_KEY"));
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
        tellUnanswered(instance.lockFile());
        return 1;
    }
    Application program(application, folder);
    QObject::connect(&instance, &SingleInstance::received, &application,
                     [&program](const QByteArray &message) { program.receive(message); });
    program.start(*options, setAside);
    return QApplication::exec();
}

} // namespace app
