// The calls of the journal as a table, the newest first.
#pragma once

#include "models/activity/journal.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// A call with its survey's name.
struct CallRow
{
    qint64 id = 0;
    api::CallRecord call;
    QString survey; ///< its name; empty when it is no one survey's
    bool isWrite() const { return call.verb != api::Verb::Get; }
    bool operator==(const CallRow &) const = default;
};

/// The status of Result is 0 for success, else 1 + its api::ErrorKind.
class CallModel : public TableModel<CallRow>
{
    Q_DECLARE_TR_FUNCTIONS(CallModel)

public:
    enum ColumnNumber { Time, Call, Survey, Result, Http, Duration, Tries, Size };

    explicit CallModel(QObject *parent = nullptr);

    static std::span<const Column<CallRow>> columns(); ///< in the order of ColumnNumber

    void prepend(const CallRow &row); ///< beyond Journal::limit the oldest goes

    static QString callName(const api::CallRecord &call); ///< "PUT survey_status"
    static QString resultName(const std::optional<api::ErrorKind> &error);
    static QString timeText(const QDateTime &at); ///< today's without the date
    static QString durationText(std::chrono::milliseconds duration);
};

} // namespace models
