// Reads parts of a zip archive in pieces, within bounds that a hostile file can't move.
#pragma once

#include <QByteArrayView>
#include <QCoreApplication>

#include <functional>
#include <memory>
#include <tl/expected.hpp>

struct zip;

namespace models {

class ZipArchive
{
    Q_DECLARE_TR_FUNCTIONS(models::ZipArchive)

public:
    static constexpr int mostEntries = 10'000;

    /// Errors are whole sentences for the person. Blocks: for worker threads.
    static tl::expected<ZipArchive, QString> open(const QString &path);

    bool has(const QByteArray &name) const;
    /// Gives `take` the part piece by piece until that answers false (which is no error). More than
    /// `most` inflated bytes are an error, whatever the archive says of its sizes.
    tl::expected<void, QString> read(const QByteArray &name, qint64 most,
                                     const std::function<bool(QByteArrayView)> &take) const;
    qint64 sizeOf(const QByteArray &name) const; ///< inflated, as the archive says; -1: no part

private:
    std::shared_ptr<zip> m_archive;
};

} // namespace models
