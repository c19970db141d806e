// A million UIDs: read out of a file, put into a request, and read out of an answer.
#include "api/calls/reconciliation.h"
#include "models/reconciliation/uidimport.h"
#include "tests/bench/millionuids.h"
#include "tests/bench/rounds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <simdjson.h>

using namespace Qt::StringLiterals;
using bench::million;
using bench::shell;

namespace {

models::UidImport imported(const QString &path)
{
    models::Work work;
    const models::UidSource source {u"uids.txt"_s, *models::TextSource::open(path)};
    models::UidImport result = models::importUids(source, models::previewUids(source).layout, work);
    if (result.report.lines != million)
        qFatal("UIDs are missing");
    return result;
}

void benchImport(const QString &path)
{
    bench::compare(
        "A  1,000,000 UIDs imported",
        {{u"ours"_s, [&path] { return bench::timed([&path] { imported(path); }); }},
         {u"LC_ALL=C sort -u"_s,
          [&path] { return shell(u"LC_ALL=C sort -u '%1' > /dev/null"_s.arg(path)); }},
         {u"Python: a dict of the lines"_s,
          [&path] {
              return shell(
                  u"python3 -c \"len(dict.fromkeys(l.strip() for l in open('%1')))\""_s.arg(path));
          }},
         {u"cat"_s, [&path] { return shell(u"cat '%1' > /dev/null"_s.arg(path)); }}});
}

void writeWithQt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    QSet<QString> seen;
    QJsonArray uids;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString uid = QString::fromUtf8(line.trimmed());
        if (uid.isEmpty() || seen.contains(uid))
            continue;
        seen.insert(uid);
        uids.append(uid);
    }
    const QJsonObject body {{u"contact_email"_s, u"a@b.example"_s}, {u"request_uids"_s, uids}};
    if (QJsonDocument(body).toJson(QJsonDocument::Compact).size() < million)
        qFatal("UIDs are missing");
}

void benchBody(const QString &path)
{
    const QString python =
        u"python3 -c \"import json; json.dumps({'contact_email': 'a@b.example', 'request_uids': "
        "list(dict.fromkeys(l.strip() for l in open('%1')))})\""_s.arg(path);
    bench::compare("A' imported, and the body of the request",
                   {{u"ours"_s,
                     [&path] {
                         return bench::timed([&path] {
                             const models::UidImport import = imported(path);
                             const auto request = api::calls::submitReconciliation(
                                 {u"x"_s}, {u"a@b.example"_s, *import.chosen(true)});
                             if (request.body.size() < million)
                                 qFatal("UIDs are missing");
                         });
                     }},
                    {u"Python: a dict and json.dumps"_s, [&python] { return shell(python); }},
                    {u"QSet and QJsonDocument"_s,
                     [&path] { return bench::timed([&path] { writeWithQt(path); }); }}});
}

double readWithQt(const QByteArray &body)
{
    return bench::timed([&body] {
        QStringList uids;
        for (const QJsonValue value : QJsonDocument::fromJson(body)["accepted_uids"_L1].toArray())
            uids.append(value.toString());
        if (uids.size() != million)
            qFatal("UIDs are missing");
    });
}

double readOnDemand(const QByteArray &body)
{
    return bench::timed([&body] {
        simdjson::ondemand::parser parser;
        simdjson::padded_string text(body.constData(), size_t(body.size()));
        auto document = parser.iterate(text);
        qint64 bytes = 0;
        api::UidList uids;
        uids.reserve(million, million * 20);
        for (auto value : document["accepted_uids"].get_array()) {
            const std::string_view uid = value.get_string();
            uids.append({uid.data(), qsizetype(uid.size())});
            bytes += qint64(uid.size());
        }
        if (bytes < million)
            qFatal("UIDs are missing");
    });
}

void benchAnswer(const QString &path, const QString &folder)
{
    const models::UidImport import = imported(path);
    QByteArray body = api::calls::submitReconciliation({u"x"_s}, {{}, *import.chosen(true)}).body;
    body.replace(0, body.indexOf('['),
                 R"({"status":"Completed","result_count":1000000,"accepted_uids":)");
    const QString file = folder + u"/answer.json"_s;
    bench::write(file, body);
    bench::compare(
        "B  an answer with 1,000,000 UIDs read",
        {{u"ours"_s,
          [&body] {
              return bench::timed([&body] {
                  const auto request = api::calls::reconciliation({u"x"_s});
                  const auto answer =
                      request.decode({.httpStatus = 200, .body = body, .endpoint = {}});
                  if (!answer || answer->acceptedUids.size() != million)
                      qFatal("UIDs are missing");
              });
          }},
         {u"simdjson on demand, into the same list"_s, [&body] { return readOnDemand(body); }},
         {u"QJsonDocument to QStringList"_s, [&body] { return readWithQt(body); }},
         {u"Python: json.load"_s,
          [&file] {
              return shell(u"python3 -c \"import json; json.load(open('%1'))\""_s.arg(file));
          }},
         {u"jq length"_s,
          [&file] { return shell(u"jq '.accepted_uids|length' '%1' > /dev/null"_s.arg(file)); }}});
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"uids.txt"_s);
    bench::write(path, bench::millionLines());
    benchImport(path);
    benchBody(path);
    benchAnswer(path, folder.path());
    return 0;
}
