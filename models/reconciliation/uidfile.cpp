#include "models/reconciliation/uidfile.h"

#include "models/files/filebytes.h"
#include "models/files/xlsxbook.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct UidFileText
{
    Q_DECLARE_TR_FUNCTIONS(models::UidFile)
};

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
    const QString problem = pathProblem(path);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
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

tl::expected<UidFile, QString> inputUidFile()
{
    auto bytes = bytesOfInput(TextSource::largest);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (XlsxBook::isLikely(*bytes))
        return tl::unexpected(UidFileText::tr("Workbooks are read from files only."));
    UidFile file {
        .source = {UidFileText::tr("Standard input"), TextSource::fromBytes(std::move(*bytes))},
        .sheets = {},
        .sheet = 0,
        .preview = {}};
    file.preview = previewUids(file.source);
    return file;
}

} // namespace models
