#include "app/commands/uids.h"

#include "app/commands/refusal.h"
#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct CheckUidsText
{
    Q_DECLARE_TR_FUNCTIONS(app::CheckUids)
};

constexpr char name[] = "check-uids";

struct Parser : QCommandLineParser
{
    QCommandLineOption column {u"column"_s, {}, u"NAME"_s};
    QCommandLineOption sheet {u"sheet"_s, {}, u"NAME"_s};
    QCommandLineOption output {u"output"_s, {}, u"FILE"_s};
    QCommandLineOption json {u"json"_s};

    Parser() { addOptions({column, sheet, output, json}); }
};

/// The column of that name in the file's first line; the error is a sentence.
tl::expected<models::UidLayout, QString> layoutFor(const models::UidFile &file,
                                                   const QString &column)
{
    const models::UidPreview &preview = file.preview;
    models::UidLayout layout = preview.layout;
    if (column.isEmpty())
        return layout;
    const QStringList header = preview.rows.value(0);
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header[i].trimmed().compare(column.trimmed(), Qt::CaseInsensitive) != 0)
            continue;
        layout.column = int(i);
        layout.hasHeader = true;
        return layout;
    }
    return tl::unexpected(
        CheckUidsText::tr("%1 has no column “%2”.").arg(file.source.name, column));
}

tl::expected<QList<models::UidPart>, QString> readAll(const Parser &parser)
{
    models::Work work;
    QList<models::UidPart> parts;
    for (const QString &path : parser.positionalArguments()) {
        const auto file = path == u"-"
            ? models::inputUidFile()
            : models::openUidFile(path, parser.value(parser.sheet), work);
        if (!file)
            return tl::unexpected(u"%1: %2"_s.arg(path, file.error()));
        if (parser.isSet(parser.sheet) && !file->sheets.isEmpty()
            && !file->sheets.contains(parser.value(parser.sheet)))
            return tl::unexpected(
                CheckUidsText::tr("%1 has no sheet “%2”.").arg(path, parser.value(parser.sheet)));
        const auto layout = layoutFor(*file, parser.value(parser.column));
        if (!layout)
            return tl::unexpected(layout.error());
        parts.append({file->source, *layout});
    }
    return parts;
}

void print(const models::UidReport &report, bool isJson)
{
    const QJsonObject json {{u"lines"_s, report.lines},
                            {u"good"_s, report.good},
                            {u"blank"_s, report.blank},
                            {u"duplicate"_s, report.duplicate},
                            {u"suspicious"_s, report.suspicious + report.damaged}};
    if (isJson) {
        std::fputs(QJsonDocument(json).toJson(QJsonDocument::Compact).append('\n').constData(),
                   stdout);
        return;
    }
    for (const QString &key : {u"lines"_s, u"good"_s, u"blank"_s, u"duplicate"_s, u"suspicious"_s})
        std::fputs(qUtf8Printable(u"%1 %2\n"_s.arg(key).arg(json[key].toInteger())), stdout);
}

} // namespace

int checkUids(const QStringList &arguments)
{
    Parser parser;
    if (!parser.parse(QStringList {u"check-uids"_s} + arguments))
        return refuse(name, misused, parser.errorText());
    if (parser.positionalArguments().isEmpty())
        return refuse(name, misused,
                      CheckUidsText::tr(
                          "It takes files, or - for standard input: aligndesk check-uids FILE…"));
    const auto parts = readAll(parser);
    if (!parts)
        return refuse(name, failed, parts.error());
    models::Work work;
    const models::UidImport result = models::importUids(*parts, work);
    if (!result.problem.isEmpty())
        return refuse(name, failed, result.problem);
    if (parser.isSet(parser.output)) {
        const QString path = parser.value(parser.output);
        const models::UidExport written = models::exportUids(
            models::sheetOf(result.chosen(false)), path, {.format = models::formatOf(path)}, work);
        if (!written.isWritten)
            return refuse(name, failed, written.problem);
    }
    if (result.report.cleaned > 0)
        std::fprintf(
            stderr, "aligndesk %s: %s\n", name,
            qUtf8Printable(CheckUidsText::tr("Quotation marks or invisible characters were "
                                             "removed from %Ln UID(s).",
                                             "", int(result.report.cleaned))));
    print(result.report, parser.isSet(parser.json));
    return 0;
}

} // namespace app
