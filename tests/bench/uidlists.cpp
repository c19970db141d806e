// A million UIDs exported, compared, searched and sorted, and how much memory that takes.
#include "models/reconciliation/comparison.h"
#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidimport.h"
#include "tests/bench/millionuids.h"
#include "tests/bench/rounds.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using bench::shell;

namespace {

models::UidImport imported(const QString &path)
{
    models::Work work;
    return models::importUids({u"uids.txt"_s, *models::TextSource::open(path)}, {}, work);
}

void benchWorkbook(const QString &path, const QString &folder)
{
    const QString csv = folder + u"/uids.csv"_s;
    const QString python =
        u"import openpyxl; b = openpyxl.Workbook(write_only=True); s = b.create_sheet(); "
        "[s.append([l.strip()]) for l in open('%1')]; b.save('%2/peer.xlsx')"_s.arg(path, folder);
    const models::SharedUids uids = imported(path).chosen(true);
    models::Work work;
    models::exportUids(models::sheetOf(uids), csv, {.format = models::UidFormat::Csv}, work);
    const QString ours = folder + u"/ours.xlsx"_s;
    bench::compare(
        "C  1,000,000 rows exported to XLSX",
        {{u"ours"_s,
          [&] {
              return bench::timed([&] {
                  models::Work task;
                  if (!models::exportUids(models::sheetOf(uids), ours,
                                          {.format = models::UidFormat::Xlsx}, task)
                           .isWritten)
                      qFatal("not written");
              });
          }},
         {u"Python: openpyxl, write only"_s,
          [&] { return shell(u"/usr/bin/python3 -c \"%1\" 2> /dev/null"_s.arg(python)); }},
         {u"LibreOffice --convert-to xlsx"_s,
          [&] {
              return shell(u"command -v soffice > /dev/null && soffice --headless --convert-to xlsx"
                           " --outdir '%1' '%2' > /dev/null 2>&1"_s.arg(folder, csv));
          }},
         {u"copying the result"_s, [&] { return shell(u"cp '%1' '%1.copy'"_s.arg(ours)); }}},
        3);
}

void benchLists(const QString &path)
{
    const models::SharedUids uids = imported(path).chosen(true);
    const auto all = models::compare(uids, uids);
    bench::compare(
        "   compared with another million",
        {{u"ours"_s, [&] { return bench::timed([&] { models::compare(uids, uids); }); }}});
    const auto arranged = [&all](const models::UidLook &look) {
        return bench::timed([&] { models::arrange(*all, look); });
    };
    bench::compare(
        "   searched for a part",
        {{u"ours"_s, [&] { return arranged({.kinds = ~0U, .needle = "xq7"}); }},
         {u"grep -i"_s, [&path] { return shell(u"grep -i xq7 '%1' > /dev/null"_s.arg(path)); }}});
    bench::compare(
        "   sorted by UID",
        {{u"ours"_s,
          [&] { return arranged({.kinds = ~0U, .needle = {}, .by = models::UidLook::By::Uid}); }},
         {u"LC_ALL=C sort"_s,
          [&path] { return shell(u"LC_ALL=C sort '%1' > /dev/null"_s.arg(path)); }}});
}

/// Megabytes that this process took at most.
double peak()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

/// In a process of its own: `what` is "nothing", "import" or "export".
int measure(const QByteArray &what, const QString &path)
{
    if (what != "nothing") {
        const models::UidImport import = imported(path);
        models::Work work;
        if (what == "export")
            models::exportUids(models::sheetOf(import.chosen(true)), path + u".xlsx"_s,
                               {.format = models::UidFormat::Xlsx}, work);
    }
    std::printf("   memory at most, %-8s %7.1f MB\n", what.constData(), peak());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3)
        return measure(argv[1], QString::fromLocal8Bit(argv[2]));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"uids.txt"_s);
    bench::write(path, bench::millionLines());
    benchLists(path);
    for (const char *what : {"nothing", "import", "export"})
        shell(u"'%1' %2 '%3'"_s.arg(QString::fromLocal8Bit(argv[0]), QString::fromLatin1(what),
                                    path));
    benchWorkbook(path, folder.path());
    return 0;
}
