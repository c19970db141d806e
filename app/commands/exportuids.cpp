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
#include <QLocale>

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

using models::connectiontable::NamedAccount;

/// Where to look: one account when the arguments name one, else all that are kept here.
QList<NamedAccount> accountsFor(QSqlDatabase &database, const Options &options)
{
    if (options.isSandbox)
        return {
            {models::sandboxName(),
             models::accountOf({.name = {}, .baseUrl = {}, .colour = {}, .isSandbox = true}, {})}};
    if (!options.server.isEmpty())
        return {{options.server.host(),
                 models::accountOf({.name = {}, .baseUrl = options.server, .colour = {}},
                                   {options.clientId, {}})}};
    QList<NamedAccount> all = models::connectiontable::accounts(database);
    if (!options.connection.isEmpty())
        all.removeIf([&options](const NamedAccount &each) {
            return each.name.compare(options.connection, Qt::CaseInsensitive) != 0;
        });
    return all;
}

models::SharedUids acceptedOf(QSqlDatabase &database, const QString &account,
                              const api::SurveyId &survey)
{
    const QList<models::SubmissionRecord> records =
        models::reconciliationtable::read(database, account, survey);
    const auto last = std::find_if(records.crbegin(), records.crend(),
                                   [](const models::SubmissionRecord &record) {
                                       return record.state == models::SubmissionState::Completed;
                                   });
    return last == records.crend() ? nullptr : last->accepted;
}

struct Found
{
    models::SharedUids uids; ///< of the last connection that has them
    QStringList connections;
    int asked = 0; ///< connections that were looked at
    std::optional<models::sql::Error> failure {}; ///< something couldn't be read
};

Found find(QSqlDatabase &database, const Options &options, const api::SurveyId &survey)
{
    Found found;
    QStringList accounts;
    for (const NamedAccount &each : accountsFor(database, options)) {
        ++found.asked;
        const models::SharedUids uids =
            accounts.contains(each.account) ? nullptr : acceptedOf(database, each.account, survey);
        accounts.append(each.account);
        if (!uids)
            continue;
        found.uids = uids;
        found.connections.append(each.name);
    }
    found.failure = models::sql::takeFailure();
    return found;
}

tl::expected<models::SharedUids, QString> read(const Options &options, const api::SurveyId &survey)
{
    models::Database file(QDir(dataFolder(options.dataFolder)).filePath(u"aligndesk.sqlite"_s),
                          nullptr, models::DatabaseAccess::ReadOnly);
    const models::DatabaseReport report = file.open().result();
    if (!report.isOpen)
        return tl::unexpected(report.problem);
    const Found found = file.run([&options, &survey](QSqlDatabase &database) {
                                return find(database, options, survey);
                            })
                            .result();
    if (found.failure)
        return tl::unexpected(models::sql::sentence(*found.failure));
    if (found.asked == 0)
        return tl::unexpected(
            options.connection.isEmpty()
                ? ExportUidsText::tr("No connection is kept here.")
                : ExportUidsText::tr("There is no connection named “%1”.").arg(options.connection));
    if (found.connections.size() > 1)
        return tl::unexpected(
            ExportUidsText::tr("Several connections have this survey: %1. Name one with "
                               "--connection.")
                .arg(QLocale().createSeparatedList(found.connections)));
    if (!found.uids)
        return tl::unexpected(ExportUidsText::tr("No completed reconciliation of this survey is "
                                                 "kept here. Look at it in the program first."));
    return found.uids;
}

} // namespace

int exportUids(const QStringList &arguments)
{
    QStringList rest = arguments;
    const api::SurveyId survey {taken(rest, u"--survey"_s)};
    const QString path = taken(rest, u"--output"_s);
    const QString word = taken(rest, u"--format"_s);
    // Nothing is sent: whatever the key is, it is not needed.
    const auto options = readCommandLine(QStringList {u"aligndesk"_s} + rest, u"none"_s);
    if (!options)
        return refuse(name, misused, options.error().text);
    if (survey.isEmpty() || path.isEmpty())
        return refuse(name, misused, ExportUidsText::tr("It needs --survey ID and --output FILE."));
    const auto format = models::formatFromWord(word);
    if (!word.isEmpty() && !format)
        return refuse(name, misused, ExportUidsText::tr("--format is txt, csv, xlsx or json."));
    const auto uids = read(*options, survey);
    if (!uids)
        return refuse(name, failed, uids.error());
    models::Work work;
    const models::UidExport written = models::exportUids(
        models::sheetOf(*uids), path, {.format = format.value_or(models::formatOf(path))}, work);
    return written.isWritten ? 0 : refuse(name, failed, written.problem);
}

} // namespace app
