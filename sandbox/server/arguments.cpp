#include "sandbox/server/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A stand-in for Audience-Align's Demand Integration API on this machine.\n"
        "Prints its base URL as the first line. Nothing here is bought.\n"
        "With ALIGNDESK_SANDBOX_TOKEN in the environment every path begins with that token, "
        "so that other users of this machine are refused."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"port"_s, u"Listen on port N of 127.0.0.1; 0 or none: any free one."_s, u"N"_s, u"0"_s},
        {u"data"_s, u"Keep everything in FILE (SQLite); none: in memory."_s, u"FILE"_s},
        {u"seed"_s, u"Fill a new file with the surveys of seed N."_s, u"N"_s, u"1"_s},
        {u"surveys"_s, u"Fill a new file with N surveys."_s, u"N"_s, u"40"_s},
        {u"speed"_s, u"Let active surveys fill X times as fast as in life."_s, u"X"_s, u"1"_s},
        {u"key"_s, u"Take only hashes of this key; none: of any."_s, u"K"_s},
        {u"client-id"_s, u"Take only this client ID; none: any."_s, u"C"_s},
    });
}

/// The first option whose value can't be used, in words; empty if all can.
QString problemIn(const QCommandLineParser &parser, Options &options)
{
    bool ok = false;
    options.port = parser.value(u"port"_s).toUShort(&ok);
    if (!ok)
        return u"--port wants a number from 0 to 65535."_s;
    options.seed = parser.value(u"seed"_s).toULongLong(&ok);
    if (!ok)
        return u"--seed wants a whole number from 0."_s;
    options.surveys = parser.value(u"surveys"_s).toInt(&ok);
    if (!ok || options.surveys < 0 || options.surveys > 1'000'000)
        return u"--surveys wants a number from 0 to 1000000."_s;
    options.speed = parser.value(u"speed"_s).toDouble(&ok);
    if (!ok || !(options.speed >= 0 && options.speed <= 1e6))
        return u"--speed wants a number from 0 (the field stands still) to 1000000."_s;
    return {};
}

} // namespace

Arguments readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return {{}, 2, parser.errorText()};
    if (parser.isSet(u"help"_s))
        return {{}, 0, parser.helpText()};
    if (parser.isSet(u"version"_s))
        return {{}, 0, u"aligndesk-sandbox "_s + QCoreApplication::applicationVersion()};
    if (!parser.positionalArguments().isEmpty())
        return {{}, 2, u"Unknown argument: %1"_s.arg(parser.positionalArguments().first())};
    Options options;
    const QString problem = problemIn(parser, options);
    if (!problem.isEmpty())
        return {{}, 2, problem};
    options.dataFile = parser.value(u"data"_s);
    const QString token = qEnvironmentVariable("ALIGNDESK_SANDBOX_TOKEN");
    static const QRegularExpression form(u"^[A-Za-z0-9]{0,64}$"_s);
    if (!form.match(token).hasMatch())
        return {{}, 2, u"ALIGNDESK_SANDBOX_TOKEN may hold up to 64 letters and digits only."_s};
    options.token = token;
    options.key = parser.value(u"key"_s);
    options.clientId = parser.value(u"client-id"_s);
    return {options, std::nullopt, {}};
}

} // namespace sandbox
