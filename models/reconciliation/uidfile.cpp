#include "models/reconciliation/uidfile.h"

#include "models/files/xlsxbook.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool isWorkbook(const QString &path)
{
    constexpr std::array endings {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"};
    const bool isNamedSo = std::ranges::any_of(endings, [&path](const char *ending) {
        return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
    QFile file(path);
    return isNamedSo || (file.open(QIODevice::ReadOnly) && XlsxBook::isLikely(file.read(4)));
}

} // namespace

tl::expected<UidFile, QString> openUidFile(const QString &path, const QString &sheet, Work &work)
{
    UidFile file {
        .source = {QFileInfo(path).fileName(), {}}, .sheets = {}, .sheet = 0, .preview = {}};
    if (!isWorkbook(path)) {
        auto text = TextSource::open(path);
        if (!text)
            return tl::unexpected(text.error());
        file.source.text = *text;
        file.preview = previewUids(file.source);
        return file;
    }
    const auto book = XlsxBook::open(path);
    if (!book)
        return tl::unexpected(book.error());
    file.sheets = book->sheets();
    file.sheet = std::max<qsizetype>(0, file.sheets.indexOf(sheet));
    auto text = book->read(file.sheet, work);
    if (!text)
        return tl::unexpected(text.error());
    file.source.text = *text;
    file.source.separator = XlsxBook::separator;
    file.preview = previewUids(file.source);
    return file;
}

} // namespace models
