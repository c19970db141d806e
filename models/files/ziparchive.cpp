#include "models/files/ziparchive.h"

#include <QFile>
#include <QLocale>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <vector>
#include <zip.h>

namespace models {

namespace {

/// What the archive's last record says: libzip would hold them all before it can be asked.
int entriesOf(QFile &file)
{
    constexpr qint64 longestTail = 22 + 0xffff;
    constexpr qsizetype record = 22;
    constexpr qsizetype countAt = 10;
    file.seek(std::max<qint64>(0, file.size() - longestTail));
    const QByteArray tail = file.readAll();
    const qsizetype at = tail.lastIndexOf("PK\x05\x06");
    if (at < 0 || tail.size() - at < record)
        return -1;
    return qFromLittleEndian<quint16>(tail.constData() + at + countAt);
}

} // namespace

tl::expected<ZipArchive, QString> ZipArchive::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(tr("The file can’t be opened: %1.").arg(file.errorString()));
    const int entries = entriesOf(file);
    if (entries < 0)
        return tl::unexpected(tr("The file is cut off or damaged: it can’t be unpacked."));
    if (entries > mostEntries)
        return tl::unexpected(tr("The file holds too many parts to be a workbook."));
    int code = 0;
    zip_t *const opened = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!opened)
        return tl::unexpected(tr("The file is cut off or damaged: it can’t be unpacked."));
    ZipArchive archive;
    archive.m_archive = std::shared_ptr<zip_t>(opened, zip_discard);
    return archive;
}

bool ZipArchive::has(const QByteArray &name) const
{
    return zip_name_locate(m_archive.get(), name.constData(), 0) >= 0;
}

qint64 ZipArchive::sizeOf(const QByteArray &name) const
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool isThere = zip_stat(m_archive.get(), name.constData(), 0, &stat) == 0
        && (stat.valid & ZIP_STAT_SIZE) != 0;
    return isThere ? qint64(stat.size) : -1;
}

tl::expected<void, QString> ZipArchive::read(const QByteArray &name, qint64 most,
                                             const std::function<bool(QByteArrayView)> &take) const
{
    constexpr size_t piece = 64 * 1024;
    if (!has(name))
        return tl::unexpected(tr("The workbook is incomplete: %1 is missing.")
                                  .arg(QString::fromUtf8(name.left(100))));
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> part(
        zip_fopen(m_archive.get(), name.constData(), 0), zip_fclose);
    if (!part) {
        const bool isLocked = zip_error_code_zip(zip_get_error(m_archive.get())) == ZIP_ER_NOPASSWD;
        return tl::unexpected(isLocked
                                  ? tr("The file is protected by a password. Save it without one.")
                                  : tr("The file is cut off or damaged: it can’t be unpacked."));
    }
    std::vector<char> buffer(piece);
    qint64 all = 0;
    for (;;) {
        const zip_int64_t size = zip_fread(part.get(), buffer.data(), piece);
        if (size < 0)
            return tl::unexpected(tr("The file is cut off or damaged: it can’t be unpacked."));
        all += size;
        if (all > most)
            return tl::unexpected(tr("The workbook unpacks to more than %1.")
                                      .arg(QLocale().formattedDataSize(most, 0)));
        if (size == 0 || !take({buffer.data(), qsizetype(size)}))
            return {};
    }
}

} // namespace models
