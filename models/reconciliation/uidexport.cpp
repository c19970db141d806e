#include "models/reconciliation/uidexport.h"

#include "models/files/atomicwriter.h"

using namespace Qt::StringLiterals;

namespace models {

UidExport exportUids(const api::UidList &uids, const QString &path, Work &work)
{
    constexpr qsizetype fewLines = 8192;
    const bool isCsv = path.endsWith(u".csv"_s, Qt::CaseInsensitive);
    AtomicWriter writer(path);
    if (isCsv)
        writer.write("uid\r\n");
    for (qsizetype i = 0; i < uids.size() && !writer.hasFailed(); ++i) {
        if (isCsv) {
            writer.write(csvCell(uids.at(i)));
            writer.write("\r\n");
        } else {
            writer.write(uids.at(i));
            writer.write("\n");
        }
        if (i % fewLines != 0)
            continue;
        work.setDone(i, uids.size());
        if (work.isCancelled()) {
            writer.discard();
            return {.isWritten = false, .isCancelled = true, .problem = {}};
        }
    }
    const bool isWritten = writer.commit();
    work.setDone(1, 1);
    return {.isWritten = isWritten, .isCancelled = false, .problem = writer.problem()};
}

} // namespace models
