#include "app/commands/help.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <span>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int nameWidth = 14;

struct CommandOption
{
    const char *name;
    const char *value; ///< what stands behind it; nullptr for a switch
    const char *text; ///< QT_TRANSLATE_NOOP in app::Help
};

struct CommandText
{
    QLatin1StringView name;
    const char *syntax; ///< behind the program's name
    const char *summary;
    const char *details;
    std::span<const CommandOption> options;
};

constexpr CommandOption ofCheck[] = {
    {"column", "NAME",
     QT_TRANSLATE_NOOP("app::Help", "Reads the column with this name in the first line.")},
    {"sheet", "NAME", QT_TRANSLATE_NOOP("app::Help", "Reads this sheet of a workbook.")},
    {"output", "FILE",
     QT_TRANSLATE_NOOP("app::Help",
                       "Writes the good UIDs to FILE, each once; its ending names the format.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("app::Help", "Prints the counts as JSON.")},
};

constexpr CommandOption ofExport[] = {
    {"survey", "ID", QT_TRANSLATE_NOOP("app::Help", "The survey’s project ID.")},
    {"output", "FILE", QT_TRANSLATE_NOOP("app::Help", "The file to write.")},
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP("app::Help",
                       "txt, csv, xlsx or json; otherwise the file’s ending names it.")},
    {"connection", "NAME",
     QT_TRANSLATE_NOOP("app::Help", "The connection; otherwise the one used last.")},
    {"sandbox", nullptr, QT_TRANSLATE_NOOP("app::Help", "The sandbox’s surveys.")},
    {"data-dir", "DIR", QT_TRANSLATE_NOOP("app::Help", "The folder with AlignDesk’s data.")},
};

constexpr CommandText texts[] = {
    {"fit"_L1,
     "fit FILE.json",
     QT_TRANSLATE_NOOP("app::Help", "Fits the cells of a grid to its margins, in whole numbers."),
     QT_TRANSLATE_NOOP("app::Help",
                       "FILE.json holds “margins”, a list of totals for each qualification, and "
                       "may hold “seed” and “minimum”. The result is printed as JSON."),
     {}},
    {"check-uids"_L1, "check-uids FILE…",
     QT_TRANSLATE_NOOP("app::Help", "Checks lists of UIDs and counts good and suspicious ones."),
     QT_TRANSLATE_NOOP("app::Help",
                       "Each FILE is text, CSV, TSV or a workbook (.xlsx); - is standard "
                       "input. Quotation marks and invisible characters around a UID "
                       "are removed, as in the window."),
     ofCheck},
    {"export-uids"_L1, "export-uids --survey ID --output FILE",
     QT_TRANSLATE_NOOP("app::Help", "Writes the accepted UIDs of a completed reconciliation."),
     QT_TRANSLATE_NOOP("app::Help",
                       "The UIDs are those that AlignDesk keeps on this computer; the service is "
                       "not called."),
     ofExport},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("app::Help", text);
}

} // namespace

QString commandHelp(QAnyStringView name)
{
    const auto found = std::ranges::find_if(
        texts, [name](const CommandText &text) { return QAnyStringView(text.name) == name; });
    if (found == std::end(texts))
        return {};
    QCommandLineParser parser;
    parser.setApplicationDescription(translated(found->summary));
    parser.addPositionalArgument(found->name, translated(found->details),
                                 QString::fromUtf8(found->syntax));
    parser.addOption(
        {{u"h"_s, u"help"_s}, translated(QT_TRANSLATE_NOOP("app::Help", "Shows this and ends."))});
    for (const CommandOption &option : found->options)
        parser.addOption({QString::fromLatin1(option.name), translated(option.text),
                          QString::fromLatin1(option.value ? option.value : "")});
    return parser.helpText().trimmed();
}

QString commandList()
{
    QStringList lines;
    for (const CommandText &text : texts)
        lines.append(u"  "_s + QString(text.name).leftJustified(nameWidth)
                     + translated(text.summary));
    return lines.join(u'\n');
}

} // namespace app
