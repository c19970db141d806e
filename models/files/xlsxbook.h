// Reads a sheet of an XLSX workbook as tab-separated text, cells as they stand in the file.
#pragma once

#include "models/files/textsource.h"
#include "models/files/work.h"
#include "models/files/ziparchive.h"

#include <QList>

namespace models {

/// Text cells (shared, inline, of rich runs) come whole, numbers as the file spells them: one that
/// a spreadsheet rounded stays "1.23457E+17". A row is a line, at the row's own number.
class XlsxBook
{
    Q_DECLARE_TR_FUNCTIONS(models::XlsxBook)

public:
    static constexpr char separator = '\t';
    static constexpr qint64 mostRows = 2'000'000;
    static constexpr qint64 mostKept = 100LL * 1024 * 1024; ///< bytes of a sheet's text
    /// Bytes of its XML, which is streamed: a million rows have about 100 MB of tags.
    static constexpr qint64 mostStreamed = 4 * mostKept;

    /// True for what begins as a workbook, a renamed one of another kind among them.
    static bool isLikely(QByteArrayView beginning);

    /// Errors are whole sentences for the person. Blocks: for worker threads.
    static tl::expected<XlsxBook, QString> open(const QString &path);

    QStringList sheets() const; ///< names in the workbook's order; at least one
    /// `sheet` is an index of sheets(). After Work::cancel() what was read until then.
    tl::expected<TextSource::Pointer, QString> read(qsizetype sheet, Work &work) const;

private:
    struct Sheet
    {
        QString name;
        QByteArray part;
    };
    explicit XlsxBook(ZipArchive archive)
        : m_archive(std::move(archive))
    {
    }
    QString readStructure();

    ZipArchive m_archive;
    QList<Sheet> m_sheets;
    QByteArray m_strings; ///< the part with shared strings; empty when there is none
};

} // namespace models
