// One submitted reconciliation, with what will come out of it.
#pragma once

#include <QStringList>

namespace sandbox {

struct Reconciliation
{
    QString projectId;
    QString email;
    qint64 due = 0; ///< ms since 1970: Processing before, Completed from then on
    QStringList accepted;
};

} // namespace sandbox
