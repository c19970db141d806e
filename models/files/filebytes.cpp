#include "models/files/filebytes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

constexpr qint64 leastRoom = 64 * 1024; // bytes of one read

struct FileBytesText
{
    Q_DECLARE_TR_FUNCTIONS(models::FileBytes)
};

tl::unexpected<QString> tooLarge(qint64 most)
{
    return tl::unexpected(
        FileBytesText::tr("The file is larger than %1.").arg(QLocale().formattedDataSize(most, 0)));
}

/// Up to the end of the file, or one byte more than `most`.
QByteArray readToEnd(QFile &file, qint64 expected, qint64 most)
{
    QByteArray bytes;
    bytes.reserve(expected + leastRoom);
    for (;;) {
        const qsizetype before = bytes.size();
        const qsizetype room =
            std::min(std::max(expected + 1 - before, leastRoom), most + 1 - before);
        bytes.resize(before + room);
        const qint64 count = room > 0 ? file.read(bytes.data() + before, room) : 0;
        bytes.resize(before + std::max<qint64>(count, 0));
        if (count <= 0)
            return bytes;
    }
}

} // namespace

QString pathProblem(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return FileBytesText::tr("This is a folder, not a file.");
    if (info.exists() && !info.isFile())
        return FileBytesText::tr("This is a pipe or a device, not a file.");
    return {};
}

tl::expected<QByteArray, QString> bytesOfFile(const QString &path, qint64 most)
{
    const QString problem = pathProblem(path);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(
            FileBytesText::tr("The file can’t be opened: %1.").arg(file.errorString()));
    const qint64 size = file.size();
    if (size > most)
        return tooLarge(most);
    const QDateTime changed = QFileInfo(path).lastModified();
    QByteArray bytes = readToEnd(file, size, most);
    if (file.error() != QFile::NoError)
        return tl::unexpected(
            FileBytesText::tr("The file can’t be read: %1.").arg(file.errorString()));
    if (bytes.size() != size || file.size() != size || QFileInfo(path).lastModified() != changed)
        return tl::unexpected(
            FileBytesText::tr("The file changed while it was being read. Import it again."));
    return bytes;
}

tl::expected<QByteArray, QString> bytesOfInput(qint64 most)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(
            FileBytesText::tr("The file can’t be opened: %1.").arg(input.errorString()));
    QByteArray bytes = readToEnd(input, 0, most);
    if (input.error() != QFile::NoError)
        return tl::unexpected(
            FileBytesText::tr("The file can’t be read: %1.").arg(input.errorString()));
    return bytes.size() > most ? tl::expected<QByteArray, QString>(tooLarge(most)) : bytes;
}

} // namespace models
