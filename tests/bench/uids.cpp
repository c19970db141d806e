// A million UIDs out of a file: trimmed, checked, each once in the order of their first mention.
#include "models/reconciliation/uidimport.h"
#include "tests/bench/rounds.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int count = 1'000'000;

void write(const QString &path)
{
    static const char signs[] = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz0123456789";
    QRandomGenerator random(7);
    QByteArray text;
    text.reserve(count * 20);
    for (int i = 0; i < count; ++i) {
        for (int sign = 0; sign < 19; ++sign)
            text += signs[random.bounded(int(sizeof signs) - 1)];
        text += '\n';
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no space");
}

double shell(const QString &command)
{
    return bench::timed([&command] { QProcess::execute(u"/bin/sh"_s, {u"-c"_s, command}); });
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"uids.txt"_s);
    write(path);
    bench::compare(
        "A  1,000,000 UIDs imported",
        {{u"ours"_s,
          [&path] {
              return bench::timed([&path] {
                  const auto text = models::TextSource::open(path);
                  models::Work work;
                  const models::UidSource source {u"uids.txt"_s, *text};
                  const auto preview = models::previewUids(source);
                  if (models::importUids(source, preview.layout, work).good.size() < count - 1)
                      qFatal("UIDs are missing");
              });
          }},
         {u"LC_ALL=C sort -u"_s,
          [&path] { return shell(u"LC_ALL=C sort -u '%1' > /dev/null"_s.arg(path)); }},
         {u"Python: a dict of the lines"_s,
          [&path] {
              return shell(
                  u"python3 -c \"len(dict.fromkeys(l.strip() for l in open('%1')))\""_s.arg(path));
          }},
         {u"cat"_s, [&path] { return shell(u"cat '%1' > /dev/null"_s.arg(path)); }}});
    return 0;
}
