// The survey platform's own export: which respondents it counts as complete, and how long they
// took.
#pragma once

#include "models/reconciliation/outcome.h"
#include "models/reconciliation/uidimport.h"
#include "models/reconciliation/uidtable.h"

#include <optional>

namespace models {

/// Which columns say what; -1 where none does.
struct PlatformLayout
{
    char separator = ',';
    bool hasHeader = true;
    int uid = 0;
    int status = -1;
    int loi = -1;
    int option = -1; ///< an answer that is counted beside
    bool isInSeconds = false; ///< the LOI
    bool operator==(const PlatformLayout &) const = default;
};

/// By the words of the header.
PlatformLayout guessLayout(const UidPreview &preview);

/// Each UID once, the first line of it; a column an array.
struct PlatformExport
{
    static constexpr int mostWords = 1000; ///< different ones of a column; more are a wrong column

    api::UidList uids;
    std::vector<quint16> statuses; ///< of each UID, a place in `statusWords`
    std::vector<quint16> options; ///< likewise in `optionWords`; empty without such a column
    std::vector<float> loi; ///< minutes; below 0: not told; empty without such a column
    QStringList statusWords;
    QStringList optionWords;
    qint64 lines = 0;
    qint64 repeated = 0; ///< lines whose UID stood before
    qint64 blank = 0;
    QString problem; ///< a whole sentence; then nothing else holds
    bool isCancelled = false;
};

/// Pure; for a worker thread.
PlatformExport readPlatform(const UidSource &source, const PlatformLayout &layout, Work &work);

/// Minutes of "12.5", "12,5" or "1:02:30"; below 0 for anything else.
float minutesFrom(QByteArrayView text, bool isInSeconds);

} // namespace models
