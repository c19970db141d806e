// The activity journal of one account: every call as it ended, bounded, without secrets.
#pragma once

#include "api/http/callrecord.h"

#include <QFuture>
#include <QObject>

namespace models {

class Database;

/// Keeps the newest `limit` calls of all accounts together. Writing is queued and never waited for.
class Journal : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000;

    Journal(Database &database, QString account, QObject *parent = nullptr);

    void add(const api::CallRecord &record);
    /// Newest first, at most `count`; of one survey when `survey` isn't empty.
    QFuture<QList<api::CallRecord>> newest(int count, api::SurveyId survey = {}) const;

private:
    Database &m_database;
    QString m_account;
};

} // namespace models
