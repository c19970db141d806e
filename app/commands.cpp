#include "app/commands.h"

#include "app/commands/fit.h"
#include "app/commands/help.h"
#include "app/commands/uids.h"
#include "app/translations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <iterator>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Command
{
    QLatin1StringView name;
    int (*run)(const QStringList &arguments); ///< what stands behind the name
};

constexpr Command commands[] = {
    {"check-uids"_L1, checkUids},
    {"export-uids"_L1, exportUids},
    {"fit"_L1, fit},
};

const Command *find(QAnyStringView name)
{
    const auto found = std::ranges::find_if(
        commands, [name](const Command &command) { return QAnyStringView(command.name) == name; });
    return found == std::end(commands) ? nullptr : found;
}

} // namespace

std::optional<int> runCommand(const QStringList &arguments)
{
    const Command *const command = arguments.size() > 1 ? find(arguments[1]) : nullptr;
    if (!command)
        return {};
    for (const QString &argument : arguments.mid(2)) {
        if (argument != "--help"_L1 && argument != "-h"_L1)
            continue;
        std::fputs(qUtf8Printable(commandHelp(command->name) + u'\n'), stdout);
        return 0;
    }
    return command->run(arguments.mid(2));
}

std::optional<int> runCommand(int &argc, char **argv)
{
    if (argc < 2 || !find(QLatin1StringView(argv[1])))
        return {};
    QCoreApplication application(argc, argv);
    loadTranslations(application);
    return runCommand(QCoreApplication::arguments());
}

} // namespace app
