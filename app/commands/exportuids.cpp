#include "app/commandline.h"
#include "app/commands/refusal.h"
#include "app/commands/uids.h"
#include "app/places.h"
#include "models/connections/connectionrules.h"
#include "models/connections/connectiontable.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationtable.h"
#include "models/reconciliation/uidexport.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr char name[] = "export-uids";

struct ExportUidsText
{
    Q_DECLARE_TR_FUNCTIONS(app::ExportUids)
};

/// Takes `--name VALUE` or `--name=VALUE` out of the arguments.
QString taken(QStringList &arguments, const QString &option)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(option + u'='))
            return arguments.takeAt(i).mid(option.size() + 1);
        if (arguments[i] != option || i + 1 == arguments.size())
            continue;
        const QString value = arguments.takeAt(i + 1);
        arguments.removeAt(i);
        return value;
    }
    return {};
}

QString accountFor(QSqlDatabase &database, const Options &options)
{
    if (options.isSandbox)
        return models::accountOf({.name = {}, .baseUrl = {}, .colour = {}, .isSandbox = true}, {});
    if (!options.server.isEmpty())
        return models::accountOf({.name = {}, .baseUrl = options.server, .colour = {}},
                                 {options.clientId, options.key});
    return models::connectiontable::accountOf(database, options.connection);
}

models::SharedUids acceptedOf(const Options &options, const api::SurveyId &survey)
{
    models::Database file(QDir(preparePlaces(options.dataFolder)).filePath(u"aligndesk.sqlite"_s));
    const auto read = [&options, &survey](QSqlDatabase &database) {
        return models::reconciliationtable::read(database, accountFor(database, options), survey);
    };
    const QList<models::SubmissionRecord> records = file.run(read).result();
    const auto last = std::find_if(records.crbegin(), records.crend(),
                                   [](const models::SubmissionRecord &record) {
                                       return record.state == models::SubmissionState::Completed;
                                   });
    return last == records.crend() ? nullptr : last->accepted;
}

} // namespace

int exportUids(const QStringList &arguments)
{
    QStringList rest = arguments;
    const api::SurveyId survey {taken(rest, u"--survey"_s)};
    const QString path = taken(rest, u"--output"_s);
    const QString word = taken(rest, u"--format"_s);
    const auto options = readCommandLine(QStringList {u"aligndesk"_s} + rest,
                                         qEnvironmentVariable("ALIGNDESK_API_KEY"));
    if (!options)
        return refuse(name, misused, options.error().text);
    if (survey.isEmpty() || path.isEmpty())
        return refuse(name, misused, ExportUidsText::tr("It needs --survey ID and --output FILE."));
    const auto format = models::formatFromWord(word);
    if (!word.isEmpty() && !format)
        return refuse(name, misused, ExportUidsText::tr("--format is txt, csv, xlsx or json."));
    const models::SharedUids uids = acceptedOf(*options, survey);
    if (!uids)
        return refuse(name, failed,
                      ExportUidsText::tr("No completed reconciliation of this survey is kept "
                                         "here. Look at it in the program first."));
    models::Work work;
    const models::UidExport written = models::exportUids(
        models::sheetOf(uids), path, {.format = format.value_or(models::formatOf(path))}, work);
    return written.isWritten ? 0 : refuse(name, failed, written.problem);
}

} // namespace app
