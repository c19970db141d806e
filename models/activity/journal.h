// The activity journal of one account: every call as it ended, bounded, without secrets.
#pragma once

#include "api/http/callrecord.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

namespace models {

class Database;

/// A kept call for a list: bodies, query and headers are empty, Journal::whole() has them.
struct JournalCall
{
    qint64 id = 0; ///< grows with time
    api::CallRecord call;
    bool operator==(const JournalCall &) const = default;
};

/// Keeps the newest `limit` calls of all accounts together. Writing is queued and never waited for:
/// the calls of a moment go into one transaction, since each transaction waits for the disk.
class Journal : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000;
    static constexpr int gatheringTime = 100; ///< ms

    Journal(Database &database, QString account, QObject *parent = nullptr);
    ~Journal() override; ///< writes what waits

    void add(const api::CallRecord &record);
    /// Newest first, at most `count`; of one survey when `survey` isn't empty.
    QFuture<QList<JournalCall>> newest(int count, api::SurveyId survey = {});
    /// With its bodies; empty when it is no longer kept.
    QFuture<api::CallRecord> whole(qint64 id) const;

Q_SIGNALS:
    void added(const models::JournalCall &call); ///< it is in the database now

private:
    void write();

    Database &m_database;
    QString m_account;
    QList<api::CallRecord> m_waiting; ///< not yet given to the database
    QTimer m_gathering;
};

} // namespace models
