#include "app/commandline.h"

#include "app/commands/help.h"
#include "models/connections/connectionrules.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

struct Parser : QCommandLineParser
{
    QCommandLineOption help {{u"h"_s, u"help"_s}, CommandLineText::tr("Shows this and ends.")};
    QCommandLineOption version {{u"v"_s, u"version"_s},
                                CommandLineText::tr("Shows the version and ends.")};
    QCommandLineOption sandbox {
        u"sandbox"_s,
        CommandLineText::tr("Opens the sandbox: a server on this computer, where nothing "
                            "is bought.")};
    QCommandLineOption connection {
        u"connection"_s, CommandLineText::tr("Opens the connection of that name."), u"NAME"_s};
    QCommandLineOption server {
        u"server"_s,
        CommandLineText::tr("Opens this base URL for this run only; needs --client-id and "
                            "the key in the environment as ALIGNDESK_API_KEY."),
        u"URL"_s};
    QCommandLineOption clientId {u"client-id"_s, CommandLineText::tr("The client ID for --server."),
                                 u"ID"_s};
    QCommandLineOption dataFolder {
        u"data-dir"_s, CommandLineText::tr("Keeps settings and data in this folder."), u"DIR"_s};

    Parser()
    {
        setApplicationDescription(
            CommandLineText::tr("Buy online survey respondents from Audience-Align. Without "
                                "options the connection used last is opened, at first the "
                                "sandbox.")
            + u"\n\n"_s
            + CommandLineText::tr("Commands, which need no display (aligndesk COMMAND --help):")
            + u'\n' + commandList());
        addOptions({help, version, sandbox, connection, server, clientId, dataFolder});
    }
};

tl::unexpected<Stop> misuse(const QString &sentence)
{
    return tl::unexpected(
        Stop {2, sentence + u'\n' + CommandLineText::tr("aligndesk --help lists the options.")});
}

QString problem(const Parser &parser, const Options &options)
{
    const int targets = int(parser.isSet(parser.sandbox)) + int(parser.isSet(parser.connection))
        + int(parser.isSet(parser.server));
    if (targets > 1)
        return CommandLineText::tr(
            "Only one of --sandbox, --connection and --server can be given.");
    if (parser.isSet(parser.connection) && options.connection.trimmed().isEmpty())
        return CommandLineText::tr("--connection needs a name.");
    if (parser.isSet(parser.clientId) && !parser.isSet(parser.server))
        return CommandLineText::tr("--client-id goes with --server.");
    if (parser.isSet(parser.dataFolder) && parser.value(parser.dataFolder).isEmpty())
        return CommandLineText::tr("--data-dir needs a folder.");
    if (!options.dataFolder.isEmpty() && QFileInfo(options.dataFolder).exists()
        && !QFileInfo(options.dataFolder).isDir())
        return CommandLineText::tr("--data-dir: %1 is not a folder.").arg(options.dataFolder);
    if (!parser.isSet(parser.server))
        return {};
    // The name is one that passes; the rest is checked as the dialog does.
    const QList<models::Issue> issues =
        models::validate({.name = u"server"_s, .baseUrl = options.server, .colour = {}},
                         {options.clientId, options.key}, {});
    for (const models::Issue &issue : issues) {
        if (issue.field == "key" && options.key.isEmpty())
            return CommandLineText::tr(
                "--server needs the key in the environment as ALIGNDESK_API_KEY.");
        return (issue.field == "clientId" ? u"--client-id: "_s : u"--server: "_s) + issue.text;
    }
    return {};
}

} // namespace

tl::expected<Options, Stop> readCommandLine(const QStringList &arguments, const QString &key)
{
    Parser parser;
    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    if (parser.isSet(parser.help))
        return tl::unexpected(Stop {0, parser.helpText().trimmed()});
    if (parser.isSet(parser.version))
        return tl::unexpected(Stop {0, u"AlignDesk " ALIGNDESK_VERSION ""_s});
    if (!parser.positionalArguments().isEmpty())
        return misuse(CommandLineText::tr("“%1” is not understood.")
                          .arg(parser.positionalArguments().constFirst()));
    Options options;
    options.isSandbox = parser.isSet(parser.sandbox);
    options.connection = parser.value(parser.connection);
    if (parser.isSet(parser.server)) {
        options.server = models::baseUrlFromInput(parser.value(parser.server));
        options.clientId = parser.value(parser.clientId);
        options.key = key;
    }
    if (parser.isSet(parser.dataFolder) && !parser.value(parser.dataFolder).isEmpty())
        options.dataFolder = QFileInfo(parser.value(parser.dataFolder)).absoluteFilePath();
    const QString wrong = problem(parser, options);
    if (!wrong.isEmpty())
        return misuse(wrong);
    return options;
}

bool asksForTextOnly(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "-h" || text == "--help" || text == "-v" || text == "--version";
    });
}

QByteArray toMessage(const Options &options)
{
    const QJsonObject json {{u"sandbox"_s, options.isSandbox},
                            {u"connection"_s, options.connection},
                            {u"server"_s, options.server.toString()},
                            {u"clientId"_s, options.clientId},
                            {u"key"_s, options.key}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Options fromMessage(const QByteArray &message)
{
    const QJsonObject json = QJsonDocument::fromJson(message).object();
    Options options;
    options.isSandbox = json[u"sandbox"_s].toBool();
    options.connection = json[u"connection"_s].toString();
    options.server = QUrl(json[u"server"_s].toString());
    options.clientId = json[u"clientId"_s].toString();
    options.key = json[u"key"_s].toString();
    return options;
}

} // namespace app
